"""The lens of minerals: rows of minerals by columns of the five, a disc for each share of the world with its numeral
beside it, then what the United States needs from abroad and how few suppliers the world has.

All is drawn in one picture with columns at fixed places: the area of a disc grows with the share, and where there is no
figure there is no disc. Names and right columns have unseen bars, so that a click on a row chooses its mineral."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import lens_text
from components.figures import mineral_tones as tones
from components.figures import mineral_words as said
from components.figures.charted import charted
from components.figures.once import drawn_once
from components.words import word
from data.analysis.mineral_lens import NOT_NAMED
from data.package import countries, names
from data.package.countries import C5

ROW_PX, HEAD_PX, FOOT_PX = 17, 40, 2
# Where the columns stand, in units of the width.
NAMES, FIRST, STEP = (-2.1, -0.3), 0.1, 1.2
RELIANCE, SUPPLIERS, END = (6.0, 8.2), 9.6, 10.3
DIAMETER, LEAST_PX = 3.2, 1.5
SIGNS = {"equal": "circle", "above": "triangle-right", "below": "triangle-left", "net_exporter": "circle-open"}
LISTED = "◆"
Part = dict[str, Any]
NOTHING: Part = {"hoverinfo": "skip"}
WITH_TEXT: Part = {
    "type": "scatter",
    "mode": "markers+text",
    "textposition": "middle right",
    "textfont": {"size": 11},
    "cliponaxis": False,
}
SEEN: Part = {"selected": {"marker": {"opacity": 1}}, "unselected": {"marker": {"opacity": 1}}}


@drawn_once
def build(rows: pd.DataFrame, cells: pd.DataFrame, basis: str, country: str | None, mineral: str) -> go.Figure:
    """The lens of rows (`data/analysis/lens_table.rows`) in their order, with their cells; the mineral has a band.

    Made of plain dictionaries at once: Plotly looks over all that it has whenever something is added."""
    places = {name: place for place, name in enumerate(rows["mineral"])}
    most = max(len(rows), 3)
    discs = _discs(cells[cells["mineral"].isin(places)], places, basis, country)
    traces = [*_row_bars(rows, basis), *discs, _reliance(rows, mineral), _suppliers(rows), _names(rows, mineral)]
    layout = {
        "height": HEAD_PX + FOOT_PX + ROW_PX * most,
        "margin": {"l": 0, "r": 0, "t": HEAD_PX, "b": FOOT_PX},
        "showlegend": False,
        "barmode": "overlay",
        "bargap": 0,
        "dragmode": False,
        "hovermode": "closest",
        "clickmode": "event+select",
        "shapes": [*_lines(most), *([_band(places[mineral])] if mineral in places else [])],
        "annotations": _heads(country),
        "xaxis": {"visible": False, "range": [NAMES[0], END], "fixedrange": True},
        "yaxis": {"visible": False, "range": [most - 0.5, -0.5], "fixedrange": True},
    }
    return go.Figure(traces, layout)


def _band(at: int) -> Part:
    ends = {"x0": NAMES[0], "x1": END, "y0": at - 0.5, "y1": at + 0.5}
    return {"type": "rect", **ends, "fillcolor": tones.BAND, "line": {"width": 0}, "layer": "below"}


def _lines(most: int) -> list[Part]:
    """Where reliance is none, half and whole."""
    look = {"type": "line", "y0": -0.5, "y1": most - 0.5, "line": {"color": tones.GRID, "width": 1}, "layer": "below"}
    return [{**look, "x0": _along(pct), "x1": _along(pct)} for pct in (0, 50, 100)]


def column(iso3: str) -> float:
    """Where the column of one of the five stands."""
    return FIRST + STEP * C5.index(iso3)


def _row_bars(rows: pd.DataFrame, basis: str) -> list[Part]:
    """Unseen bars under names and right columns, with all that is to be known of the row."""
    hover = [charted(lens_text.row(row, basis)) for row in rows.to_dict("records")]
    same: Part = {
        "type": "bar",
        "y": list(range(len(rows))),
        "orientation": "h",
        "marker": {"color": tones.CLEAR},
        "customdata": [[mineral, ""] for mineral in rows["mineral"]],
        "hovertext": hover,
        "hovertemplate": "%{hovertext}<extra></extra>",
        "selected": {"marker": {"opacity": 0}},
        "unselected": {"marker": {"opacity": 0}},
    }
    ends = ((NAMES[0], NAMES[1]), (RELIANCE[0] - 0.4, END))
    return [{**same, "x": [end - start] * len(rows), "base": start} for start, end in ends]


def _discs(cells: pd.DataFrame, places: dict[str, int], basis: str, country: str | None) -> list[Part]:
    """Discs by country; an open circle for a figure that the edition withholds or says to be not available."""
    found = []
    for iso3 in C5:
        own = cells[(cells["iso3"] == iso3) & (cells["status"] != NOT_NAMED)]
        is_known = list(own["share_pct"].notna())
        tone = tones.FIVE if country in (None, iso3) or country not in C5 else tones.FIVE_PALE
        drawn = {
            "x": [column(iso3)] * len(own),
            "y": [places[one] for one in own["mineral"]],
            "marker": {
                "size": [_size(one) for one in own["share_pct"]],
                "color": tone,
                "line": {"width": 0},
                "opacity": 1,
                "symbol": ["circle" if known else "circle-open" for known in is_known],
            },
            "text": [
                said.share(one, is_ceiling=bound) if known else "?"
                for one, bound, known in zip(own["share_pct"], own["is_ceiling"], is_known, strict=True)
            ],
            "customdata": [[one, iso3] for one in own["mineral"]],
            "hovertext": [charted(lens_text.cell(row, basis)) for row in own.to_dict("records")],
            "hovertemplate": "%{hovertext}<extra></extra>",
            "name": iso3,
        }
        found.append(WITH_TEXT | SEEN | drawn)
    return found


def _size(share: float) -> float:
    return max(LEAST_PX, DIAMETER * share**0.5) if pd.notna(share) else 8


def _along(pct: float) -> float:
    return RELIANCE[0] + (RELIANCE[1] - RELIANCE[0]) * pct / 100


def _reliance(rows: pd.DataFrame, mineral: str) -> Part:
    known = rows[rows["reliance_relation"].notna()]
    drawn = {
        "x": [_along(0.0 if pd.isna(one) else float(one)) for one in known["reliance_pct"]],
        "y": list(known.index),
        "marker": {
            "size": 9,
            "symbol": [SIGNS[one] for one in known["reliance_relation"]],
            "color": [tones.CHOSEN if one == mineral else tones.OTHER for one in known["mineral"]],
        },
        "text": [
            f" {said.reliance(relation, pct)}"
            for relation, pct in zip(known["reliance_relation"], known["reliance_pct"], strict=True)
        ],
    }
    return WITH_TEXT | SEEN | NOTHING | drawn


def _suppliers(rows: pd.DataFrame) -> Part:
    text = [lens_text.suppliers(row) for row in rows.to_dict("records")]
    drawn = {"x": [SUPPLIERS] * len(rows), "y": list(range(len(rows))), "text": text}
    return WITH_TEXT | NOTHING | drawn | {"mode": "text", "textposition": "middle center"}


def _names(rows: pd.DataFrame, mineral: str) -> Part:
    shown = [
        f"{LISTED} {charted(names.of('mineral', one))}" if listed else charted(names.of("mineral", one))
        for one, listed in zip(rows["mineral"], rows["is_us_listed"], strict=True)
    ]
    text = [f"<b>{name}</b>" if one == mineral else name for one, name in zip(rows["mineral"], shown, strict=True)]
    drawn = {"x": [NAMES[1]] * len(rows), "y": list(range(len(rows))), "text": text, "textfont": {"size": 12}}
    return WITH_TEXT | NOTHING | drawn | {"mode": "text", "textposition": "middle left"}


def _heads(country: str | None) -> list[Part]:
    named = [(iso3, charted(countries.name(iso3))) for iso3 in C5]
    heads = [(column(iso3), f"<b>{name}</b>" if iso3 == country else name) for iso3, name in named]
    heads += [(_along(50), word("lens.reliance")), (SUPPLIERS - 0.1, word("lens.suppliers"))]
    look = {"y": 1, "yref": "paper", "yanchor": "bottom", "yshift": 4, "showarrow": False, "font": {"size": 11}}
    return [{**look, "x": at, "text": text} for at, text in heads]
