"""Uranium that US reactors bought, by origin and year: columns of a hundred percent with the five at the bottom.

A year without origins is a hatched column, and so is what of a year nobody is named for; no column is drawn from its
neighbours. A group stands as one part, hatched where one of the five is in it."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures import mineral_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.analysis.uranium_origins import COUNTRY, UNTOLD
from data.package import countries
from data.subjects import number_format
from data.vocabulary import terms

HEIGHT_PX, AROUND_PX = 530, 40
WIDTH = 0.92
FIRST_OF_FIVE = "KAZ"
LABEL_YEARS = 4.2
APART_PX = 15
SECOND = "#4fa9a2"
TOP = 104


@drawn_once
def build(rows: pd.DataFrame, year: int) -> go.Figure:
    """Columns of `uranium_origins.origins`; the year has a mark above it."""
    traces: list[dict[str, Any]] = []
    ends: dict[int, float] = {}
    last = int(rows["year"].max())
    labels: list[tuple[float, str]] = []
    order = _order(rows)
    tone = _tones(order)
    for members in order:
        own = rows[rows["members"] == members]
        starts = [ends.get(int(one), 0.0) for one in own["year"]]
        heights = [_height(row) for row in own.to_dict("records")]
        traces.append(_column(own, tone[members], starts, heights))
        for at, start, height in zip(own["year"], starts, heights, strict=True):
            ends[int(at)] = start + height
            if at == last:
                labels.append((start + height / 2, charted(name(members))))
    mark = {"x": year, "y": TOP, "text": f"▾ {year}", "yanchor": "bottom", "font": {"color": tones.CHOSEN}}
    layout = {
        "height": HEIGHT_PX,
        "margin": {"l": 0, "r": 0, "t": 24, "b": 16},
        "barmode": "overlay",
        "showlegend": False,
        "dragmode": False,
        "uniformtext": {"mode": "hide", "minsize": 8},
        "annotations": [*_labels(labels, last), mark | {"showarrow": False}],
        "xaxis": {
            "range": [int(rows["year"].min()) - 0.6, last + LABEL_YEARS],
            "tickformat": "d",
            "dtick": 2,
            "tick0": last,
            "fixedrange": True,
        },
        "yaxis": {"range": [0, TOP], "ticksuffix": " %", "tickvals": [0, 25, 50, 75, 100], "fixedrange": True},
    }
    return go.Figure(traces, layout)


def _labels(labels: list[tuple[float, str]], last: int) -> list[dict[str, Any]]:
    """Names beside the last column, moved up where they would touch."""
    least = APART_PX / (HEIGHT_PX - AROUND_PX) * TOP
    before, found = -least, []
    for height, text in labels:
        before = max(height, before + least)
        found.append({"x": last + 0.55, "y": before, "text": text, "xanchor": "left", "showarrow": False})
    return found


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


def _tones(order: list[str]) -> dict[str, str]:
    """A colour for each part: of the five teal, of the others greys in turn, so that neighbours differ."""
    others = [one for one in order if one and not _has_five(one)]
    found = {one: tones.GREYS[place % len(tones.GREYS)] for place, one in enumerate(others)}
    found |= {one: tones.FIVE if one == FIRST_OF_FIVE or ";" in one else SECOND for one in order if _has_five(one)}
    return found | {"": tones.PALE}


def _has_five(members: str) -> bool:
    return any(code in countries.C5 for code in members.split(";"))


def _pattern(members: str) -> dict[str, Any]:
    """Hatching: of what nobody is named for, and over a group with one of the five."""
    if not members:
        return {"shape": tones.HATCH, "fillmode": "replace", "size": 7}
    is_group = ";" in members and _has_five(members)
    return {"shape": tones.HATCH, "fillmode": "overlay", "fgcolor": "rgba(255, 255, 255, 0.5)"} if is_group else {}


def _column(own: pd.DataFrame, tone: str, starts: list[float], heights: list[float]) -> dict[str, Any]:
    drawn = own.to_dict("records")
    members = str(own["members"].iloc[0])
    return {
        "type": "bar",
        "x": [int(one) for one in own["year"]],
        "y": heights,
        "base": starts,
        "name": charted(name(members)),
        "width": WIDTH,
        "marker": {"color": tone, "pattern": _pattern(members), "line": {"width": 0}},
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
