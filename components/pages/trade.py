"""Trade: flows by set, product, year and direction as lines, bars, Sankey, series of both sides, table and CSV."""

import streamlit as st

from components.widgets import (
    caveats,
    connection,
    faults,
    flow_charts,
    flow_controls,
    flow_map,
    flows_table,
    prose,
    state,
)
from components.widgets.text import literal
from components.words import counted, word
from data import countries, cuts


@st.fragment
@faults.guarded
def _trade(setup: str) -> None:
    flow_controls.show()
    state.tell()
    choice, cut = state.shown(), flow_controls.cut()
    if cuts.frame(cut).empty:
        name = word("trade.empty_country", name=countries.name(cut.country)) if cut.country else ""
        held = len(cuts.left_out(cut))
        said = counted("flows.left_out", held) if held else word("trade.empty", country=name)
        prose.show("empty", literal(said), st.info, icon=":material/info:")
        state.write_to_link()
        return
    wide, narrow = st.columns([1.7, 1], gap="large")
    with wide:
        flow_map.show(cut, choice, setup)
    with narrow:
        connection.lag_note()
        flow_charts.show(cut, choice.year, choice.top)
    caveats.show_flows(cut.set_id)
    flow_charts.show_series(cut, choice.year, choice.pair)
    flows_table.show(cut, choice.year, choice.top, choice.pair)
    state.write_to_link()


_trade(flow_map.prepare())
