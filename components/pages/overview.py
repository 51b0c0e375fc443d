"""Overview: the map of any indicator and year, the chosen country's number, card and news, the table, the CSV.

Two fragments: what depends on the indicator and the year is redrawn without sending the news again."""

import streamlit as st

from components.reader import session
from components.widgets.common import caveats, connection, faults, notices, value_panel
from components.widgets.overview import card, controls, map, news, table

# The country that both fragments show: where the map has another one, the whole page is drawn anew.
COUNTRY = "country_shown"


@st.fragment
@faults.guarded
def _map_and_table(setup: str) -> None:
    if session.current().country != session.kept(COUNTRY):
        session.keep(COUNTRY, session.current().country)
        st.rerun()
    controls.show()
    notices.tell()
    choice = session.shown()
    map.show(choice, setup)
    if choice.country:
        value_panel.show_chosen(choice.indicator, choice.country, choice.year)
    caveats.show(choice.indicator)
    table.show(choice)
    session.write_to_link()


@st.fragment
@faults.guarded
def _country() -> None:
    choice = session.current()
    connection.lag_note()
    card.show(choice.country)
    news.show(choice.country)
    session.write_to_link()


session.keep(COUNTRY, session.current().country)
setup = map.prepare()
wide, narrow = st.columns([1.9, 1], gap="large")
with wide:
    _map_and_table(setup)
with narrow:
    _country()
