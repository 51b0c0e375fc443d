"""The United States beside China, Russia, the European Union and Turkey: shares of a year as a column of a hundred
percent, shares and places as lines over the years.

What is in the rest for want of a figure, and what no country is named for, is hatched. Where no total of the same books
is on record there are no shares: the values themselves are the lines, and nothing is stacked."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import direct_labels, mineral_words, trade_words
from components.figures import mineral_tones as tones
from components.figures.charted import charted
from components.figures.direct_labels import End
from components.figures.once import drawn_once
from components.words import word
from data.analysis import breaks
from data.analysis.partners_in_context import EU, EU_BEFORE, REST, UNTOLD
from data.subjects import number_format
from data.vocabulary import terms

HEIGHT_PX, AXIS_PX = 300, 240
LABEL_YEARS, STACK_LABEL_YEARS = 3.4, 4.4
UNION = (EU, EU_BEFORE)
TONES = {"USA": tones.CHOSEN, "CHN": tones.GREYS[4], "RUS": tones.GREYS[0], "TUR": tones.GREYS[2], EU: tones.GREYS[1]}
SYMBOLS = {"USA": "circle", "CHN": "square", "RUS": "diamond", "TUR": "triangle-up", EU: "cross"}
ORDER = ("USA", "CHN", "RUS", EU, "TUR", UNTOLD, REST)
LEAST_PRINTED_PCT = 4


def has_shares(rows: pd.DataFrame) -> bool:
    """Whether the books have totals to take shares of."""
    return bool(rows["share_pct"].notna().any())


def _of(rows: pd.DataFrame, partner: str) -> pd.DataFrame:
    """The rows of a partner by year, columns as those of the rows; the Union is one, whichever members it counts."""
    is_one = rows["partner"].isin(UNION) if partner == EU else rows["partner"] == partner
    return rows[is_one].sort_values("year")


@drawn_once
def stack(rows: pd.DataFrame) -> go.Figure:
    """Columns of the shares of `partners_in_context.of`, the United States at the bottom."""
    traces, ends, last, height = [], [], int(rows["year"].max()), 0.0
    for partner in ORDER:
        own = _of(rows, partner).dropna(subset=["share_pct"])
        if own.empty:
            continue
        traces.append(_column(own, partner))
        newest = own[own["year"] == last]["share_pct"]
        if len(newest):
            name = charted(trade_words.partner(partner))
            ends.append(End(name, last, height + float(newest.iloc[0]) / 2, _ink(partner)))
            height += float(newest.iloc[0])
    labels = direct_labels.placed(ends, [0, 100], AXIS_PX, is_log=False, downwards=False)
    layout = _layout(rows, word("partner_context.percent"), [0, 100], STACK_LABEL_YEARS)
    layout |= {"barmode": "stack", "bargap": 0.12, "uniformtext": {"mode": "hide", "minsize": 9}}
    return go.Figure(traces, layout | {"annotations": [label | {"xshift": 16} for label in labels]})


def _ink(partner: str) -> str:
    return tones.CHOSEN if partner == "USA" else tones.OTHER


def _column(own: pd.DataFrame, partner: str) -> dict[str, Any]:
    shown = own.to_dict("records")
    is_hatched = [partner == UNTOLD or bool(row["includes"]) for row in shown]
    shapes = {"shape": [tones.HATCH if one else "" for one in is_hatched], "fillmode": "replace", "size": 6}
    return {
        "type": "bar",
        "x": list(own["year"]),
        "y": list(own["share_pct"]),
        "name": charted(trade_words.partner(partner)),
        "marker": {"color": TONES.get(partner, tones.PALE), "pattern": shapes, "line": {"width": 0}},
        "text": [mineral_words.percent(one) if one >= LEAST_PRINTED_PCT else "" for one in own["share_pct"]],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 10, "color": "#ffffff" if partner == "USA" else None},
        "hovertext": [charted(point(row)) for row in shown],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def point(row: dict[Any, Any]) -> str:
    """One partner in one year, in words."""
    name = trade_words.partner(row["partner"])
    if pd.isna(row["value_usd"]):
        return f"{name}, {row['year']}: {terms.status(row['status'])}"
    parts = [f"{name}, {row['year']}: {trade_words.money(row['value_usd'])}"]
    if pd.notna(row["share_pct"]):
        parts.append(word("partner_context.share", pct=mineral_words.percent(row["share_pct"])))
    if pd.notna(row["rank"]):
        parts.append(place(row))
    return " · ".join([*parts, terms.status(row["status"])])


def place(row: dict[Any, Any] | pd.Series) -> str:
    """The place of a country among the partners, or from which to which it can be."""
    first, last = int(row["rank"]), int(row["rank_last"])
    if first == last:
        return word("partner_context.place", place=first)
    return word("partner_context.places", first=first, last=last)


@drawn_once
def shares(rows: pd.DataFrame) -> go.Figure:
    """Lines of the shares; of values in million US dollars where no share is told."""
    column = "share_pct" if has_shares(rows) else "value_usd"
    factor = 1.0 if column == "share_pct" else trade_words.MILLION
    title = word("partner_context.percent") if column == "share_pct" else terms.unit("million_usd")
    traces, ends = _lines(rows, column, factor)
    heights = [0.0, *(height for trace in traces for height in trace["y"] if height is not None)]
    labels = direct_labels.placed(ends, heights, AXIS_PX, is_log=False, downwards=False)
    layout = _layout(rows, title, [0, max(heights) * 1.08], LABEL_YEARS)
    return go.Figure(traces, layout | {"annotations": labels})


@drawn_once
def places(rows: pd.DataFrame) -> go.Figure:
    """Lines of the places, the first on top; a bar leads to the last place that a country can have."""
    traces, ends = _lines(rows, "rank", 1.0)
    lowest = float(rows["rank_last"].max()) + 1
    labels = direct_labels.placed(ends, [0.4, lowest], AXIS_PX, is_log=False, downwards=True)
    layout = _layout(rows, word("partner_context.axis_place"), [lowest, 0.4], LABEL_YEARS)
    wide = [_ranges(_of(rows, partner), partner) for partner in SYMBOLS]
    return go.Figure([*traces, *wide], layout | {"annotations": labels})


def _ranges(own: pd.DataFrame, partner: str) -> dict[str, Any]:
    """Bars from the first to the last place of a country, where these are not one."""
    wide = own[own["rank_last"] > own["rank"]]
    return {
        "type": "scatter",
        "x": [part for year in wide["year"] for part in (year, year, None)],
        "y": [end for pair in zip(wide["rank"], wide["rank_last"], strict=True) for end in (*pair, None)],
        "mode": "lines",
        "line": {"color": TONES[partner], "width": 5},
        "opacity": 0.4,
        "hoverinfo": "skip",
    }


def _lines(rows: pd.DataFrame, column: str, factor: float) -> tuple[list[dict[str, Any]], list[End]]:
    """A line for each partner, and where it ends."""
    traces, ends = [], []
    for partner in (one for one in ORDER if one in SYMBOLS):
        own = _of(rows, partner)
        told = own.dropna(subset=[column])
        if told.empty:
            continue
        points, name = _points(own, column), charted(trade_words.partner(partner))
        traces.append(
            {
                "type": "scatter",
                "x": [year for year, _, _ in points],
                "y": [None if height is None else height / factor for _, height, _ in points],
                "mode": "lines+markers",
                "connectgaps": False,
                "name": name,
                "line": {"color": TONES[partner], "width": 3 if partner == "USA" else 1.5},
                "marker": {"symbol": SYMBOLS[partner], "size": 8 if partner == "USA" else 7},
                "hovertext": [said for _, _, said in points],
                "hovertemplate": "%{hovertext}<extra></extra>",
            }
        )
        newest = told.iloc[-1]
        ends.append(End(name, int(newest["year"]), float(newest[column]) / factor, _ink(partner)))
    return traces, ends


def _points(own: pd.DataFrame, column: str) -> list[tuple[int, float | None, str]]:
    """Year, height and words of every point; the line breaks at a year without a figure and where the basis changes."""
    found: list[tuple[int, float | None, str]] = []
    for piece in breaks.pieces(own.assign(value=own[column])):
        before: int | None = None
        found += [(int(piece["year"].iloc[0]), None, "")] if found else []
        for row in piece.to_dict("records"):
            found += [(gone, None, "") for gone in range(before + 1, row["year"])] if before is not None else []
            found.append((row["year"], float(row[column]), charted(point(row))))
            before = row["year"]
    return found


def _layout(rows: pd.DataFrame, title: str, reach: list[float], label_years: float) -> dict[str, Any]:
    first, last = int(rows["year"].min()), int(rows["year"].max())
    return {
        "height": HEIGHT_PX,
        "margin": {"l": 0, "r": 0, "t": 24, "b": 26},
        "showlegend": False,
        "dragmode": False,
        "separators": number_format.separators(),
        "title": {"text": charted(title), "font": {"size": 12}, "x": 0, "y": 0.99, "yanchor": "top"},
        "xaxis": {
            "range": [first - 0.6, last + label_years],
            "tickformat": "d",
            "dtick": 2,
            "tick0": last,
            "fixedrange": True,
        },
        "yaxis": {"range": reach, "tickformat": ",", "gridcolor": tones.GRID, "zeroline": False, "fixedrange": True},
    }


def title(rows: pd.DataFrame) -> str:
    """The finding: the share and place of the United States in the newest year in which it has one."""
    own = _of(rows, "USA").dropna(subset=["value_usd"])
    if own.empty:
        return word("partner_context.none", name=trade_words.partner(str(rows["iso3"].iloc[0])))
    newest = own.iloc[-1]
    largest = rows[(rows["year"] == newest["year"]) & rows["partner"].isin(SYMBOLS)]["value_usd"].idxmax()
    gaps = {
        "name": trade_words.partner(str(newest["iso3"])),
        "year": newest["year"],
        "pct": mineral_words.percent(newest["share_pct"]) if pd.notna(newest["share_pct"]) else "",
        "money": trade_words.money(newest["value_usd"]),
        "first": trade_words.partner(str(rows.loc[largest, "partner"])),
        "first_pct": mineral_words.percent(rows.loc[largest, "share_pct"]) if has_shares(rows) else "",
    }
    kind = "share" if pd.notna(newest["share_pct"]) else "value"
    return word(f"partner_context.title_{kind}_{newest['direction']}", **gaps)


def included(rows: pd.DataFrame) -> str:
    """Who stands in all others for want of a figure, and in which years; empty where nobody does."""
    rest = rows[(rows["partner"] == REST) & (rows["includes"] != "") & rows["share_pct"].notna()]
    found: dict[str, list[int]] = {}
    for year, codes in rest[["year", "includes"]].itertuples(index=False, name=None):
        for code in codes.split(";"):
            found.setdefault(code, []).append(int(year))
    said = [
        word("partner_context.includes", name=trade_words.partner(code), years=trade_words.spans(years))
        for code, years in found.items()
    ]
    return " ".join(said)


def alt(rows: pd.DataFrame) -> str:
    """The newest year in words, partner by partner."""
    newest = rows[rows["year"] == rows["year"].max()]
    return "; ".join(point(row) for row in newest.to_dict("records") if row["partner"] in (*SYMBOLS, EU_BEFORE))
