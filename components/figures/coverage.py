"""Coverage of a table as a heat map: rows by country and year, empty where there is none.

The six stand on top, then the countries with most rows; a table on two hundred countries would be no picture, so only
the first MOST are drawn, and `build` says how many are not."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.package import countries
from data.subjects import number_format

MOST = 24
ROW_HEIGHT, AROUND = 22, 90


def ordered(counts: pd.DataFrame) -> list[str]:
    """Codes of a table of counts in the order they are drawn."""
    rows = counts.sum(axis=1)
    six = [iso3 for iso3 in countries.SIX if iso3 in counts.index]
    others = sorted((iso3 for iso3 in counts.index if iso3 not in six), key=lambda iso3: (-rows[iso3], iso3))
    return [*six, *others]


@drawn_once
def build(counts: pd.DataFrame) -> tuple[go.Figure, int]:
    """The heat map of rows per country (index) and year (columns), and the number of countries left out of it."""
    shown = ordered(counts)[:MOST]
    drawn = counts.loc[shown].astype("float64")
    drawn = drawn.where(drawn > 0)
    cells: dict[str, Any] = {
        "z": drawn.to_numpy(),
        "x": [int(year) for year in drawn.columns],
        "y": [charted(countries.name(iso3)) for iso3 in shown],
        "xgap": 1,
        "ygap": 1,
        "hoverongaps": False,
        "hovertemplate": "%{y}, %{x}: %{z:,}<extra></extra>",
        "colorbar": {"title": {"text": word("coverage.rows")}, "thickness": 10, "tickformat": ",d"},
    }
    figure = go.Figure(go.Heatmap(cells))
    figure.update_layout(
        height=ROW_HEIGHT * len(shown) + AROUND,
        separators=number_format.separators(),
        margin={"l": 0, "r": 0, "t": 8, "b": 24},
        xaxis={"fixedrange": True, "tickformat": "d", "showgrid": False},
        yaxis={"fixedrange": True, "autorange": "reversed", "dtick": 1, "showgrid": False},
    )
    return figure, len(counts) - len(shown)


def describe(counts: pd.DataFrame, title: str) -> str:
    """The heat map in words: span, number of countries, the fullest and, of the six, those without any row."""
    codes = ordered(counts)
    rows = counts.sum(axis=1)
    most = max(codes, key=lambda iso3: rows[iso3])
    years = [int(year) for year in counts.columns]
    said = word(
        "coverage.alt",
        title=title,
        first=years[0],
        last=years[-1],
        countries=counted("coverage.countries", len(codes)),
        most=countries.name(most),
        rows=number_format.plain(rows[most]),
    )
    missing = ", ".join(countries.name(iso3) for iso3 in countries.SIX if iso3 not in counts.index)
    return f"{said} {word('coverage.alt_missing', names=missing)}" if missing else said
