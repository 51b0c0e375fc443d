"""Trade of one pair over the years in one direction, as both sides report it, with the gap between them drawn."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.figures import bars, whose
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.analysis import breaks
from data.subjects import number_format
from data.vocabulary import terms

HEIGHT_PX = 300
FACTOR = 1e6
FEW_YEARS = 6


@dataclass(frozen=True)
class Side:
    """What one side reports: who, and its Flows of one origin and destination."""

    name: str
    rows: pd.DataFrame


@drawn_once
def build(first: Side, second: Side | None, tone: str) -> go.Figure:
    """Lines of both sides in million US dollars; a year without a figure and another basis break a line."""
    figure = go.Figure()
    if second is not None and len(second.rows):
        figure.add_trace(_gap(first.rows, second.rows))
    figure.add_trace(_line(first, bars.TONES[tone], "solid", "circle"))
    if second is not None and len(second.rows):
        figure.add_trace(_line(second, bars.TONES[tone], "dot", "diamond-open"))
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 0, "r": 8, "t": 8, "b": 4},
        legend={"orientation": "h", "y": -0.12, "yanchor": "top", "x": 0},
        hovermode="x unified",
        separators=number_format.separators(),
    )
    figure.update_yaxes(rangemode="tozero", title=terms.unit("million_usd"), tickformat=",")
    figure.update_xaxes(tickformat="d", **_year_steps(first, second))
    return figure


def _year_steps(*sides: Side | None) -> dict[str, int]:
    """A tick a year where there are few years: Plotly else prints each several times."""
    years = [year for side in sides if side is not None for year in side.rows["year"]]
    return {"dtick": 1} if years and max(years) - min(years) <= FEW_YEARS else {}


def _points(rows: pd.DataFrame) -> list[tuple[int | None, float | None, str]]:
    """Year, value and label of every point, with a gap where a year has no figure and where a series breaks."""
    points: list[tuple[int | None, float | None, str]] = []
    before: int | None = None
    for piece in breaks.pieces(rows):
        if before is not None:
            points.append((None, None, ""))
        before = None
        for row in piece.to_dict("records"):
            year, value = int(row["year"]), float(row["value"]) / FACTOR
            points += [(gone, None, "") for gone in range(before + 1, year)] if before is not None else []
            more = whose.notes(row["basis"])
            points.append(
                (year, value, f"{number_format.plain(value, 1)} ({more})" if more else number_format.plain(value, 1))
            )
            before = year
    return points


def broken(side: Side) -> str:
    """Where the line of a side breaks, and what stands before and after, in words; empty where it does not."""
    found = whose.broken(side.rows)
    return word("series.breaks", name=side.name, breaks=found) if found else ""


def _line(side: Side, colour: str, dash: str, symbol: str) -> go.Scatter:
    points = _points(side.rows)
    return go.Scatter(
        x=[year for year, _, _ in points],
        y=[value for _, value, _ in points],
        mode="lines+markers",
        name=charted(side.name),
        connectgaps=False,
        line={"color": colour, "dash": dash, "width": 2},
        marker={"size": 6, "symbol": symbol},
        customdata=[charted(text) for _, _, text in points],
        hovertemplate="%{customdata}",
    )


def _gap(first: pd.DataFrame, second: pd.DataFrame) -> go.Scatter:
    both = first.merge(second, on="year", suffixes=("", "_other")).sort_values("year")
    lines = [(row["year"], row["value"] / FACTOR, row["value_other"] / FACTOR) for row in both.to_dict("records")]
    return go.Scatter(
        x=[part for year, _, _ in lines for part in (year, year, None)],
        y=[part for _, low, high in lines for part in (low, high, None)],
        mode="lines",
        name=word("series.gap"),
        line={"color": bars.TONES["other"], "width": 5},
        opacity=0.55,
        hoverinfo="skip",
    )


def alt(first: Side, second: Side | None, title: str) -> str:
    """The chart in words: newest figure of each side."""
    parts = [title]
    for side in (first, second):
        if side is not None and len(side.rows):
            newest = side.rows.sort_values("year").iloc[-1]
            value = number_format.plain(newest["value"] / FACTOR, 1)
            parts.append(word("series.newest", name=side.name, year=newest["year"], value=value))
    return " ".join(parts)
