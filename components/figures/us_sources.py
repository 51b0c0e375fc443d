"""Where the United States buys a mineral: one bar of a hundred percent for each form, its named suppliers in order and
the unnamed rest hatched."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import mineral_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.package import countries, names
from data.package.countries import C5

ROW_PX, AROUND_PX = 40, 14
# Narrower parts have no name in them; the line below the bar has them all.
LEAST_NAMED = 11
LONGEST_FORM = 26


@drawn_once
def build(rows: pd.DataFrame, singled_out: str | None) -> go.Figure:
    """Bars of `us_sources.of`, a row for each form; the supplier whose sales are moved is singled out."""
    figure = go.Figure()
    forms = list(dict.fromkeys(rows["form"]))
    for at, form in enumerate(forms):
        start = 0.0
        for place, row in enumerate(rows[rows["form"] == form].to_dict("records")):
            _add(figure, row, at, start, _tone(row, place, singled_out))
            start += row["share_pct"]
    figure.update_layout(
        height=AROUND_PX + ROW_PX * len(forms),
        margin={"l": 0, "r": 0, "t": 2, "b": 2},
        barmode="overlay",
        bargap=0.3,
        showlegend=False,
        dragmode=False,
    )
    ends = rows.groupby("form")["share_pct"].sum()
    figure.update_xaxes(visible=False, range=[0, max(100.0, float(ends.max()))], fixedrange=True)
    figure.update_yaxes(
        visible=len(forms) > 1,
        tickvals=list(range(len(forms))),
        ticktext=[charted(_short(names.of("form", form))) for form in forms],
        range=[len(forms) - 0.5, -0.5],
        automargin=True,
        ticksuffix=" ",
        tickfont={"size": 11},
        fixedrange=True,
    )
    return figure


def _short(form: str) -> str:
    return form if len(form) <= LONGEST_FORM else f"{form[:LONGEST_FORM]}…"


def _tone(row: dict[Any, Any], place: int, singled_out: str | None) -> str:
    if row["partner"] in C5:
        return tones.FIVE
    if row["partner"] == singled_out:
        return tones.CHOSEN
    return tones.GREYS[place % 2] if isinstance(row["partner"], str) else tones.PALE


def _add(figure: go.Figure, row: dict[Any, Any], at: int, start: float, tone: str) -> None:
    is_named = isinstance(row["partner"], str)
    figure.add_bar(
        x=[row["share_pct"]],
        y=[at],
        base=[start],
        orientation="h",
        marker={
            "color": tone,
            "pattern": {"shape": "" if is_named else tones.HATCH},
            "line": {"width": 1, "color": "rgba(255, 255, 255, 0.9)"},
        },
        text=charted(text(row)) if row["share_pct"] >= LEAST_NAMED else "",
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 11, "color": "#ffffff" if tone in (tones.FIVE, tones.CHOSEN) else "#12181f"},
        customdata=[[row["mineral"], row["partner"] if is_named else "", row["form"]]],
        hovertext=charted(f"{text(row)} % · {names.of('form', row['form'])}, {row['period']}"),
        hovertemplate="%{hovertext}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}},
    )


def text(row: dict[Any, Any]) -> str:
    """A supplier with its share, without the sign; what nobody is named for under its own word."""
    name = countries.name(row["partner"]) if isinstance(row["partner"], str) else word("us_sources.rest")
    return f"{name} {said.printed(row['share_pct'])}"


def line(rows: pd.DataFrame) -> str:
    """The suppliers of one form in a row, as a sentence below the bar has them."""
    return " · ".join(f"{text(row)} %" for row in rows.to_dict("records"))


def alt(rows: pd.DataFrame) -> str:
    """The bars in words."""
    parts = [f"{names.of('form', str(form))}: {line(own)}" for form, own in rows.groupby("form", sort=False)]
    return word("us_sources.alt", said="; ".join(parts), period=rows["period"].iloc[0])
