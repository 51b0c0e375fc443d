"""Overview: the map of any indicator and year, the chosen country's number, card and news, the table, the CSV.

Two fragments: what depends on the indicator and the year is redrawn without sending the news again."""

import streamlit as st

from components.widgets import card, caveats, connection, controls, faults, figures_table, map, news, number, state

# The country that both fragments show: where the map has another one, the whole page is drawn anew.
COUNTRY = "country_shown"


@st.fragment
@faults.guarded
def _map_and_table(setup: str) -> None:
    if state.current().country != state.kept(COUNTRY):
        state.keep(COUNTRY, state.current().country)
        st.rerun()
    controls.show()
    state.tell()
    choice = state.shown()
    map.show(choice, setup)
    if choice.country:
        number.show_chosen(choice.indicator, choice.country, choice.year)
    caveats.show(choice.indicator)
    figures_table.show(choice)
    state.write_to_link()


@st.fragment
@faults.guarded
def _country() -> None:
    choice = state.current()
    connection.lag_note()
    card.show(choice.country)
    news.show(choice.country)
    state.write_to_link()


state.keep(COUNTRY, state.current().country)
setup = map.prepare()
wide, narrow = st.columns([1.9, 1], gap="large")
with wide:
    _map_and_table(setup)
with narrow:
    _country()
