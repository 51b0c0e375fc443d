"""What is defined, not computed, of the indicators and sets of flows of a subject: `<subject>.toml` beside its module.

A file has the sections `indicators` and `flow_sets`, an entry each by id; `defaults` for all of its indicators; and
`measures`, what indicators have in common that are made of the same measure. An entry with gaps is a template of as
many as the subject fills it for: in `id` (in lower case), `family`, `display_unit` and `series` stand ids. The words of
an entry stand under its name in `data/vocabulary/<language>/`, or under that given as `words`.

Read once per process: they are part of the code, not of the data."""

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from data.subjects import units
from data.subjects.base import FlowSet, Indicator
from data.subjects.wording import Text

Entry = Mapping[str, Any]
SECTIONS = ("defaults", "measures", "indicators", "flow_sets")
# The keys of an entry and what they hold; those without a default have to be there.
TEXTS = ("id", "words", "kind", "theme", "family", "scale", "display_unit", "table")
FORMS: Mapping[str, type] = dict.fromkeys(TEXTS, str) | {
    "decimals": int,
    "is_dated": bool,
    "series": list,
    "caveats": list,
}
NEEDED = ("kind", "theme", "family", "scale", "display_unit", "table", "decimals")
FLOWS_NEED = ("family", "display_unit", "decimals")
FLOWS_MAY = ("id", "words", "series", "caveats")
VALUES: Mapping[str, Collection[str]] = {
    "kind": ("flow", "balance", "stock", "share", "ratio", "price", "rank", "count", "membership"),
    "scale": ("log", "diverging", "linear", "categories"),
    "theme": ("trade", "money", "economy", "minerals", "forums", "diplomacy"),
    "display_unit": units.every(),
}
MOST_SUBJECTS = 64


class DefinitionFault(ValueError):
    """A definition that can't be meant; the message names file, entry, key, value and rule."""

    def __init__(self, file: Path, entry: str, key: str, value: object, rule: str) -> None:
        super().__init__(f"{file.name}  [{entry}]  {key}  “{value}”  {rule}")


def indicators(subject: str) -> list[Indicator]:
    """All indicators of a subject whose file has no templates."""
    return [indicator(subject, entry) for entry in _read(subject)["indicators"]]


def indicator(
    subject: str,
    entry: str,
    gaps: Mapping[str, str] | None = None,
    *,
    measure: str = "",
    parts: Mapping[str, str] | None = None,
    words: str = "",
    caveats: tuple[str, ...] = (),
    remark: str = "",
) -> Indicator:
    """The indicator of an entry, `gaps` being the ids in the gaps of a template by kind (`data/package/names.py`).

    `parts` fill gaps that are no names, such as the end of an id; `caveats` are told after those of the entry."""
    whole = _merged(_read(subject), entry, measure)
    fill = _Filling(_path(subject), f"indicators.{entry}", gaps or {}, parts or {})
    return Indicator(
        id=fill.id(whole.get("id", entry)),
        words=Text(f"indicators.{words or whole.get('words', entry)}", tuple((gaps or {}).items())),
        family=fill.raw("family", whole["family"]),
        display_unit=fill.unit(whole["display_unit"]),
        series=tuple(fill.raw("series", part) for part in whole.get("series", ())),
        caveats=(*whole.get("caveats", ()), *caveats),
        remark=remark,
        is_dated=whole.get("is_dated", False),
        **{key: whole[key] for key in ("kind", "theme", "scale", "table", "decimals")},
    )


def flow_set(
    subject: str, entry: str, gaps: Mapping[str, str] | None = None, parts: Mapping[str, str] | None = None
) -> FlowSet:
    """The set of flows of an entry, its gaps filled as those of an `indicator`."""
    whole = _read(subject)["flow_sets"][entry]
    fill = _Filling(_path(subject), f"flow_sets.{entry}", gaps or {}, parts or {})
    return FlowSet(
        id=fill.id(whole.get("id", entry)),
        words=Text(f"flow_sets.{whole.get('words', entry)}", tuple((gaps or {}).items())),
        family=fill.raw("family", whole["family"]),
        display_unit=fill.unit(whole["display_unit"]),
        decimals=whole["decimals"],
        series=tuple(fill.raw("series", part) for part in whole.get("series", ())),
        caveats=tuple(whole.get("caveats", ())),
    )


def flow_sets(subject: str) -> list[FlowSet]:
    """All sets of flows of a subject whose file has no templates."""
    return [flow_set(subject, entry) for entry in _read(subject)["flow_sets"]]


def measures(subject: str) -> dict[str, str]:
    """The measures of a subject by id, and what each is in the table: its first part of a series."""
    return {measure: given["series"][0] for measure, given in _read(subject)["measures"].items()}


def _path(subject: str) -> Path:
    return Path(__file__).with_name(f"{subject}.toml")


@lru_cache(MOST_SUBJECTS)
def _read(subject: str) -> Mapping[str, Mapping[str, Entry]]:
    return read(_path(subject))


def read(path: Path) -> Mapping[str, Mapping[str, Entry]]:
    """The sections of a file. Raises DefinitionFault for what can't be meant."""
    try:
        found = tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DefinitionFault(path, "-", "-", "", str(error)) from None
    unknown = next((name for name in found if name not in SECTIONS), None)
    if unknown:
        raise DefinitionFault(path, unknown, "-", "", f"is no section: {', '.join(SECTIONS)}")
    plain = next((name for name, section in found.items() if not isinstance(section, dict)), None)
    if plain:
        raise DefinitionFault(path, plain, "-", found[plain], "is no section")
    whole = {name: found.get(name, {}) for name in SECTIONS}
    for entry, key, value, rule in _faults(whole):
        raise DefinitionFault(path, entry, key, value, rule)
    return whole


def _faults(whole: Mapping[str, Any]) -> Iterator[tuple[str, str, object, str]]:
    """Entry, key, value and rule of what is wrong."""
    yield from _of_entry("defaults", whole["defaults"], (), FORMS)
    for section in ("measures", "indicators", "flow_sets"):
        needed = FLOWS_NEED if section == "flow_sets" else ()
        known = (*FLOWS_NEED, *FLOWS_MAY) if section == "flow_sets" else FORMS
        for entry, given in whole[section].items():
            if not isinstance(given, dict):
                yield section, entry, given, "an entry is a table of keys"
            else:
                yield from _of_entry(f"{section}.{entry}", given, needed, known)
    for entry in whole["indicators"]:
        for measure in whole["measures"] or [""]:
            yield from _of_entry(f"indicators.{entry}", _merged(whole, entry, measure), NEEDED, FORMS)


def _of_entry(
    name: str, given: Entry, needed: Collection[str], known: Collection[str]
) -> Iterator[tuple[str, str, object, str]]:
    for key, value in given.items():
        if key not in known:
            yield name, key, value, f"is no key: {', '.join(known)}"
        elif type(value) is not FORMS[key]:
            yield name, key, value, f"is no {FORMS[key].__name__}"
        elif isinstance(value, list) and not all(isinstance(part, str) for part in value):
            yield name, key, value, "is no list of texts"
        elif isinstance(value, str) and key in VALUES and "{" not in value and value not in VALUES[key]:
            yield name, key, value, f"is none of {', '.join(VALUES[key])}"
    for key in needed:
        if key not in given:
            yield name, key, "", "is missing"


def _merged(whole: Mapping[str, Mapping[str, Entry]], entry: str, measure: str) -> Entry:
    """An entry with the defaults and what its measure has: the measure begins the series, its caveats come last."""
    own = whole["indicators"][entry]
    if not measure:
        return {**whole["defaults"], **own}
    of = whole["measures"][measure]
    joined = {
        "series": [*of.get("series", ()), *own.get("series", ())],
        "caveats": list(dict.fromkeys((*own.get("caveats", ()), *of.get("caveats", ())))),
    }
    return {**whole["defaults"], **of, **own, **joined}


@dataclass(frozen=True)
class _Filling:
    """Fills the gaps of one entry."""

    path: Path
    entry: str
    gaps: Mapping[str, str]
    parts: Mapping[str, str]

    def id(self, template: str) -> str:
        """An id, in which the ids in the gaps stand in lower case."""
        return self._filled("id", template, {kind: name_id.lower() for kind, name_id in self.gaps.items()})

    def raw(self, key: str, template: str) -> str:
        """Another text, in which they stand as they are."""
        return self._filled(key, template, self.gaps)

    def unit(self, template: str) -> str:
        """A unit of display that there is."""
        found = self.raw("display_unit", template)
        if found not in units.every():
            raise DefinitionFault(self.path, self.entry, "display_unit", found, "is no unit of units.toml")
        return found

    def _filled(self, key: str, template: str, gaps: Mapping[str, str]) -> str:
        try:
            return template.format_map({**gaps, **self.parts})
        except (KeyError, ValueError, IndexError) as error:
            rule = f"has a gap that is not filled: {error.args[0]}"
            raise DefinitionFault(self.path, self.entry, key, template, rule) from None
