"""A map in words, as the live map says it to who can't see it (`map/js/controls/alt.js`): highest, lowest, how many,
and who has no figure."""

from collections.abc import Collection

from components.map.payload import Payload
from components.pictures.map_areas import code, text
from components.words import counted, word
from data.package import countries
from data.vocabulary import cldr


def describe(payload: Payload, year: int, hidden: Collection[str]) -> str:
    """A few sentences on a year; where figures of it may not be passed on, of the figures only that they are mapped."""
    gaps = {"title": payload["title"], "year": year, "unit": payload["unit"]}
    covered = {iso3: found for iso3 in payload["cells"] if (found := code(payload, iso3, year)) is not None}
    known = [iso3 for iso3, found in covered.items() if found >= 0]
    if set(known) & set(hidden):
        head = f"{payload['title']}, {year}."
    elif not known:
        head = word("alt.none", **gaps)
    else:
        head = (_grouped if payload["categorical"] else _ranged)(payload, year, covered, known)
    return " ".join([head, *_reasons(payload, covered)])


def _ranged(payload: Payload, year: int, covered: dict[str, int], known: list[str]) -> str:
    gaps = {"title": payload["title"], "year": year, "unit": payload["unit"]}
    ordered = sorted(known, key=lambda iso3: _number(text(payload, iso3, year)))
    low, high = (f"{countries.name(iso3)} {text(payload, iso3, year)}" for iso3 in (ordered[0], ordered[-1]))
    if len(known) == 1:
        return word("alt.one", **gaps, high=high)
    key = "alt.ranks" if payload["ranked"] else "alt.range"
    return counted(key, len(known), **gaps, low=low, high=high)


def _grouped(payload: Payload, year: int, covered: dict[str, int], known: list[str]) -> str:
    groups = []
    for place, one in enumerate(payload["classes"]):
        names = [countries.name(iso3) for iso3 in known if covered[iso3] == place]
        groups += [f"{one['label']}: {', '.join(names)}"] if names else []
    return word("alt.members", title=payload["title"], year=year, groups="; ".join(groups))


def _reasons(payload: Payload, covered: dict[str, int]) -> list[str]:
    """A sentence for each reason why there is no figure; where none can be there is none to miss."""
    found = []
    for place, one in enumerate(payload["missing"]):
        names = [countries.name(iso3) for iso3, at in covered.items() if at == -(place + 1)]
        if names and one["status"] != "not_applicable":
            found.append(word("alt.missing", reason=one["label"], names=", ".join(names)))
    return found


def _number(printed: str) -> float:
    decimal, group = cldr.signs()
    return float(printed.replace(group, "").replace(decimal, ".").replace("−", "-"))
