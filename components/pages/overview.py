"""Overview: the map of any indicator and year, the chosen country's number, card and news, the table, the CSV.

Two fragments: what depends on the indicator and the year is redrawn without sending the news again."""

import streamlit as st

from components.widgets import card, caveats, controls, figures_table, map, news, number, state


@st.fragment
def _map_and_table(setup: str) -> None:
    if st.session_state["country"] != st.session_state.get("country_shown"):
        st.session_state["country_shown"] = st.session_state["country"]
        st.rerun()
    controls.show()
    map.fit_year()
    choice = state.current()
    map.show(choice, setup)
    if choice.country:
        number.show_chosen(choice.indicator, choice.country, choice.year)
    caveats.show(choice.indicator)
    figures_table.show(choice)
    state.write_to_link()


@st.fragment
def _country() -> None:
    choice = state.current()
    card.show(choice.country)
    news.show(choice.country)
    state.write_to_link()


st.session_state["country_shown"] = st.session_state["country"]
setup = map.prepare()
wide, narrow = st.columns([1.9, 1], gap="large")
with wide:
    _map_and_table(setup)
with narrow:
    _country()
