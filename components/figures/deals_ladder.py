"""The ladder of deals as five bars: known value solid, at most so much open, deals without a value as a numeral."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import money_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis.deals import RUNGS, Asked
from data.analysis.deals_ladder import Total
from data.vocabulary import terms

ROW_PX, AROUND_PX = 34, 40
# Room right of the longest bar for its text, and the column of numerals at the end of it, in parts of the longest.
ROOM = 2.1


@drawn_once
def build(rows: pd.DataFrame) -> go.Figure:
    """Bars of `deals_ladder.ladder`, the highest rung on top; what was superseded has no bar."""
    drawn = rows[rows["rung"].isin(RUNGS)].to_dict("records")
    labels = [charted(terms.rung(row["rung"])) for row in drawn]
    ends = [_value(row["known_usd"]) + _value(row["up_to_usd"]) for row in drawn]
    longest = max(ends) or 1.0
    figure = go.Figure()
    figure.add_bar(**_bars(drawn, labels, "known_usd"), marker={"color": tones.FIVE})
    figure.add_bar(
        **_bars(drawn, labels, "up_to_usd"),
        base=[_value(row["known_usd"]) for row in drawn],
        marker={"color": tones.CLEAR, "line": {"color": tones.FIVE, "width": 1.5}, "pattern": _hatch()},
    )
    for label, row, end in zip(labels, drawn, ends, strict=True):
        figure.add_annotation(
            **_at(label, end), text=text(row), align="left", xanchor="left", xshift=5, font={"size": 11}
        )
        count = str(row["without_value"]) if row["without_value"] else ""
        figure.add_annotation(**_at(label, longest * ROOM), text=count, xanchor="right", font={"size": 14})
    head = {"yref": "paper", "y": 1, "yanchor": "bottom", "showarrow": False, "align": "right", "xanchor": "right"}
    figure.add_annotation(x=longest * ROOM, text=word("deals.count_head"), font={"size": 10}, **head)
    figure.update_layout(
        height=AROUND_PX + ROW_PX * len(drawn),
        margin={"l": 0, "r": 0, "t": 32, "b": 6},
        barmode="overlay",
        bargap=0.35,
        showlegend=False,
        dragmode=False,
    )
    figure.update_xaxes(visible=False, range=[0, longest * ROOM], fixedrange=True)
    order = {"categoryorder": "array", "categoryarray": labels[::-1]}
    figure.update_yaxes(**order, automargin=True, ticksuffix=" ", tickfont={"size": 12}, fixedrange=True)
    return figure


def _value(value: Any) -> float:
    """Where a bar ends; a sum that is missing has no length, and its text says so."""
    return 0.0 if pd.isna(value) else float(value)


def _hatch() -> dict[str, Any]:
    return {"shape": tones.HATCH, "fgcolor": tones.FIVE, "fgopacity": 0.35, "size": 7}


def _bars(drawn: list[dict[Any, Any]], labels: list[str], column: str) -> dict[str, Any]:
    return {
        "x": [row[column] for row in drawn],
        "y": labels,
        "orientation": "h",
        "hovertext": [charted(hover(row)) for row in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
    }


def _at(label: str, x: float) -> dict[str, Any]:
    return {"x": x, "y": label, "showarrow": False}


def text(row: dict[Any, Any]) -> str:
    """What stands at the end of a bar, on two lines where it has two parts; empty where no deal has a value."""
    if row["deals"] == 0:
        return word("deals.none_counts" if row["left_out"] + row["day_unknown"] else "deals.no_deal")
    known, up_to = row["known_usd"], row["up_to_usd"]
    if pd.isna(up_to):
        return "" if pd.isna(known) else said.short(known)
    more = said.short(up_to)
    return (
        word("deals.at_most", value=more)
        if pd.isna(known)
        else word("deals.and_at_most", value=said.short(known), more=more)
    )


def parts(row: Any) -> str:
    """The deals that count by what is known of their value, in words."""
    texts = []
    for key, count, value in (
        ("known", row["known_deals"], row["known_usd"]),
        ("up_to", row["up_to_deals"], row["up_to_usd"]),
    ):
        texts += [counted(f"deals.{key}", count, value=said.spoken(value))] if count else []
    texts += [counted("deals.without", row["without_value"])] if row["without_value"] else []
    return ", ".join(texts)


def hover(row: dict[Any, Any]) -> str:
    """All that is to be known of a bar."""
    rung = terms.rung(row["rung"])
    if row["deals"] == 0:
        return word("deals.bar_none", rung=rung)
    return counted("deals.bar", row["deals"], rung=rung, said=parts(row))


def alt(rows: pd.DataFrame, asked: Asked) -> str:
    """The bars in words, the highest rung first."""
    drawn = rows[rows["rung"].isin(RUNGS) & (rows["deals"] > 0)].to_dict("records")
    listed = "; ".join(map(hover, drawn)) or word("deals.no_deal")
    return word("deals.alt", where=said.where(asked), when=said.when(asked), said=listed)


def answer(total: Total, asked: Asked) -> str:
    """How many deals count, and what is known of their value."""
    gaps = {"where": said.where(asked), "when": said.when(asked)}
    if total.deals == 0:
        return word("deals.answer_left_out" if total.left_out else "deals.answer_none", **gaps)
    is_narrow = asked.sector or asked.firm or asked.rung
    return counted("deals.answer_narrow" if is_narrow else "deals.answer", total.deals, **gaps, said=parts(vars(total)))


def note(total: Total) -> str:
    """What is left out of the sums, and why; what no day is known of."""
    texts = [word("deals.note")]
    if total.left_out:
        value = word("deals.left_out_no_value") if total.left_out_usd is None else said.spoken(total.left_out_usd)
        texts.append(counted("deals.left_out", total.left_out, value=value))
    texts += [counted("deals.elsewhere", total.left_out_elsewhere)] if total.left_out_elsewhere else []
    texts += [counted("deals.day_unknown", total.day_unknown)] if total.day_unknown else []
    return " ".join(texts)
