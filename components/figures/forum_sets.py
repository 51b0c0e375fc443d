"""Exact sets of the six by the number of forums in which just they sit, and the seats that each two have in common."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import mineral_tones as tones
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import counted, word
from data.package import countries
from data.package.countries import C5, SIX
from data.subjects import number_format

BARS_PX, ROW_PX = 92, 17
US = SIX[-1]
CELL_PX = 22
Part = dict[Any, Any]
QUIET_SELECT: Part = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


def named(members: str) -> str:
    """Who is in a set, in words."""
    codes = members.split(";") if members else []
    if tuple(codes) == SIX:
        return word("forums.all_six")
    if tuple(codes) == C5:
        return word("forums.the_five")
    return ", ".join(map(countries.name, codes)) if codes else word("forums.nobody_surely")


def amount(row: Part) -> str:
    """The number of forums of a set; those in which a seat is open beside it."""
    return f"{row['forums']} + {row['uncertain']}?" if row["uncertain"] else f"{row['forums']}"


@drawn_once
def upset(rows: pd.DataFrame, chosen: str | None) -> go.Figure:
    """Columns of `membership_sets.combinations`: a bar for the forums, below it a dot for each member of the set."""
    cells = rows.to_dict("records")
    at = list(range(len(cells)))
    colours = [_tone(one["members"]) for one in cells]
    hover = [charted(f"{named(one['members'])}: {amount(one)}") for one in cells]
    same: Part = {
        "customdata": [[one["members"]] for one in cells],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
    }
    bars = {
        "type": "bar",
        "x": at,
        "y": [one["forums"] for one in cells],
        "marker": {"color": colours},
        "text": [charted(amount(one)) for one in cells],
        "textposition": "outside",
        "textfont": {"size": 11},
        "cliponaxis": False,
        **same,
        **QUIET_SELECT,
    }
    # Unseen, as high as the figure: a click anywhere in a column chooses its set.
    under = {"type": "bar", "x": at, "y": [len(SIX)] * len(at), "yaxis": "y2", "marker": {"color": tones.CLEAR}}
    under |= same | {"selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}}, "width": 1}
    height = BARS_PX + ROW_PX * len(SIX)
    split = ROW_PX * len(SIX) / height
    layout = {
        "height": height + 14,
        "margin": {"l": 92, "r": 0, "t": 14, "b": 0},
        "showlegend": False,
        "barmode": "overlay",
        "bargap": 0.25,
        "dragmode": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "separators": number_format.separators(),
        "shapes": [_column(place) for place, one in enumerate(cells) if one["members"] == chosen],
        "annotations": [_country(iso3, place) for place, iso3 in enumerate(SIX)],
        "xaxis": {"visible": False, "range": [-0.6, max(len(cells), 6) - 0.4], "fixedrange": True, "anchor": "y2"},
        "yaxis": {"visible": False, "domain": [split + 0.02, 0.94], "fixedrange": True, "rangemode": "tozero"},
        "yaxis2": {"visible": False, "domain": [0, split], "range": [len(SIX) - 0.5, -0.5], "fixedrange": True},
    }
    return go.Figure([bars, under, *_dots(cells)], layout)


def _tone(members: str) -> str:
    codes = members.split(";")
    return tones.OTHER if members in ("", US) else tones.CHOSEN if US in codes else tones.FIVE


def _column(place: int) -> Part:
    ends = {"x0": place - 0.5, "x1": place + 0.5, "y0": 0, "y1": 1, "yref": "paper"}
    return {"type": "rect", **ends, "fillcolor": tones.BAND, "line": {"width": 0}, "layer": "below"}


def _country(iso3: str, place: int) -> Part:
    look = {"xref": "paper", "x": 0, "xanchor": "right", "xshift": -4, "yref": "y2", "showarrow": False}
    return look | {"y": place, "text": charted(countries.name(iso3)), "font": {"size": 11}}


def _dots(cells: list[Part]) -> list[Part]:
    """A dot for each of the six in each column, joined where they are in the set; pale ones are not."""
    held = [(at, place) for at, one in enumerate(cells) for place, iso3 in enumerate(SIX) if iso3 in one["members"]]
    pale = [(at, place) for at in range(len(cells)) for place in range(len(SIX)) if (at, place) not in set(held)]
    joined: list[tuple[int | None, int | None]] = []
    for at in range(len(cells)):
        own = [place for column, place in held if column == at]
        joined += [(at, min(own)), (at, max(own)), (None, None)] if len(own) > 1 else []
    look: Part = {"type": "scatter", "yaxis": "y2", "hoverinfo": "skip", "cliponaxis": False}
    seen = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}
    return [
        look
        | {"mode": "markers", "x": [x for x, _ in pale], "y": [y for _, y in pale]}
        | {"marker": {"size": 8, "color": tones.GRID}}
        | seen,
        look
        | {"mode": "lines", "x": [x for x, _ in joined], "y": [y for _, y in joined]}
        | {"line": {"color": tones.OTHER, "width": 2}},
        look
        | {"mode": "markers", "x": [x for x, _ in held], "y": [y for _, y in held]}
        | {"marker": {"size": 9, "color": [_tone(cells[x]["members"]) for x, _ in held]}}
        | seen,
    ]


@drawn_once
def pairs(rows: pd.DataFrame, country: str | None) -> go.Figure:
    """Six by six of `membership_sets.overlap`: own seats on the diagonal, seats in common below, Jaccard above."""
    texts = [["" for _ in SIX] for _ in SIX]
    shades: list[list[float | None]] = [[None for _ in SIX] for _ in SIX]
    hover = [["" for _ in SIX] for _ in SIX]
    most = max(int(rows["shared"].max()), 1)
    for row in rows.to_dict("records"):
        a, b = SIX.index(row["a"]), SIX.index(row["b"])
        texts[b][a] = f"{row['shared']} + {row['uncertain']}?" if row["uncertain"] else f"{row['shared']}"
        shades[b][a] = row["shared"] / most
        hover[b][a] = hover[a][b] = charted(pair(row))
        if a != b and pd.notna(row["jaccard"]):
            texts[a][b] = f"{number_format.plain(100 * row['jaccard'])} %"
            shades[a][b] = row["jaccard"]
    heat = {
        "type": "heatmap",
        "x": list(range(len(SIX))),
        "y": list(range(len(SIX))),
        "z": shades,
        "zmin": 0,
        "zmax": 1,
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "colorscale": [[0, "rgba(22, 135, 127, 0.04)"], [1, "rgba(22, 135, 127, 0.55)"]],
        "showscale": False,
        "xgap": 2,
        "ygap": 2,
    }
    # Words of their own, in the colour of the page: the heat map takes white or black by the shade alone.
    said = {
        "type": "scatter",
        "mode": "text",
        "x": [a for a in range(len(SIX)) for _ in SIX],
        "y": [b for _ in SIX for b in range(len(SIX))],
        "text": [texts[b][a] for a in range(len(SIX)) for b in range(len(SIX))],
        "textfont": {"size": 11},
        "hoverinfo": "skip",
    }
    codes = [f"<b>{iso3}</b>" if iso3 == country else iso3 for iso3 in SIX]
    axis = {"tickvals": list(range(len(SIX))), "ticktext": codes, "fixedrange": True}
    axis |= {"showgrid": False, "zeroline": False, "ticks": ""}
    layout = {
        "height": CELL_PX * len(SIX) + 20,
        "showlegend": False,
        "margin": {"l": 36, "r": 0, "t": 20, "b": 0},
        "dragmode": False,
        "xaxis": axis | {"side": "top"},
        "yaxis": axis | {"autorange": "reversed"},
    }
    return go.Figure([heat, said], layout)


def pair(row: Part) -> str:
    """A pair in words: seats in common, of how many, and those that are open."""
    names = {"a": countries.name(row["a"]), "b": countries.name(row["b"])}
    said = (
        counted("forums.own_seats", int(row["shared"]), **names)
        if row["a"] == row["b"]
        else counted("forums.shared_seats", int(row["shared"]), either=row["either"], **names)
    )
    return f"{said} {counted('forums.open_seats', int(row['uncertain']))}" if row["uncertain"] else said
