"""The first pictures of the pages with a map of values: overview, trade and compare.

From the payload, the headline and the rows of the page itself. What may be shown but not passed on is drawn in its
colour, and stands nowhere as text."""

import pandas as pd

from components import cache
from components.figures import headline as words
from components.map.payload import Payload
from components.pictures import map_areas, map_legend
from components.pictures.picture import Picture
from components.reader.choice import Choice, fitted
from components.words import counted, word
from data import indicators
from data.analysis import headline
from data.package import countries, licensing, sources
from data.package.snapshot import kept
from geo import drawn

MOST = 64
# Whose values the overview prints on its countries.
COLUMNS = ("country", "value", "unit", "status", "source_title")


def overview(choice: Choice) -> Picture:
    """The map of the indicator in the year."""
    shown = fitted(choice, "")
    return _map(shown.indicator, shown.year, shown.view, shown.country, shown.classes)


@kept(MOST, worded=True)
def _map(indicator_id: str, year: int, view: str, country: str | None, classes: str) -> Picture:
    payload = cache.map_payload(indicator_id, classes)
    values = indicators.values(indicator_id, year)
    held = frozenset(values.loc[licensing.is_withheld(values), "iso3"])
    found = headline.of(indicator_id, year, country)
    title = f"{payload['title']}, {year}"
    is_open = sources.is_downloadable(found.source_id)
    svg = _svg(payload, year, view, country, held, title)
    shapes = drawn.load(view)
    return Picture(
        headline=words.sentence(indicator_id, year, country) if is_open else title,
        title=title,
        source=_publishers(values),
        description=_description(payload, year, values, held),
        svg=svg,
        width=shapes["width"],
        height=shapes["height"],
        rows=_rows(indicator_id, year),
        note=map_legend.unit(payload),
        legend=map_legend.of(payload, year),
    )


def _svg(payload: Payload, year: int, view: str, country: str | None, held: frozenset[str], title: str) -> str:
    names = {iso3: countries.name(iso3) for iso3 in countries.SIX}
    inside = map_areas.areas(payload, year, view, country)
    inside += map_areas.labels(payload, year, view, names, held)
    inside += map_areas.badge(payload, year, view, countries.name("USA"), held, word("map.badge_none"))
    return map_areas.drawing(drawn.load(view), title, inside)


def _publishers(values: pd.DataFrame) -> str:
    """The publishers of the figures, each once."""
    ids = values.loc[values["value"].notna(), "source_id"].unique()
    return "; ".join(dict.fromkeys(one.publisher for joined in ids for one in sources.describe(joined)))


def _description(payload: Payload, year: int, values: pd.DataFrame, held: frozenset[str]) -> str:
    """The map in words, as the live map says it; where figures are held back, only what it shows."""
    gaps = {"title": payload["title"], "year": year, "unit": payload["unit"]}
    known = values[values["value"].notna()]
    if known.empty:
        return word("alt.none", **gaps)
    if held or payload["categorical"]:
        return f"{payload['title']}, {year}."
    ordered = known.sort_values("value")
    named = [
        f"{countries.name(iso3)} {map_areas.text(payload, iso3, year)}"
        for iso3 in (ordered["iso3"].iloc[0], ordered["iso3"].iloc[-1])
    ]
    if len(known) == 1:
        return word("alt.one", **gaps, high=named[1])
    key = "alt.ranks" if payload["ranked"] else "alt.range"
    return counted(key, len(known), **gaps, low=named[0], high=named[1])


def _rows(indicator_id: str, year: int) -> pd.DataFrame:
    """What of the table of the page may leave, as text."""
    found: pd.DataFrame = cache.table(indicator_id, year).open[list(COLUMNS)]
    return found
