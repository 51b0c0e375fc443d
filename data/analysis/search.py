"""What can be found: one thing for each page, indicator, country, mineral, forum, claim ... and how people say it.

A thing is found by its title and names, then by what stands under it, at last by its text. The words of a question are
matched in the browser (`components/search/`); what they may be instead stands in `aliases.toml`. The rows of the tables
are made into things in `search_things.py`; what the pages are called is known where they are, so those are given."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from data.faults import UnknownId
from data.package import countries, tables
from data.package.snapshot import kept

# In the order in which equals are listed.
KINDS = (
    "page",
    "country",
    "mineral",
    "indicator",
    "forum",
    "site",
    "claim",
    "event",
    "agreement",
    "deal",
    "visit",
    "table",
    "article",
    "source",
)
PAGE, TABLE = "page", "table"
# Kinds whose name people put beside what they look for ("Clinton visit").
CALLED = ("claim", "event", "agreement", "deal", "visit", "article", "site")
ALIASES = Path(__file__).parent / "aliases.toml"


@dataclass(frozen=True)
class Thing:
    """Something that can be found, in the language spoken.

    `line` stands under the title; `page` (its address) and `params` lead to it. `about` are codes of countries. With an
    `indicator` a question that also names a country gets the figure. `asks` is the parameter of the link that takes a
    country that was asked for, `text` is searched last and not shown."""

    kind: str
    id: str
    title: str
    line: str
    page: str
    params: Mapping[str, str]
    names: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    date: str = ""
    text: str = ""
    indicator: str = ""
    asks: str = ""


@dataclass(frozen=True)
class Alias:
    """What people say for a thing; with parameters of its own it is another thing of the same place."""

    kind: str
    id: str
    said: tuple[str, ...]
    params: Mapping[str, str] = field(default_factory=dict)


@cache
def _file() -> Mapping[str, Any]:
    return tomllib.loads(ALIASES.read_text("utf-8"))


def aliases() -> list[Alias]:
    """All aliases, one for each thing that they name."""
    found = []
    for entry in _file()["alias"]:
        kind = next(kind for kind in KINDS if kind in entry)
        ids = entry[kind] if isinstance(entry[kind], list) else [entry[kind]]
        found += [Alias(kind, one, tuple(entry["said"]), entry.get("with", {})) for one in ids]
    return found


def named(things: Iterable[Thing]) -> list[Thing]:
    """Things with the names that the aliases give them, and those that only an alias speaks of.

    Raises UnknownId for an alias of a thing that is not there."""
    by_id = {(one.kind, one.id): one for one in things}
    for alias in aliases():
        key = (alias.kind, alias.id)
        if key not in by_id:
            raise UnknownId(alias.kind, alias.id, [one for kind, one in by_id if kind == alias.kind])
        thing = by_id[key]
        if alias.params:
            title = f"{thing.title}: {', '.join(alias.params.values())}"
            own = "&".join(f"{name}={value}" for name, value in alias.params.items())
            params = {**thing.params, **alias.params}
            by_id[alias.kind, f"{alias.id}?{own}"] = replace(thing, title=title, params=params, names=alias.said)
        else:
            by_id[key] = replace(thing, names=(*thing.names, *alias.said))
    return list(by_id.values())


@kept()
def same() -> tuple[tuple[str, ...], ...]:
    """Groups of words that mean the same, the one that stands for all first: those of the file, names of countries and
    of minerals in every language that is known."""
    found = [tuple(group["words"]) for group in _file()["same"]]
    minerals = tables.load("minerals").astype("object").fillna("")
    for row in minerals.to_dict("records"):
        others = [str(row[column]) for column in ("name", "name_ru", "name_id")]
        found.append((others[0], *(one for one in others[1:] if one)))
    listed = tables.load("countries")
    for iso3 in listed.loc[listed["kind"] == "country", "iso3"]:
        # Other codes of three letters are words, too: "and", "per", "can".
        is_one_of_six = iso3 in countries.SIX
        found.append((iso3, *(one for one in countries.spellings(iso3) if one != iso3 or is_one_of_six)))
    return tuple(found)


def skipped() -> list[str]:
    """Words that say nothing of what is looked for."""
    return list(_file()["search"]["skipped"])


def whole_words() -> list[str]:
    """Words that look like a plural and are none."""
    return list(_file()["search"]["whole"])
