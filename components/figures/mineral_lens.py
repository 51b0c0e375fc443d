"""The lens of minerals: rows of minerals by columns of the five, a disc for each share of the world with its numeral
beside it, then what the United States needs from abroad and how few suppliers the world has.

All is drawn in one picture with columns at fixed places: the area of a disc grows with the share, and where there is no
figure there is no disc. Names and right columns have unseen bars, so that a click on a row chooses its mineral."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from components.figures import lens_text
from components.figures import mineral_tones as tones
from components.figures import mineral_words as said
from components.figures.charted import charted
from components.words import word
from data.package import countries, names
from data.package.countries import C5

ROW_PX, HEAD_PX, FOOT_PX = 17, 40, 2
# Where the columns stand, in units of the width.
NAMES, FIRST, STEP = (-2.1, -0.3), 0.1, 1.2
RELIANCE, SUPPLIERS, END = (6.0, 8.2), 9.6, 10.3
DIAMETER, LEAST_PX = 3.2, 1.5
SIGNS = {"equal": "circle", "above": "triangle-right", "below": "triangle-left", "net_exporter": "circle-open"}
LISTED = "◆"
NOTHING = {"hoverinfo": "skip", "showlegend": False}


def build(rows: pd.DataFrame, cells: pd.DataFrame, basis: str, country: str | None, mineral: str) -> go.Figure:
    """The lens of rows (`data/analysis/lens_table.rows`) in their order, with their cells; the mineral has a band."""
    figure = go.Figure()
    places = {name: place for place, name in enumerate(rows["mineral"])}
    _add_row_bars(figure, rows, basis)
    _add_discs(figure, cells[cells["mineral"].isin(places)], places, basis, country)
    _add_reliance(figure, rows, mineral)
    _add_suppliers(figure, rows)
    _add_names(figure, rows, mineral)
    _add_heads(figure, country)
    if mineral in places:
        at = places[mineral]
        figure.add_shape(
            type="rect",
            x0=NAMES[0],
            x1=END,
            y0=at - 0.5,
            y1=at + 0.5,
            fillcolor=tones.BAND,
            line_width=0,
            layer="below",
        )
    figure.update_layout(
        height=HEAD_PX + FOOT_PX + ROW_PX * max(len(rows), 3),
        margin={"l": 0, "r": 0, "t": HEAD_PX, "b": FOOT_PX},
        showlegend=False,
        barmode="overlay",
        bargap=0,
        dragmode=False,
        hovermode="closest",
        clickmode="event+select",
    )
    figure.update_xaxes(visible=False, range=[NAMES[0], END], fixedrange=True)
    figure.update_yaxes(visible=False, range=[max(len(rows), 3) - 0.5, -0.5], fixedrange=True)
    figure.update_traces(selected={"marker": {"opacity": 1}}, unselected={"marker": {"opacity": 1}}, selector=_is_seen)
    return figure


def _is_seen(trace: Any) -> bool:
    return trace.type == "scatter" and "markers" in (trace.mode or "")


def column(iso3: str) -> float:
    """Where the column of one of the five stands."""
    return FIRST + STEP * C5.index(iso3)


def _add_row_bars(figure: go.Figure, rows: pd.DataFrame, basis: str) -> None:
    """Unseen bars under names and right columns, with all that is to be known of the row."""
    hover = [charted(lens_text.row(row, basis)) for row in rows.to_dict("records")]
    for start, end in ((NAMES[0], NAMES[1]), (RELIANCE[0] - 0.4, END)):
        figure.add_bar(
            y=list(range(len(rows))),
            x=[end - start] * len(rows),
            base=start,
            orientation="h",
            marker_color=tones.CLEAR,
            customdata=[[mineral, ""] for mineral in rows["mineral"]],
            hovertext=hover,
            hovertemplate="%{hovertext}<extra></extra>",
            selected={"marker": {"opacity": 0}},
            unselected={"marker": {"opacity": 0}},
        )


def _add_discs(figure: go.Figure, cells: pd.DataFrame, places: dict[str, int], basis: str, country: str | None) -> None:
    """Discs by country, hatched squares for what is withheld, open circles for what is said to be not available."""
    for iso3 in C5:
        own = cells[(cells["iso3"] == iso3) & (cells["status"] != "not_covered")]
        known = own[own["share_pct"].notna()]
        tone = tones.FIVE if country in (None, iso3) or country not in C5 else tones.FIVE_PALE
        figure.add_scatter(
            x=[column(iso3)] * len(own),
            y=[places[one] for one in own["mineral"]],
            mode="markers+text",
            marker={"size": [_size(one) for one in own["share_pct"]], "color": tone, "line": {"width": 0}, "opacity": 1}
            | {"symbol": ["circle" if pd.notna(one) else "circle-open" for one in own["share_pct"]]},
            text=[
                said.share(one, is_ceiling=bound) if pd.notna(one) else "?"
                for one, bound in zip(own["share_pct"], own["is_ceiling"], strict=True)
            ],
            textposition="middle right",
            textfont_size=11,
            cliponaxis=False,
            customdata=[[one, iso3] for one in own["mineral"]],
            hovertext=[charted(lens_text.cell(row, basis)) for row in own.to_dict("records")],
            hovertemplate="%{hovertext}<extra></extra>",
            name=f"{iso3} {len(known)}",
        )


def _size(share: float) -> float:
    return max(LEAST_PX, DIAMETER * share**0.5) if pd.notna(share) else 8


def _along(pct: float) -> float:
    return RELIANCE[0] + (RELIANCE[1] - RELIANCE[0]) * pct / 100


def _add_reliance(figure: go.Figure, rows: pd.DataFrame, mineral: str) -> None:
    for pct in (0, 50, 100):
        at = _along(pct)
        line = {"color": tones.GRID, "width": 1}
        figure.add_shape(type="line", x0=at, x1=at, y0=-0.5, y1=max(len(rows), 3) - 0.5, line=line, layer="below")
    known = rows[rows["reliance_relation"].notna()]
    figure.add_scatter(
        x=[_along(0.0 if pd.isna(one) else float(one)) for one in known["reliance_pct"]],
        y=list(known.index),
        mode="markers+text",
        marker={
            "size": 9,
            "symbol": [SIGNS[one] for one in known["reliance_relation"]],
            "color": [tones.CHOSEN if one == mineral else tones.OTHER for one in known["mineral"]],
        },
        text=[f" {said.reliance(row['reliance_relation'], row['reliance_pct'])}" for row in known.to_dict("records")],
        textposition="middle right",
        textfont_size=11,
        cliponaxis=False,
        **NOTHING,
    )


def _add_suppliers(figure: go.Figure, rows: pd.DataFrame) -> None:
    figure.add_scatter(
        x=[SUPPLIERS] * len(rows),
        y=list(range(len(rows))),
        mode="text",
        text=[lens_text.suppliers(row) for row in rows.to_dict("records")],
        textfont_size=11,
        cliponaxis=False,
        **NOTHING,
    )


def _add_names(figure: go.Figure, rows: pd.DataFrame, mineral: str) -> None:
    shown = [
        f"{LISTED} {charted(names.of('mineral', one))}" if listed else charted(names.of("mineral", one))
        for one, listed in zip(rows["mineral"], rows["is_us_listed"], strict=True)
    ]
    figure.add_scatter(
        x=[NAMES[1]] * len(rows),
        y=list(range(len(rows))),
        mode="text",
        text=[f"<b>{text}</b>" if one == mineral else text for one, text in zip(rows["mineral"], shown, strict=True)],
        textposition="middle left",
        textfont_size=12,
        cliponaxis=False,
        **NOTHING,
    )


def _add_heads(figure: go.Figure, country: str | None) -> None:
    heads: Sequence[tuple[float, str]] = [
        *((column(iso3), f"<b>{name}</b>" if iso3 == country else name) for iso3, name in _heads()),
        (_along(50), word("lens.reliance")),
        (SUPPLIERS - 0.1, word("lens.suppliers")),
    ]
    for at, text in heads:
        figure.add_annotation(
            x=at, y=1, yref="paper", yanchor="bottom", yshift=4, text=text, showarrow=False, font={"size": 11}
        )


def _heads() -> list[tuple[str, str]]:
    return [(iso3, charted(countries.name(iso3))) for iso3 in C5]
