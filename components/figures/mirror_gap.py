"""What both sides report of one way of goods, year by year: a dumbbell, and below it the gap that freight leaves.

A band leads from the importer's value down to what is left of it when the factor is taken off; where the importer's
value has no freight in it, there is none. The ratio stands above each year as text."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import trade_words
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.analysis.mirror_gap import MOST_CIF, US
from data.package import countries
from data.subjects import number_format
from data.vocabulary import terms

HEIGHT_PX = 360
ROOM = 1.16


@drawn_once
def build(rows: pd.DataFrame, year: int) -> go.Figure:
    """The rows of `mirror_gap.of` of one origin and destination, years that both sides or one reports; a line at the
    year that the title tells."""
    shown = rows.to_dict("records")
    both = [row for row in shown if pd.notna(row["gap_usd"])]
    most = max((one for row in shown for one in (row["reporter_usd"], row["partner_usd"]) if pd.notna(one)), default=1)
    traces = [_bridges(both)]
    if any(row["cif_pct"] for row in both):
        traces.append(_bands(both))
    traces += [_side(shown, "reporter"), _side(shown, "partner"), _gaps(both)]
    text = {"font": {"size": 9}, "textangle": -90, "showarrow": False, "yanchor": "top"}
    height = most * ROOM / trade_words.MILLION
    ratios = [{"x": row["year"], "y": height, "text": ratio(row), **text} for row in both]
    told = _told(rows, year)
    mark = {
        "type": "line",
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "line": {"color": tones.OTHER, "width": 1, "dash": "dot"},
    }
    marks = [] if told is None else [{"x0": int(told["year"]), "x1": int(told["year"]), **mark}]
    return go.Figure(traces, _layout(rows, most) | {"annotations": ratios, "shapes": marks})


def ratio(row: dict[Any, Any]) -> str:
    """The reporter's figure over the partner's, as text."""
    return "" if pd.isna(row["ratio"]) else f"×{number_format.few_digits(row['ratio'])}"


def _bridges(both: list[dict[Any, Any]]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "x": [part for row in both for part in (row["year"], row["year"], None)],
        "y": [part for row in both for part in _pair(row, "reporter_usd", "partner_usd")],
        "mode": "lines",
        "line": {"color": tones.GRID, "width": 3},
        "hoverinfo": "skip",
    }


def _bands(both: list[dict[Any, Any]]) -> dict[str, Any]:
    who = "reporter" if both[0]["importer"] == both[0]["reporter"] else "partner"
    return {
        "type": "scatter",
        "x": [part for row in both for part in (row["year"], row["year"], None)],
        "y": [part for row in both for part in _pair(row, f"{who}_usd", f"{who}_less_freight_usd")],
        "mode": "lines",
        "line": {"color": tones.FIVE_PALE, "width": 9},
        "hoverinfo": "skip",
    }


def _pair(row: dict[Any, Any], first: str, second: str) -> tuple[float, float, None]:
    return row[first] / trade_words.MILLION, row[second] / trade_words.MILLION, None


def _side(shown: list[dict[Any, Any]], who: str) -> dict[str, Any]:
    told = [row for row in shown if pd.notna(row[f"{who}_usd"])]
    is_us = bool(told) and told[0][who] == US
    return {
        "type": "scatter",
        "x": [row["year"] for row in told],
        "y": [row[f"{who}_usd"] / trade_words.MILLION for row in told],
        "mode": "markers",
        "marker": {
            "color": tones.CHOSEN if is_us else tones.FIVE,
            "symbol": [_symbol(row, is_us=is_us) for row in told],
            "size": 8,
            "line": {"width": 1.5, "color": tones.CHOSEN if is_us else tones.FIVE},
        },
        "hovertext": [charted(point(row)) for row in told],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _symbol(row: dict[Any, Any], *, is_us: bool) -> str:
    """Circles are the United States, diamonds the country; open where the other side is missing."""
    shape = "circle" if is_us else "diamond"
    return shape if pd.notna(row["gap_usd"]) else f"{shape}-open"


def _gaps(both: list[dict[Any, Any]]) -> dict[str, Any]:
    return {
        "type": "bar",
        "yaxis": "y2",
        "x": [row["year"] for row in both],
        "y": [row["gap_usd"] / trade_words.MILLION for row in both],
        "marker": {"color": tones.OTHER, "line": {"width": 0}},
        "hovertext": [charted(point(row)) for row in both],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _layout(rows: pd.DataFrame, most: float) -> dict[str, Any]:
    years = rows["year"]
    axis = {"gridcolor": tones.GRID, "tickformat": ",", "fixedrange": True}
    upper = {"range": [0, most * ROOM / trade_words.MILLION], "title": {"text": terms.unit("million_usd")}}
    return {
        "height": HEIGHT_PX,
        "margin": {"l": 0, "r": 0, "t": 4, "b": 4},
        "showlegend": False,
        "dragmode": False,
        "bargap": 0.35,
        "separators": number_format.separators(),
        "xaxis": {
            "range": [int(years.min()) - 0.8, int(years.max()) + 0.8],
            "tickformat": "d",
            "fixedrange": True,
            "anchor": "y2",
        },
        "yaxis": axis | upper | {"domain": [0.36, 1]},
        "yaxis2": axis | {"title": {"text": charted(word("mirror_gap.gap"))}, "domain": [0, 0.31]},
    }


def side(row: dict[Any, Any], who: str) -> str:
    """Who reports what, of which value."""
    value = row[f"{who}_usd"]
    name = countries.name(row[who])
    if pd.isna(value):
        return word("mirror_gap.silent", name=name)
    return word(
        "mirror_gap.side",
        name=name,
        money=trade_words.money(value),
        valued=word(f"mirror_gap.valued_{row[f'{who}_valued']}"),
    )


def point(row: dict[Any, Any]) -> str:
    """A year in words: both sides, the gap that is left, the ratio."""
    parts = [f"{row['year']}: {side(row, 'reporter')}", side(row, "partner")]
    if pd.notna(row["gap_usd"]):
        parts.append(word("mirror_gap.left", money=trade_words.money(row["gap_usd"]), ratio=ratio(row)))
    return "; ".join([*parts, terms.status(row["status"])])


def _told(rows: pd.DataFrame, year: int) -> pd.Series | None:
    """The row of the year where both sides report it, else the newest that both do; none where there is none."""
    both = rows.dropna(subset=["gap_usd"])
    asked = both[both["year"] == year]
    return None if both.empty else (asked if len(asked) else both).iloc[-1]


def title(rows: pd.DataFrame, year: int) -> str:
    """The finding by rule, of the year or of the newest that both sides report."""
    flow = trade_words.flow(str(rows["origin"].iloc[0]), str(rows["dest"].iloc[0]))
    newest = _told(rows, year)
    if newest is None:
        return word("mirror_gap.title_one_side", flow=flow)
    exporter = str(newest["origin"])
    is_reporter = exporter == newest["reporter"]
    exported, imported = ("reporter", "partner") if is_reporter else ("partner", "reporter")
    return word(
        f"mirror_gap.title_{newest['finding']}",
        flow=flow,
        year=newest["year"],
        exported=trade_words.money(newest[f"{exported}_usd"]),
        imported=trade_words.money(newest[f"{imported}_usd"]),
        exporter=countries.name(exporter),
        importer=countries.name(str(newest["importer"])),
        closing="" if pd.isna(newest["closing_pct"]) else number_format.plain(newest["closing_pct"]),
        most=MOST_CIF,
    )


def alt(rows: pd.DataFrame) -> str:
    """The newest years in words."""
    return "; ".join(point(row) for row in rows.tail(3).to_dict("records"))
