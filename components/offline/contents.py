"""All that stands in the file, in parts that the browser unpacks as it needs them."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from components import search_index
from components.figures import flow_map
from components.map import publish
from components.offline import tables, values
from components.words import word, words
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.output import citation, readme
from data.package import countries, descriptor, licensing
from data.vocabulary import cldr, terms
from data.vocabulary.language import spoken

FIRST, MAPS, FULL, TABLES, SEARCH = PARTS = ("first", "maps", "full", "tables", "search")
MOST_LINES = 20
# Gaps that the browser fills.
FIGURE, BEHIND = "{figure}", "{behind}"
# The views of the live map, in the order of its list; those of one country belong to its page.
VIEWS = ("five", "central_asia", "eurasia", "us_central_asia", "world", "globe")
NEAR = "near_{}"


def every() -> dict[str, Mapping[str, Any]]:
    """The parts by name, in the language spoken."""
    families = values.families()
    ids = [one for family in families for one in family["indicators"]]
    full = values.full(ids)
    return {
        FIRST: _first(families)
        | {
            "names": values.named(full["cells"]),
            "sources": values.cited(full["origins"]),
            "bases": values.bases(full["origins"]),
        },
        MAPS: {one: values.payload(one) for one in ids},
        FULL: full,
        TABLES: {"tables": tables.every(), "groups": tables.groups(), "flows": tables.flow_sets()},
        SEARCH: searched(),
    }


def _first(families: list[dict[str, Any]]) -> dict[str, Any]:
    """What the first sight needs: lists, shapes of the views, words, how to cite."""
    whole = descriptor.package()
    return {
        "language": spoken(),
        "signs": list(cldr.signs()),
        "units": terms.units_by_form(),
        "words": words("offline"),
        "map": words("map"),
        "alt": words("alt"),
        "search": words("search"),
        "titles": {page: word(f"{page}.title") for page in ("overview", "trade", "minerals", "forums", "country")}
        | {page: word(f"{page}.title") for page in ("claims", "news", "data")},
        "views": {view: {"title": word(f"views.{view}"), **_drawn(view)} for view in VIEWS}
        | {NEAR.format(iso3): _drawn(NEAR.format(iso3)) for iso3 in countries.C5},
        "five": list(countries.C5),
        "six": list(countries.SIX),
        "families": families,
        "statuses": terms.TERMS.section("statuses"),
        "memberships": terms.TERMS.section("memberships"),
        "lines": lines(),
        "title": whole["title"],
        "version": descriptor.version(),
        "cite": cite(),
        "papers": readme.all_of(descriptor.names(), tables.left_out()),
        "note": word("boundaries.note"),
        "footer": word("app.footer", version=descriptor.version(), released=descriptor.released()),
    }


def _drawn(view: str) -> dict[str, Any]:
    """The shapes of a view as they lie in its picture."""
    path = publish.STATIC / "geo" / "drawn" / f"{view}.json"
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def cite() -> dict[str, str]:
    """How to cite the file, in the forms of the Data page, and a figure: with gaps for what it is and its sources."""
    whole = citation.of_package()
    return {
        "text": citation.text(whole),
        "bibtex": citation.bibtex(whole),
        "ris": citation.ris(whole),
        "csl": citation.csl_json([whole]),
        "figure": citation.text(replace(whole, title=FIGURE, within=whole.title, based_on=BEHIND)),
    }


def lines() -> Mapping[str, Any] | None:
    """The lines of US trade with the five; none where one of them rests on what may not be passed on."""
    selection = FlowSelection()
    if licensing.is_withheld(flow_selection.frame(selection)).any():
        return None
    return {**flow_map.build(selection, MOST_LINES), "title": word("controls.flows")}


def searched() -> dict[str, Any]:
    """What can be found, its links leading into this file: what stood before the question mark is behind a hash."""
    found = search_index.content()
    return {**found, "places": [f"#{place}" for place in found["places"]]}


def packed(part: Mapping[str, Any]) -> bytes:
    """A part as JSON without blanks, keys in the order they were put in."""
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()
