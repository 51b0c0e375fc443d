"""Uranium that US reactors bought, by origin and year: columns of a hundred percent with the five at the bottom.

A year without origins is a hatched column, and so is what of a year nobody is named for; no column is drawn from its
neighbours. A group stands as one part, hatched where one of the five is in it."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import mineral_words as said
from components.figures import number_format
from components.figures.charted import charted
from components.words import counted, word
from data.analysis.uranium_origins import COUNTRY, UNTOLD
from data.package import countries
from data.vocabulary import terms

HEIGHT_PX, AROUND_PX = 560, 40
FIRST_OF_FIVE = "KAZ"
LABEL_YEARS = 4.2
APART_PX = 15
SECOND = "#4fa9a2"
TOP = 104


def build(rows: pd.DataFrame, year: int) -> go.Figure:
    """Columns of `uranium_origins.origins`; the year has a mark above it."""
    figure = go.Figure()
    ends: dict[int, float] = {}
    last = int(rows["year"].max())
    labels: list[tuple[float, str]] = []
    for members in _order(rows):
        own = rows[rows["members"] == members]
        starts = [ends.get(int(one), 0.0) for one in own["year"]]
        heights = [_height(row) for row in own.to_dict("records")]
        figure.add_bar(**_column(own, members, starts, heights))
        for at, start, height in zip(own["year"], starts, heights, strict=True):
            ends[int(at)] = start + height
            if at == last:
                labels.append((start + height / 2, charted(name(members))))
    _add_labels(figure, labels, last)
    figure.add_annotation(
        x=year, y=TOP, text=f"▾ {year}", showarrow=False, yanchor="bottom", font={"color": tones.CHOSEN}
    )
    figure.update_layout(
        height=HEIGHT_PX,
        margin={"l": 0, "r": 0, "t": 24, "b": 16},
        barmode="overlay",
        bargap=0.06,
        showlegend=False,
        dragmode=False,
    )
    figure.update_xaxes(
        range=[int(rows["year"].min()) - 0.6, last + LABEL_YEARS], tickformat="d", dtick=2, fixedrange=True, tick0=last
    )
    figure.update_yaxes(range=[0, TOP], ticksuffix=" %", tickvals=[0, 25, 50, 75, 100], fixedrange=True)
    return figure


def _add_labels(figure: go.Figure, labels: list[tuple[float, str]], last: int) -> None:
    """Names beside the last column, moved up where they would touch."""
    least = APART_PX / (HEIGHT_PX - AROUND_PX) * TOP
    before = -least
    for height, text in labels:
        before = max(height, before + least)
        figure.add_annotation(x=last + 0.55, y=before, text=text, showarrow=False, xanchor="left", font={"size": 12})


def _order(rows: pd.DataFrame) -> list[str]:
    """Those that stand at the bottom first: of the five the largest, then groups with one of them; the untold last."""
    told = rows[rows["kind"] != UNTOLD]
    found = told.groupby("members").agg(
        five=("is_of_five", "first"), alone=("kind", lambda kinds: kinds.iloc[0] == COUNTRY), size=("share_pct", "sum")
    )
    ordered = found.sort_values(["five", "alone", "size"], ascending=False)
    return [*map(str, ordered.index), ""]


def _height(row: dict[Any, Any]) -> float:
    """The height of a part; of a year without origins the whole column."""
    return 100.0 if pd.isna(row["share_pct"]) else float(row["share_pct"])


def _tone(members: str) -> str:
    if members == FIRST_OF_FIVE:
        return tones.FIVE
    if not members:
        return tones.PALE
    codes = members.split(";")
    if any(code in countries.C5 for code in codes):
        return tones.FIVE if len(codes) > 1 else SECOND
    return tones.GREYS[sum(map(ord, "".join(codes))) % len(tones.GREYS)]


def _column(own: pd.DataFrame, members: str, starts: list[float], heights: list[float]) -> dict[str, Any]:
    drawn = own.to_dict("records")
    is_hatched = not members or (";" in members and any(code in countries.C5 for code in members.split(";")))
    pattern = {"shape": tones.HATCH, "fillmode": "replace", "size": 7} if is_hatched else {}
    return {
        "x": [int(one) for one in own["year"]],
        "y": heights,
        "base": starts,
        "name": charted(name(members)),
        "marker": {"color": _tone(members), "pattern": pattern, "line": {"width": 0}},
        "text": [said.printed(row["share_pct"]) if members and pd.notna(row["share_pct"]) else "" for row in drawn],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"size": 10},
        "customdata": [[row["origin"], int(row["year"])] for row in drawn],
        "hovertext": [charted(hover(row)) for row in drawn],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def name(members: str) -> str:
    """A country, the countries of a group together, or what nobody is named for."""
    if not members:
        return word("us_uranium.untold")
    said_names = [countries.name(code) for code in members.split(";")]
    return said_names[0] if len(said_names) == 1 else word("us_uranium.together", names=" + ".join(said_names))


def hover(row: dict[Any, Any]) -> str:
    """A part of a column in words."""
    if pd.isna(row["share_pct"]):
        return word("us_uranium.no_origins", year=row["year"])
    text = f"{name(row['members'])}, {row['year']}: {said.printed(row['share_pct'])} %"
    if pd.notna(row["quantity_klb_u3o8e"]):
        text += f" · {number_format.few_digits(row['quantity_klb_u3o8e'])} {terms.unit('klb')}"
    return f"{text} · {terms.status(row['status'])}"


def alt(rows: pd.DataFrame, year: int) -> str:
    """The columns in words: the origins of the year, and how many years have none."""
    own = rows[(rows["year"] == year) & (rows["kind"] != UNTOLD)]
    parts = [f"{name(row['members'])} {said.printed(row['share_pct'])} %" for row in own.to_dict("records")]
    empty = int(rows["share_pct"].isna().sum())
    return counted("us_uranium.alt", empty, year=year, said="; ".join(parts) or word("us_uranium.nobody"))
