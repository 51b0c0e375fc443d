"""The first pictures of the pages with a map of values: overview, trade and compare.

From the payloads, the sentences and the rows of the pages themselves. What may be shown but not passed on is drawn in
its colour, and stands nowhere as text."""

from collections.abc import Collection

import pandas as pd

from components import cache
from components.figures import headline as words
from components.figures import trade_answer
from components.map.payload import Flows, Payload
from components.pictures import map_areas, map_lines, map_words
from components.pictures.picture import Picture
from components.reader import compared
from components.reader.choice import COMPARE, DIFFERENCE, TRADE, Choice, fitted, selection_of
from components.words import word
from data import indicators
from data.analysis import comparison, flow_selection, headline
from data.analysis.comparison import Side
from data.analysis.flow_selection import FlowSelection
from data.output import frames
from data.package import countries, licensing, sources
from data.package.snapshot import kept
from geo import drawn
from geo.projection import VIEWS

MOST = 64
# Lines that the overview draws.
MOST_LINES = 20
BETWEEN = "; "
USA = "USA"
# Columns of the files, and how a reader reads them.
HEADS = {
    "country": "table.country",
    "origin_name": "trade.origin",
    "dest_name": "trade.dest",
    "value": "alternatives.value",
    "unit": "alternatives.unit",
    "status": "table.status",
    "source_title": "table.source",
}


def overview(choice: Choice) -> Picture:
    """The map of the indicator in the year, with the lines of US trade where the page has them."""
    shown = fitted(choice, "")
    return _overview(shown.indicator, shown.year, shown.view, shown.country, shown.classes, bool(shown.flows))


@kept(MOST, worded=True)
def _overview(indicator_id: str, year: int, view: str, country: str | None, classes: str, has_lines: bool) -> Picture:
    payload = cache.map_payload(indicator_id, classes)
    held = _held(indicator_id, year)
    title = f"{payload['title']}, {year}"
    lines = cache.flow_payload(FlowSelection(), MOST_LINES) if has_lines else None
    return _picture(
        _sentence(indicator_id, year, country),
        title,
        _publishers(indicators.values(indicator_id, year)),
        map_words.describe(payload, year, held),
        [(title, _svg(payload, year, view, country, held, title, lines))],
        view,
        _rows(cache.table(indicator_id, year).open),
    )


def trade(choice: Choice) -> Picture:
    """The flows of the selection, over what they come to with each partner."""
    shown = fitted(choice, TRADE)
    return _trade(selection_of(shown), shown.year, shown.view, shown.top)


@kept(MOST, worded=True)
def _trade(selection: FlowSelection, year: int, view: str, top: int) -> Picture:
    payload = cache.partner_payload(selection)
    rows = flow_selection.placed(selection, year)
    title = f"{payload['title']}, {year}"
    drawn_rows = rows[rows["rank"] <= top]
    lines = cache.flow_payload(selection, top)
    return _picture(
        trade_answer.sentence(year) or title,
        title,
        _publishers(rows),
        map_words.describe(payload, year, ()),
        [(title, _svg(payload, year, view, selection.country, (), title, lines))],
        view,
        _rows(frames.flows_download(drawn_rows, selection.set_id)),
    )


def compare(choice: Choice) -> Picture:
    """Two maps side by side, or that of the difference."""
    shown = fitted(choice, COMPARE)
    first, second = compared.sides(shown)
    kind = compared.change_kind(choice) if shown.mode == DIFFERENCE and _has_change(first, second) else None
    return _compare(first, second, kind, shown.view, shown.country, shown.classes)


@kept(MOST, worded=True)
def _compare(
    first: Side, second: Side, change_kind: str | None, view: str, country: str | None, classes: str
) -> Picture:
    held = _held(first.indicator_id, first.year) | _held(second.indicator_id, second.year)
    sides = [(cache.map_payload(one.indicator_id, classes), one.year) for one in (first, second)]
    if change_kind:
        sides = [(cache.change_payload(first.indicator_id, first.year, second.year, change_kind), second.year)]
    titles = [f"{payload['title']}, {year}" for payload, year in sides]
    values = [indicators.values(one.indicator_id, one.year) for one in (first, second)]
    return _picture(
        " ".join(dict.fromkeys(_sentence(one.indicator_id, one.year, country) for one in (first, second))),
        " – ".join(dict.fromkeys(titles)),
        _publishers(pd.concat(values)),
        " ".join(map_words.describe(payload, year, held) for payload, year in sides),
        [
            (title, _svg(payload, year, view, country, held, title))
            for (payload, year), title in zip(sides, titles, strict=True)
        ],
        view,
        _compared_rows(first, second, change_kind),
    )


def _has_change(first: Side, second: Side) -> bool:
    """Whether there is a difference to be drawn."""
    return comparison.is_measured(first.indicator_id) and first.year != second.year


def _compared_rows(first: Side, second: Side, change_kind: str | None) -> pd.DataFrame:
    """What of the table of the page may leave: a column for each side, and one for the change."""
    found = cache.comparison(first, second, change_kind or comparison.ABSOLUTE).open
    heads = {"country": word(HEADS["country"])}
    for name, side in (("first", first), ("second", second)):
        heads[f"{name}_value"] = f"{indicators.get(side.indicator_id).title}, {side.year}"
        heads[f"{name}_unit"] = f"{word(HEADS['unit'])}, {side.year}"
        heads[f"{name}_status"] = f"{word(HEADS['status'])}, {side.year}"
    columns = found[list(heads)]
    return pd.DataFrame({place: columns[name] for place, name in enumerate(heads)}).set_axis(
        list(heads.values()), axis=1
    )


def _picture(
    sentence: str,
    title: str,
    source: str,
    description: str,
    parts: list[tuple[str, str]],
    view: str,
    rows: pd.DataFrame,
) -> Picture:
    shapes = drawn.load(view)
    svgs = tuple(svg for _, svg in parts)
    whole = svgs[0] if len(svgs) == 1 else map_areas.beside(svgs, shapes, title)
    width = map_areas.width_beside(len(svgs))
    return Picture(
        sentence,
        title,
        source,
        description,
        whole,
        width,
        shapes["height"],
        rows,
        parts=tuple(parts) if len(parts) > 1 else (),
    )


def _svg(
    payload: Payload,
    year: int,
    view: str,
    country: str | None,
    held: Collection[str],
    title: str,
    lines: Flows | None = None,
) -> str:
    names = {iso3: countries.name(iso3) for iso3 in countries.SIX}
    inside = map_areas.areas(payload, year, view, country)
    name, absence = countries.name(USA), word("map.badge_none")
    if lines:
        plate = map_areas.plate(payload, view, name, absence) if VIEWS[view].get("badge") else None
        inside += map_lines.lines(lines, year, view, plate)
    inside += map_areas.labels(payload, year, view, names, held)
    inside += map_areas.badge(payload, year, view, name, held, absence)
    return map_areas.drawing(drawn.load(view), title, inside)


def _held(indicator_id: str, year: int) -> frozenset[str]:
    """Countries with a figure that may be shown, but not passed on."""
    values = indicators.values(indicator_id, year)
    return frozenset(values.loc[licensing.is_withheld(values), "iso3"])


def _sentence(indicator_id: str, year: int, country: str | None) -> str:
    """The headline; where it tells of figures that may not be passed on, what the map is of."""
    if sources.is_downloadable(headline.of(indicator_id, year, country).source_id):
        return words.sentence(indicator_id, year, country)
    return f"{indicators.get(indicator_id).title}, {year}"


def _publishers(rows: pd.DataFrame) -> str:
    """The publishers of the figures, each once."""
    ids = rows.loc[rows["value"].notna(), "source_id"].unique()
    return BETWEEN.join(dict.fromkeys(one.publisher for joined in ids for one in sources.describe(joined)))


def _rows(frame: pd.DataFrame) -> pd.DataFrame:
    """What of the page's rows may leave, as text, under names that a reader reads."""
    known = [name for name in HEADS if name in frame]
    return frame[known].rename(columns={name: word(HEADS[name]) for name in known})
