"""Trade: flows by set, product, year and direction as lines, bars, Sankey, series of both sides, table and CSV."""

import streamlit as st

from components.markdown import literal
from components.reader import session
from components.widgets.common import caveats, connection, faults, notices, panel, prose
from components.widgets.trade import answer, charts, controls, map, parts, table
from components.words import counted, word
from data.analysis import flow_selection
from data.package import countries


@st.fragment
@faults.guarded
def _trade(setup: str) -> None:
    answer.show(session.shown().year)
    controls.show()
    notices.tell()
    choice, selection = session.shown(), controls.selection()
    if flow_selection.frame(selection).empty:
        name = word("trade.empty_country", name=countries.name(selection.country)) if selection.country else ""
        held = len(flow_selection.left_out(selection))
        said = counted("flows.left_out", held) if held else word("trade.empty", country=name)
        prose.show("empty", literal(said), st.info, icon=":material/info:")
        session.write_to_link()
        return
    wide, narrow = st.columns([1.7, 1], gap="large")
    with wide:
        map.show(selection, choice, setup)
    with narrow:
        connection.lag_note()
        charts.show(selection, choice.year, choice.top)
    caveats.show_flows(selection.set_id)
    parts.show()
    charts.show_series(selection, choice.year, choice.pair)
    table.show(selection, choice.year, choice.top, choice.pair)
    session.write_to_link()
    panel.answer()


_trade(map.prepare())
