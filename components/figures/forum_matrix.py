"""The matrix of forums by the six on a day: a glyph for each standing with the year of entry beside it.

Shapes tell standings apart, never colour alone; what they say stands in `forum_glyphs.py`."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import forum_glyphs as glyphs
from components.figures import mineral_tones as tones
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.analysis.membership import NO, SURE
from data.package import countries, names
from data.package.countries import C5, SIX

ROW_PX, HEAD_PX, FOOT_PX = 16, 20, 2
# Where names and columns stand, in units of the width.
NAMES, FIRST, STEP = (-3.0, -0.28), 0.0, 1.0
END = FIRST + STEP * len(SIX) - 0.25
# How far a half glyph, which is a text, begins before the middle of its column.
HALF_WIDTH = 0.13
LONGEST = 19
Part = dict[Any, Any]


@drawn_once
def build(rows: pd.DataFrame, country: str | None, forum: str | None) -> go.Figure:
    """A block of the matrix (`membership_matrix.rows`) in its order, with a line for each kind of forums.

    Made of plain dictionaries at once: Plotly looks over all that it has whenever something is added."""
    places, heads, most = _places(rows)
    cells = rows[rows["certainty"] != NO].to_dict("records")
    traces = [_bars(rows, places), *_glyphs(cells, places, country), *_doubts(cells, places, country)]
    traces += [_names(rows, places, forum)]
    shapes = [_band(column(country), -0.5, most - 0.5)] if country in SIX else []
    shapes += [_row_band(places[forum])] if forum in places else []
    layout = {
        "height": HEAD_PX + FOOT_PX + ROW_PX * max(most, 2),
        "margin": {"l": 0, "r": 0, "t": HEAD_PX, "b": FOOT_PX},
        "showlegend": False,
        "barmode": "overlay",
        "bargap": 0,
        "dragmode": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "shapes": shapes,
        "annotations": [*_columns(country), *(_kind(kind, at) for kind, at in heads)],
        "xaxis": {"visible": False, "range": [NAMES[0], END], "fixedrange": True},
        "yaxis": {"visible": False, "range": [max(most, 2) - 0.5, -0.5], "fixedrange": True},
    }
    return go.Figure(traces, layout)


def _places(rows: pd.DataFrame) -> tuple[dict[str, int], list[tuple[str, int]], int]:
    """The line of each forum, the lines that name kinds, and how many lines there are."""
    places: dict[str, int] = {}
    heads: list[tuple[str, int]] = []
    for row in rows.drop_duplicates("forum_id").to_dict("records"):
        if not heads or heads[-1][0] != row["kind"]:
            heads.append((str(row["kind"]), len(places) + len(heads)))
        places[str(row["forum_id"])] = len(places) + len(heads)
    return places, heads, len(places) + len(heads)


def column(iso3: str | None) -> float:
    """Where the column of one of the six stands."""
    return FIRST + STEP * SIX.index(str(iso3))


def _band(at: float, top: float, bottom: float) -> Part:
    ends = {"x0": at - 0.22, "x1": at + STEP - 0.25, "y0": top, "y1": bottom}
    return {"type": "rect", **ends, "fillcolor": tones.BAND, "line": {"width": 0}, "layer": "below"}


def _row_band(at: int) -> Part:
    ends = {"x0": NAMES[0], "x1": END, "y0": at - 0.5, "y1": at + 0.5}
    return {"type": "rect", **ends, "fillcolor": tones.GRID, "opacity": 0.4, "line": {"width": 0}, "layer": "below"}


def _columns(country: str | None) -> list[Part]:
    look = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 3, "showarrow": False, "font": {"size": 11}}
    texts = {iso3: f"<b>{iso3}</b>" if iso3 == country else iso3 for iso3 in SIX}
    return [
        {**look, "x": column(iso3) - 0.16, "xanchor": "left", "text": text, "hovertext": charted(countries.name(iso3))}
        for iso3, text in texts.items()
    ]


def _kind(kind: str, at: int) -> Part:
    look = {"x": NAMES[0], "xanchor": "left", "showarrow": False, "font": {"size": 10, "color": tones.OTHER}}
    return look | {"y": at, "text": f"<b>{charted(word(f'forum_kinds.{kind}'))}</b>"}


def _bars(rows: pd.DataFrame, places: dict[str, int]) -> Part:
    """Unseen bars under the names: a click on one chooses its forum."""
    ids = list(rows["forum_id"].unique())
    return {
        "type": "bar",
        "orientation": "h",
        "x": [NAMES[1] - NAMES[0]] * len(ids),
        "base": NAMES[0],
        "y": [places[one] for one in ids],
        "marker": {"color": tones.CLEAR},
        "customdata": [[one, ""] for one in ids],
        "hovertext": [charted(names.of("forum", one)) for one in ids],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }


def _tone(iso3: str, country: str | None) -> str:
    if iso3 not in C5:
        return tones.CHOSEN
    return tones.FIVE if country in (None, iso3) or country not in C5 else tones.FIVE_PALE


def _glyphs(cells: list[Part], places: dict[str, int], country: str | None) -> list[Part]:
    """Standings that are sure: a shape each, with the year beside."""
    sure = [one for one in cells if one["certainty"] == SURE]
    return [_marks(sure, places, country) | {"text": [f" {glyphs.year(one)}" for one in sure]}] if sure else []


def _doubts(cells: list[Part], places: dict[str, int], country: str | None) -> list[Part]:
    """Standings that may be there or not: half a glyph, or a question mark."""
    open_ones = [one for one in cells if one["certainty"] != SURE]
    if not open_ones:
        return []
    made = _marks(open_ones, places, country)
    tone = made["marker"]["color"]
    made["marker"] = {**made["marker"], "opacity": 0, "size": 1}
    made |= {"selected": {"marker": {"opacity": 0}}, "unselected": {"marker": {"opacity": 0}}}
    made["x"] = [one - HALF_WIDTH for one in made["x"]]
    return [made | {"text": [glyphs.half(one) for one in open_ones], "textfont": {"size": 11, "color": tone}}]


def _marks(cells: list[Part], places: dict[str, int], country: str | None) -> Part:
    colours = [_tone(one["iso3"], country) for one in cells]
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [column(one["iso3"]) for one in cells],
        "y": [places[one["forum_id"]] for one in cells],
        "marker": {
            "size": 9,
            "symbol": [glyphs.SHAPES[one["standing"]] for one in cells],
            "color": colours,
            "line": {"width": 1.4, "color": colours},
            "opacity": 1,
        },
        "textposition": "middle right",
        "textfont": {"size": 10},
        "cliponaxis": False,
        "customdata": [[one["forum_id"], one["iso3"]] for one in cells],
        "hovertext": [charted(glyphs.cell(one)) for one in cells],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 1}},
        "unselected": {"marker": {"opacity": 1}},
    }


def _names(rows: pd.DataFrame, places: dict[str, int], forum: str | None) -> Part:
    shown = rows.drop_duplicates("forum_id")
    texts = [charted(_cut(one)) for one in shown["short_name"]]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [NAMES[1]] * len(texts),
        "y": [places[one] for one in shown["forum_id"]],
        "text": [
            f"<b>{text}</b>" if one == forum else text for one, text in zip(shown["forum_id"], texts, strict=True)
        ],
        "textposition": "middle left",
        "textfont": {"size": 11},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _cut(name: str) -> str:
    """A name that has room beside the columns on a phone, too; whole it stands where it is pointed at."""
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 1].rstrip()}…"
