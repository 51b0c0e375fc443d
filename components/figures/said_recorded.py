"""Said against recorded: a dot for each claim with two numbers, where it says so many times the figure on record.

The bands are the rule of the verdict itself (`data/analysis/judges.py`); the axis grows by doubling. Colour and shape
say the verdict, a hollow mark that what is on record is itself a claim. Each has its words; of many, those outside the
bands."""

from collections.abc import Sequence
from math import ceil, floor, log2
from textwrap import wrap

import pandas as pd
import plotly.graph_objects as go

from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis.judges import CLOSE_PCT, FACTOR, ROUGH_PCT
from data.package import names
from data.subjects import number_format
from data.vocabulary import terms

# Of each verdict the colour, which reads on white and on dark, and the shape.
MARKS = {
    "supported": ("#16877f", "circle"),
    "roughly": ("#5aa9a3", "square"),
    "depends": ("#8d7bb5", "diamond"),
    "not_supported": ("#dd8452", "triangle-up"),
    "contradicted": ("#c0441c", "x"),
    "not_checkable": ("#8a929c", "hexagon"),
    "forecast": ("#8a929c", "triangle-right"),
    "due": ("#8a929c", "bowtie"),
}
CHOSEN = "#c0441c"
# Sixteen times and a sixteenth are the ends; what lies beyond stands there with an arrow.
CAP = 4
LEAST_PX, ROW_PX, ROUND_PX, MOST_PX = 250, 22, 120, 580
# The part of the width on the right that is kept for words, and widths for which words are cut: a phone, a desk.
ROOM = 0.3
WIDTHS_PX = (300, 640)
SIGN_PX, GAP_PX, LEAST_WORDS = 5.5, 26, 4
HOVER_SIGNS = 60
# Of many marks each is smaller, so that none hides the next, and those within the bands go without words.
SIZE_PX, SMALL_PX, MANY = 10, 8, 30
# Blanks that a drawing keeps, between a mark and its words.
AWAY = "\u2003"
# Below so many times a second place is told.
PRECISE = 1.5


@drawn_once
def build(rows: pd.DataFrame, chosen: str | None) -> go.Figure:
    """The figure of the rows of `claim_selection.frame` that have a ratio, from the first on top downwards.

    Columns claim_id, claim, speaker, date, claimed_value, value, unit, verdict, ratio and is_told."""
    drawn = rows[rows["ratio"].notna()].reset_index(drop=True)
    drawn = drawn.assign(x=[_place(ratio) for ratio in drawn["ratio"]], y=-drawn.index)
    span = _span(drawn["x"].tolist())
    figure = go.Figure()
    _add_bands(figure)
    for verdict, part in drawn.groupby("verdict", sort=False):
        colour, shape = MARKS[str(verdict)]
        figure.add_scatter(
            x=part["x"],
            y=part["y"],
            mode="markers",
            name=charted(terms.verdict(str(verdict))),
            marker={
                "symbol": [f"{shape}-open" if one else shape for one in part["is_told"]],
                "color": colour,
                "size": SIZE_PX if len(drawn) <= MANY else SMALL_PX,
                "line": {"width": 2, "color": colour},
            },
            customdata=[[one] for one in part["claim_id"]],
            hovertext=[said(row) for row in part.to_dict("records")],
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 1}},
            unselected={"marker": {"opacity": 1}},
        )
    _add_chosen(figure, drawn[drawn["claim_id"] == chosen])
    for width in WIDTHS_PX[::-1]:
        _add_words(figure, drawn, span, width, chosen)
    _lay_out(figure, span, len(drawn))
    return figure


def _place(ratio: float) -> float:
    return max(-CAP, min(CAP, log2(ratio)))


def _span(places: Sequence[float]) -> tuple[float, float]:
    """The ends of the axis: half and double at least, and on the right room for words."""
    low = min([-1.0, *(floor(one) for one in places)]) - 0.2
    high = max([1.0, *(ceil(one) for one in places)])
    return low, low + (high - low) / (1 - ROOM)


def limits() -> tuple[tuple[float, float], ...]:
    """Where the bands of the rule begin and end, the widest first, as multiples of the figure on record."""
    return (
        (1 / FACTOR, FACTOR),
        (1 - ROUGH_PCT / 100, 1 + ROUGH_PCT / 100),
        (1 - CLOSE_PCT / 100, 1 + CLOSE_PCT / 100),
    )


def _add_bands(figure: go.Figure) -> None:
    for low, high in limits():
        figure.add_vrect(x0=log2(low), x1=log2(high), fillcolor="#8a929c", opacity=0.16, line_width=0, layer="below")
    figure.add_vline(x=0, line={"color": "#8a929c", "width": 1.5}, layer="below")
    low, high = limits()[1]
    for place, sign, anchor in ((low, "−", "right"), (high, "+", "left")):
        figure.add_annotation(
            x=log2(place),
            y=1,
            yref="paper",
            yanchor="bottom",
            xanchor=anchor,
            text=f"{sign}{ROUGH_PCT:g} %",
            showarrow=False,
            font_size=11,
        )


def _add_chosen(figure: go.Figure, row: pd.DataFrame) -> None:
    """A ring round the claim whose card is shown."""
    figure.add_scatter(
        x=row["x"],
        y=row["y"],
        mode="markers",
        marker={"symbol": "circle-open", "size": 19, "color": CHOSEN, "line": {"width": 2.5}},
        showlegend=False,
        hoverinfo="skip",
    )


def _add_words(
    figure: go.Figure, drawn: pd.DataFrame, span: tuple[float, float], width: int, chosen: str | None
) -> None:
    """Words right of the marks, of many of those that lie beyond roughly and the chosen one, cut so that they end on a
    figure of a width. Those of the other width are hidden (static/page.css)."""
    low, high = limits()[1]
    is_told = ~drawn["ratio"].between(low, high) | (drawn["claim_id"] == chosen) | (len(drawn) <= MANY)
    part = drawn[is_told]
    figure.add_scatter(
        x=part["x"],
        y=part["y"],
        mode="text",
        text=[_label(row, span, width) for row in part.to_dict("records")],
        textposition="middle right",
        textfont_size=11,
        cliponaxis=False,
        showlegend=False,
        hoverinfo="skip",
    )


def _label(row: dict, span: tuple[float, float], width: int) -> str:
    """The multiple and as much of the claim as fits between the mark and the end of the figure."""
    signs = int(((span[1] - row["x"]) / (span[1] - span[0]) * width - GAP_PX) / SIGN_PX)
    arrow = "→ " if log2(row["ratio"]) > CAP else "← " if log2(row["ratio"]) < -CAP else ""
    times = f"{arrow}{multiple(row['ratio'])}"
    whole = f"{times}: {row['claim']}"
    if len(whole) > signs:
        cut = whole[: signs - 1].rpartition(" ")[0]
        whole = f"{cut} …" if len(cut.split()) - len(times.split()) >= LEAST_WORDS else times
    return f"{AWAY}{charted(whole)}"


def multiple(ratio: float) -> str:
    """So many times the figure on record, in words."""
    return word("claims.times", times=number_format.plain(ratio, 2 if ratio < PRECISE else 1))


def said(row: dict) -> str:
    """A dot in words, in lines."""
    unit = names.unit(str(row["unit"]))
    numbers = {name: f"{number_format.exact(float(row[name]))} {unit}" for name in ("claimed_value", "value")}
    lines = [
        *wrap(row["claim"], HOVER_SIGNS),
        f"{row['speaker']}, {row['date']}",
        word("claims.said_recorded", said=numbers["claimed_value"], recorded=numbers["value"]),
        f"{multiple(row['ratio'])}: {terms.verdict(row['verdict'])}",
        *([word("claims.hollow")] if row["is_told"] else []),
    ]
    return "<br>".join(map(charted, lines))


def _lay_out(figure: go.Figure, span: tuple[float, float], count: int) -> None:
    places = [one for one in range(-CAP, CAP + 1) if span[0] <= one <= span[1]]
    figure.update_xaxes(
        range=span,
        tickvals=places,
        ticktext=[_tick(one) for one in places],
        tickangle=0,
        fixedrange=True,
        showgrid=False,
        zeroline=False,
        title={"text": word("claims.axis"), "standoff": 6, "font": {"size": 12}},
    )
    figure.update_yaxes(visible=False, range=[0.2 - max(count, 3), 0.8], fixedrange=True)
    figure.update_layout(
        height=min(MOST_PX, max(LEAST_PX, ROUND_PX + ROW_PX * count)),
        margin={"l": 4, "r": 4, "t": 20, "b": 10},
        dragmode=False,
        clickmode="event+select",
        legend={"orientation": "h", "y": -0.02, "yref": "container", "yanchor": "bottom", "x": 0, "itemclick": False},
    )


def _tick(place: int) -> str:
    if place in (-1, 0, 1):
        return word(("claims.half", "claims.equal", "claims.double")[place + 1])
    return f"{2**place}×" if place > 0 else f"1/{2**-place}"


def alt(rows: pd.DataFrame) -> str:
    """The figure in words: how many dots, the largest and the smallest multiple."""
    drawn = rows[rows["ratio"].notna()]
    if drawn.empty:
        return word("claims.alt_none")
    rows_by_ratio = drawn.sort_values("ratio", ascending=False).to_dict("records")
    ends = {
        name: f"{multiple(rows_by_ratio[place]['ratio'])} ({rows_by_ratio[place]['claim']})"
        for name, place in (("largest", 0), ("smallest", -1))
    }
    return counted("claims.alt", len(drawn), told=int(drawn["is_told"].astype(bool).sum()), **ends)
