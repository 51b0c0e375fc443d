"""Trade of one pair over the years in one direction, as both sides report it, with the gap between them drawn."""

from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from components.figures import bars, numbers
from components.words import word

HEIGHT_PX = 300
FACTOR = 1e6


@dataclass(frozen=True)
class Side:
    """What one side reports: who, and its Flows of one origin and destination."""

    name: str
    rows: pd.DataFrame


def build(first: Side, second: Side | None, tone: str) -> go.Figure:
    """Lines of both sides in million US dollars; a year without a figure breaks a line, never a bridge over it."""
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
    )
    figure.update_yaxes(rangemode="tozero", title=word("series.unit"), tickformat=",")
    figure.update_xaxes(tickformat="d")
    return figure


def _by_year(rows: pd.DataFrame) -> pd.Series:
    values = rows.set_index("year")["value"] / FACTOR
    if values.empty:
        return values
    return values.reindex(range(int(values.index.min()), int(values.index.max()) + 1))


def _line(side: Side, colour: str, dash: str, symbol: str) -> go.Scatter:
    values = _by_year(side.rows)
    return go.Scatter(
        x=list(values.index),
        y=list(values),
        mode="lines+markers",
        name=side.name,
        connectgaps=False,
        line={"color": colour, "dash": dash, "width": 2},
        marker={"size": 6, "symbol": symbol},
        customdata=[numbers.plain(value, 1) if pd.notna(value) else "" for value in values],
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
    told = [title]
    for side in (first, second):
        if side is not None and len(side.rows):
            newest = side.rows.sort_values("year").iloc[-1]
            value = numbers.plain(newest["value"] / FACTOR, 1)
            told.append(word("series.newest", name=side.name, year=newest["year"], value=value))
    return " ".join(told)
