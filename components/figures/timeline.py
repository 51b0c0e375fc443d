"""An indicator over all its years: a line for each country, or places and standings in forms of their own.

A line ends where reporter or basis changes and begins anew after it; a year without a figure is a gap. What is not
final has an open mark. Why a figure is missing stands by year in a strip below, as on the map by a mark of its own."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go
from plotly.subplots import make_subplots

from components.figures import direct_labels, timeline_marks, whose
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data import indicators
from data.analysis import breaks
from data.indicators import Indicator
from data.package import countries
from data.subjects import number_format
from data.vocabulary import terms

HEIGHT_PX, ROW_PX, STRIP_PX = 430, 24, 16
FEW_YEARS = 12
# Hues that stay apart in every colour vision and read on white and on dark; the form of the mark says it once more.
TONES = ("#2f7fd1", "#d9622b", "#129a74", "#c76fa5", "#b3820c", "#7f8994", "#7b64d8", "#9a7050", "#3aa6b9")
MARKS = ("circle", "square", "diamond", "triangle-up", "triangle-down", "pentagon", "star", "hexagon", "cross")
OPEN = ("provisional", "estimated", "claim")


@dataclass(frozen=True)
class Drawn:
    """A country of the chart: its rows of all years with a value, and how it is drawn."""

    iso3: str
    rows: pd.DataFrame
    tone: str
    mark: str


def offered(indicator_id: str) -> list[str]:
    """Countries beside the six that have a figure in any year, by name."""
    values = indicators.values(indicator_id)
    found = set(values.loc[values["value"].notna(), "iso3"]) - set(countries.SIX)
    return sorted(found, key=countries.name)


def countries_of(indicator_id: str, others: Sequence[str], country: str | None) -> list[str]:
    """The countries of the chart: the six, the others asked for, and the chosen one; those without any figure not."""
    values = indicators.values(indicator_id)
    known = set(values.loc[values["value"].notna(), "iso3"])
    asked = dict.fromkeys([*countries.SIX, *others, *filter(None, [country])])
    if known.isdisjoint(asked):
        # Where none of the six ever has one, those that have most.
        counts = values.loc[values["value"].notna(), "iso3"].value_counts()
        return [str(iso3) for iso3 in counts.index[: len(countries.SIX)]]
    return [iso3 for iso3 in asked if iso3 in known][: len(TONES)]


def _drawn(indicator_id: str, shown: Sequence[str]) -> list[Drawn]:
    values = indicators.values(indicator_id)
    known = values[values["value"].notna()]
    places = {iso3: place for place, iso3 in enumerate(dict.fromkeys([*countries.SIX, *shown]))}
    return [
        Drawn(iso3, known[known["iso3"] == iso3], TONES[places[iso3] % len(TONES)], MARKS[places[iso3] % len(MARKS)])
        for iso3 in shown
    ]


@drawn_once
def build(indicator_id: str, year: int, shown: Sequence[str], height_px: int = HEIGHT_PX) -> go.Figure:
    """The chart of some countries (`countries_of`), with a line at the year; `height_px` is that of lines."""
    indicator = indicators.get(indicator_id)
    drawn = _drawn(indicator_id, shown)
    gaps = timeline_marks.gaps(indicator_id, shown)
    is_word = indicator.kind == terms.MEMBERSHIP
    main_px = ROW_PX * len(drawn) + 20 if is_word else height_px
    strip_px = STRIP_PX * gaps["iso3"].nunique()
    rows = [main_px, strip_px] if strip_px else [main_px]
    figure = make_subplots(rows=len(rows), cols=1, shared_xaxes=True, vertical_spacing=0.04, row_heights=rows)
    if is_word:
        timeline_marks.add_standings(figure, [(one.iso3, one.rows) for one in drawn])
    else:
        _add_lines(figure, drawn, indicator, main_px)
    timeline_marks.add_gaps(figure, gaps, indicator)
    _dress(figure, indicator, drawn, main_px + strip_px, has_strip=bool(strip_px))
    figure.add_vline(x=year, line={"color": timeline_marks.GREY, "width": 1.5, "dash": "dot"})
    figure.add_annotation(x=year, y=1, yref="paper", yanchor="bottom", text=f"<b>{year}</b>", showarrow=False)
    return figure


def _dress(figure: go.Figure, indicator: Indicator, drawn: list[Drawn], inner_px: int, *, has_strip: bool) -> None:
    years = indicators.years(indicator.id)
    step = {"dtick": 1} if years[-1] - years[0] <= FEW_YEARS else {}
    figure.update_layout(
        height=inner_px + 90,
        margin={"l": 8, "r": 120 if indicator.kind != terms.MEMBERSHIP else 8, "t": 24, "b": 36},
        legend={"orientation": "h", "y": -0.08, "yanchor": "top", "x": 0},
        hovermode="closest",
        separators=number_format.separators(),
        dragmode=False,
    )
    figure.update_xaxes(tickformat="d", range=[years[0] - 0.6, years[-1] + 0.6], fixedrange=True, **step)
    figure.update_yaxes(fixedrange=True)
    if has_strip:
        names = [charted(countries.name(one.iso3)) for one in drawn]
        order = {"categoryorder": "array", "categoryarray": names[::-1]}
        figure.update_yaxes(showgrid=False, **order, row=2, col=1)
    if indicator.kind == terms.MEMBERSHIP:
        figure.update_yaxes(autorange="reversed", row=1, col=1)
        return
    axis = {"title": charted(indicator.unit_name), "tickformat": ",", "zeroline": True}
    if indicator.kind == "rank":
        axis |= {"autorange": "reversed", "tickformat": "d"}
    elif is_log(indicator, drawn):
        axis |= {"type": "log", "dtick": 1}
    elif indicator.kind != "balance":
        axis |= {"rangemode": "tozero"}
    figure.update_yaxes(**axis, row=1, col=1)


def is_log(indicator: Indicator, drawn: Sequence[Drawn]) -> bool:
    """Whether the axis grows by factors: where the classes of the map do, and nothing is below zero."""
    values = [float(value) for one in drawn for value in one.rows["value"]] if indicator.scale == "log" else []
    return any(value > 0 for value in values) and min(values) >= 0


def _foot(drawn: Sequence[Drawn]) -> float:
    """Where a zero stands on an axis that has none: at half of the smallest value."""
    return min(float(value) for one in drawn for value in one.rows["value"] if value > 0) / 2


def _add_lines(figure: go.Figure, drawn: list[Drawn], indicator: Indicator, main_px: int) -> None:
    foot = _foot(drawn) if is_log(indicator, drawn) else None
    for one in drawn:
        points = _points(one, indicator, foot)
        figure.add_scatter(
            x=[point[0] for point in points],
            y=[point[1] for point in points],
            mode="lines+markers",
            name=charted(countries.name(one.iso3)),
            showlegend=False,
            connectgaps=False,
            line={"color": one.tone, "width": 2},
            marker={
                "size": 7,
                "symbol": [point[2] for point in points],
                "color": one.tone,
                "line": {"width": 1.5, "color": one.tone},
            },
            unselected={"marker": {"opacity": 1}},
            customdata=[(one.iso3, point[0], point[3]) for point in points],
            hovertemplate="%{customdata[2]}<extra></extra>",
            row=1,
            col=1,
        )
        for first in breaks.years(one.rows):
            figure.add_vrect(
                x0=first - 0.58, x1=first - 0.42, fillcolor=one.tone, opacity=0.35, line_width=0, row=1, col=1
            )
    _label(figure, drawn, indicator, main_px, foot)


def _points(one: Drawn, indicator: Indicator, foot: float | None) -> list[tuple[int, float | None, str, str]]:
    """Year, height, mark and words of each point; a point without height where the line has to break."""
    made: list[tuple[int, float | None, str, str]] = []
    for piece in breaks.pieces(one.rows):
        if made:
            made.append((int(piece["year"].iloc[0]), None, one.mark, ""))
        before: int | None = None
        for row in piece.to_dict("records"):
            year = int(row["year"])
            if before is not None and year - before > 1:
                made.append((before + 1, None, one.mark, ""))
            height = _height(row["value"], indicator, foot)
            mark = f"{one.mark}-open" if row["status"] in OPEN else one.mark
            made.append((year, height, mark, charted(_said(row, indicator))))
            before = year
    return made


def _said(row: Mapping[Any, Any], indicator: Indicator) -> str:
    shown = number_format.show(float(str(row["value"])), indicator)
    (label,) = whose.labels([(str(row["iso3"]), str(row["status"]), str(row["reporter"]), str(row["basis"]))])
    unit = terms.unit_after(indicator.display_unit, shown)
    return word(
        "chart.point", name=countries.name(str(row["iso3"])), year=row["year"], value=f"{shown} {unit}", status=label
    )


def _label(figure: go.Figure, drawn: list[Drawn], indicator: Indicator, main_px: int, foot: float | None) -> None:
    """The name of each country at the end of its line."""
    heights = {one.iso3: [_height(value, indicator, foot) for value in one.rows["value"]] for one in drawn}
    ends = []
    for one in drawn:
        row = one.rows.sort_values("year").iloc[-1]
        name = charted(countries.name(one.iso3))
        ends.append(direct_labels.End(name, int(row["year"]), _height(row["value"], indicator, foot), one.tone))
    reach = [height for own in heights.values() for height in own] + ([] if foot is not None else [0.0])
    downwards = indicator.kind == "rank"
    direct_labels.add(figure, ends, reach, main_px, is_log=foot is not None, downwards=downwards)


def _height(value: float, indicator: Indicator, foot: float | None) -> float:
    """Where a value stands, in units of display; a zero on an axis that has none stands at its foot."""
    return (foot if foot is not None and value == 0 else float(value)) / indicator.display_factor


def alt(indicator_id: str, shown: Sequence[str]) -> str:
    """The chart in words: how far each line reaches, and its newest figure."""
    indicator = indicators.get(indicator_id)
    parts = [word("chart.alt", title=indicator.title)]
    for one in _drawn(indicator_id, shown):
        rows = one.rows.sort_values("year")
        newest = rows.iloc[-1]
        if indicator.kind == terms.MEMBERSHIP:
            value = terms.standing(newest["value"])
        else:
            value = number_format.spoken(float(newest["value"]), indicator)
        gaps = {"name": countries.name(one.iso3), "first": rows["year"].iloc[0], "last": newest["year"]}
        parts.append(word("chart.alt_line", **gaps, value=value))
    return " ".join(parts)


def notes(indicator_id: str, shown: Sequence[str]) -> list[str]:
    """What to know of the chart: where lines break and why, which marks are open, that the axis grows by factors."""
    indicator = indicators.get(indicator_id)
    drawn = _drawn(indicator_id, shown)
    said = [] if indicator.kind == terms.MEMBERSHIP else [word("chart.marks")]
    if len(timeline_marks.gaps(indicator_id, shown)):
        said.append(word("chart.strip"))
    if is_log(indicator, drawn):
        said.append(word("chart.log"))
        if any((one.rows["value"] == 0).any() for one in drawn):
            said.append(word("chart.zero"))
    broken = ((one.iso3, whose.broken(one.rows)) for one in drawn)
    said += [word("series.breaks", name=countries.name(iso3), breaks=text) for iso3, text in broken if text]
    return said
