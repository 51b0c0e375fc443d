"""Beside the flow map ranked bars or a Sankey of the same frame; below it both sides' figures of a pair by year."""

import pandas as pd
import streamlit as st

from components.figures import bars, pairseries, sankey
from components.figures.pairseries import Side
from components.widgets import prose, state
from components.widgets.choice import CHARTS, ends
from components.widgets.text import literal
from components.words import word
from data import countries, cuts, flows
from data.cuts import Cut

DRAWN = {"bars": bars.build, "sankey": sankey.build}
US, MIRROR = "us_trade", "mirror"
PARTNERS = "partners"
QUIET = {"displayModeBar": False}


def show(cut: Cut, year: int, top: int) -> None:
    """The chart that the reader chose, of the flows of the year."""
    st.segmented_control(
        word("trade.chart"),
        CHARTS,
        **state.bind("chart"),
        required=True,
        format_func=lambda one: word(f"trade.{one}"),
        label_visibility="collapsed",
    )
    kind = state.current().chart
    figure = DRAWN[kind](cut, year, top)
    st.plotly_chart(figure, key=f"flow_{kind}", config=QUIET, alt=bars.alt(cut, year, top))


def show_series(cut: Cut, year: int, pair: str | None) -> None:
    """Goods in either direction of a pair by year, from both sides where both report; of the largest by default."""
    one, other = _pair(cut, year, pair)
    names = countries.name(one), countries.name(other)
    prose.show("series_title", f"#### {literal(word('series.title', one=names[0], other=names[1]))}")
    if pair is None and cut.country is None:
        st.caption(word("series.default", year=year))
    for column, (origin, dest) in zip(st.columns(2, gap="large"), ((one, other), (other, one)), strict=True):
        with column:
            _series(origin, dest, "out" if (origin, dest) == (one, other) else "in")
    st.caption(word("series.why"))


def _pair(cut: Cut, year: int, pair: str | None) -> tuple[str, str]:
    """The two of the chosen line, else of the largest flow of the year; home first."""
    if pair is None:
        rows = cuts.frame(cut, year)
        rows = rows if len(rows) else cuts.frame(cut)
        two = (rows["origin"].iloc[0], rows["dest"].iloc[0])
    else:
        two = ends(pair)
    return two if two[0] in cuts.home(cut) else (two[1], two[0])


def _series(origin: str, dest: str, tone: str) -> None:
    title = word("series.to", origin=countries.name(origin), dest=countries.name(dest))
    st.markdown(f"**{literal(title)}**")
    first, second = _sides(origin, dest)
    if first.rows.empty and (second is None or second.rows.empty):
        st.caption(word("series.none"))
        return
    figure = pairseries.build(first, second, tone)
    st.plotly_chart(figure, key=f"series_{tone}", config=QUIET, alt=pairseries.alt(first, second, title))


def _sides(origin: str, dest: str) -> tuple[Side, Side | None]:
    """What both report where the United States is one of them; else the one series that is drawn."""
    if "USA" not in (origin, dest):
        return Side(word("series.partners_side"), _rows(PARTNERS, origin, dest)), None
    other = dest if origin == "USA" else origin
    first = Side(word("series.us_side"), _rows(US, origin, dest))
    return first, Side(word("series.other_side", name=countries.name(other)), _rows(MIRROR, origin, dest))


def _rows(set_id: str, origin: str, dest: str) -> pd.DataFrame:
    rows = flows.values(set_id)
    return rows[(rows["origin"] == origin) & (rows["dest"] == dest)].reset_index(drop=True)
