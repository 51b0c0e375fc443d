"""Pictures of an indicator over its years, and of the flows of a year: the figures of a story that are no map."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from components.figures import bars as flow_bars
from components.figures import flow_map
from data import flows, indicators
from data.analysis import breaks, flow_selection
from data.analysis.flow_selection import FlowSelection
from data.indicators import Indicator
from data.output.drawing import bars, tones, years
from data.output.drawing.bars import Bar
from data.output.drawing.years import Line
from data.package import countries, licensing
from data.subjects import number_format
from data.vocabulary import terms

# Kinds that have no line from nought: places, standings, what may be below it.
WITHOUT_LINE = ("rank", terms.MEMBERSHIP, "balance")
DASHES = ("", "4 3", "1 3", "7 3", "7 3 1 3")
WIDTH_PX, HEIGHT_PX, NAMES_PX = 480, 240, 170


def over_years(indicator_id: str, year: int, shown: Sequence[str], mark: str) -> tuple[str, str]:
    """Title and drawing: a line for each country, the one that is singled out in rust; of a place or a standing, what
    each has in the year."""
    indicator = indicators.get(indicator_id)
    if indicator.kind in WITHOUT_LINE:
        return f"{indicator.title}, {year}", _in_year(indicator, year, shown, mark)
    title = f"{indicator.title}, {indicator.unit_name}"
    values = indicators.values(indicator_id)
    listed = indicators.years(indicator_id)
    drawn = [_line(values[values["iso3"] == iso3], iso3, mark, place) for place, iso3 in enumerate(shown)]

    def said(value: float) -> str:
        return number_format.few_digits(value / indicator.display_factor)

    return title, years.draw(drawn, listed[0], listed[-1], title, said, WIDTH_PX, HEIGHT_PX)


def _tone(iso3: str, mark: str) -> str:
    return tones.CHOSEN if iso3 == mark else tones.FIVE if iso3 in countries.C5 else tones.OTHER


def _line(rows: pd.DataFrame, iso3: str, mark: str, place: int) -> Line:
    known = rows[rows["value"].notna()]
    points = list(zip(known["year"].astype(int), known["value"].astype(float), strict=True))
    dashes = "" if iso3 == mark else DASHES[place % len(DASHES)]
    return Line(countries.name(iso3), points, _tone(iso3, mark), dashes, tuple(breaks.years(known)))


def _in_year(indicator: Indicator, year: int, shown: Sequence[str], mark: str) -> str:
    values = indicators.values(indicator.id, year)
    rows = {str(row["iso3"]): row for row in values[~licensing.is_withheld(values)].to_dict("records")}
    drawn = [
        Bar(countries.name(one), None, _said(rows[one], indicator), _tone(one, mark)) for one in shown if one in rows
    ]
    return bars.draw(drawn, f"{indicator.title}, {year}", WIDTH_PX, NAMES_PX)


def _said(row: dict[Any, Any], indicator: Indicator) -> str:
    if pd.isna(row["value"]):
        return terms.status(str(row["status"]), indicator.kind)
    return (
        terms.standing(row["value"])
        if indicator.kind == terms.MEMBERSHIP
        else number_format.spoken(row["value"], indicator)
    )


def of_flows(selection: FlowSelection, year: int, top: int, mark: str) -> tuple[str, str]:
    """Title and drawing: bars of the largest flows of a year, the pair that is singled out ("KAZ-USA") in rust."""
    rows = flow_selection.frame(selection, year)
    drawn = rows[rows["rank"] <= top]
    held = licensing.is_withheld(drawn)
    made = [_bar(row, selection, mark, is_held=out) for row, out in zip(drawn.to_dict("records"), held, strict=True)]
    title = f"{flows.get(selection.set_id).title}, {year}, {flow_map.unit(selection)}"
    return title, bars.draw(made, title, WIDTH_PX, NAMES_PX)


def _bar(row: dict[Any, Any], selection: FlowSelection, mark: str, *, is_held: bool) -> Bar:
    tone = tones.CHOSEN if f"{row['origin']}-{row['dest']}" == mark else tones.FIVE
    said = "" if is_held else flow_map.number(row["value"], selection)
    return Bar(flow_bars.pair_name(row), float(row["value"]), said, tone)
