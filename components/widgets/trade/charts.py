"""Beside the flow map ranked bars or a Sankey of the same frame; below it a pair by year, of the same goods."""

import streamlit as st

from components.figures import bars, flow_map, pair_series, sankey
from components.markdown import literal
from components.reader import session
from components.reader.choice import ends
from components.widgets.common import controls, prose
from components.widgets.trade import series
from components.words import counted, word
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import countries

DRAWN = {"bars": bars.build, "sankey": sankey.build}
QUIET = {"displayModeBar": False}


def show(selection: FlowSelection, year: int, top: int) -> None:
    """The chart that the reader chose, of the flows of the year."""
    controls.one_of("chart", label_visibility="collapsed")
    kind = session.current().chart
    if kind == "sankey" and not sankey.is_fit(selection, year):
        # A Sankey adds up what meets at a country.
        why = flow_map.thin(selection, year) or word("trade.no_sankey_shares")
        st.caption(literal(f"{word('trade.no_sankey')} {why}"))
        kind = "bars"
    _, press = flow_map.apart(flow_selection.frame(selection, year))
    if kind == "sankey" and len(press):
        st.caption(literal(counted("trade.sankey_press", len(press))))
    figure = DRAWN[kind](selection, year, top)
    st.plotly_chart(figure, key=f"flow_{kind}", config=QUIET, alt=bars.alt(selection, year, top))


def show_series(selection: FlowSelection, year: int, pair: str | None) -> None:
    """The goods of the page between two countries by year, as far as asked for; by default of the largest flow."""
    one, other = _pair(selection, year, pair)
    names = countries.name(one), countries.name(other)
    goods = series.goods(selection)
    title = word("series.title", one=names[0], other=names[1])
    prose.show("series_title", f"## {literal(f'{title}: {goods}' if goods else title)}")
    if pair is None and selection.country is None:
        st.caption(literal(f"{_why_shown(selection, year)} {word('series.default')}"))
    asked = [ways for ways in ((one, other, "out"), (other, one, "in")) if series.is_asked(selection, ways)]
    columns = st.columns(2, gap="large")
    for column, (origin, dest, tone) in zip(columns, asked, strict=False):
        with column:
            _series(selection, origin, dest, tone)
    st.caption(word("series.why_product" if goods else "series.why"))


def _why_shown(selection: FlowSelection, year: int) -> str:
    """Why a pair stands there that nobody chose: largest it is called only where the flows of the year are ranked."""
    if not len(flow_selection.frame(flow_selection.in_values(selection), year)):
        return word("series.other_year", year=year)
    kind = "balance" if selection.direction == "net" else "flow"
    return word(f"series.largest_{kind}" if flow_selection.adds_up(selection, year) else "series.one_of", year=year)


def _pair(selection: FlowSelection, year: int, pair: str | None) -> tuple[str, str]:
    """The two of the chosen line, else of the first flow of the year, or of the newest full one; home first."""
    if pair is None:
        value = flow_selection.in_values(selection)
        rows = flow_selection.frame(value, year)
        rows = rows if len(rows) else flow_selection.frame(value, flow_selection.default_year(value))
        two = (rows["origin"].iloc[0], rows["dest"].iloc[0])
    else:
        two = ends(pair)
    return two if two[0] in flow_selection.reporters(selection) else (two[1], two[0])


def _series(selection: FlowSelection, origin: str, dest: str, tone: str) -> None:
    title = word("series.to", origin=countries.name(origin), dest=countries.name(dest))
    st.markdown(f"**{literal(title)}**")
    found = series.sides(selection, origin, dest)
    shown = [side for side in map(series.with_figures, found) if len(side.rows)]
    for side in found:
        held = series.left_out(side)
        if held:
            st.caption(literal(counted("series.left_out", held, name=side.name)))
    if not shown:
        st.caption(word("series.none"))
        return
    first, second = shown[0], shown[1] if len(shown) > 1 else None
    figure = pair_series.build(first, second, tone)
    st.plotly_chart(figure, key=f"series_{tone}", config=QUIET, alt=pair_series.alt(first, second, title))
    for side in shown:
        broken = pair_series.broken(side)
        if broken:
            st.caption(literal(broken))
