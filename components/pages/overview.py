"""Overview: one sentence on any indicator and year, the map, chart or table of it, the chosen country's number, card
and news.

Two fragments: what depends on the indicator and the year is redrawn without sending the news again. They stand in one
grid (static/page.css): the first has the sentence and the controls above, the picture on the left and the number on the
right, the second the rest of the right column."""

import streamlit as st

from components.reader import session
from components.widgets.common import caveats, connection, faults, notices, panel
from components.widgets.overview import card, controls, files, headline, map, news, number, pictures, story

# The country that both fragments show: where the map has another one, the whole page is drawn anew.
COUNTRY = "country_shown"


@st.fragment
@faults.guarded
def _answer(setup: str) -> None:
    if session.current().country != session.kept(COUNTRY):
        session.keep(COUNTRY, session.current().country)
        st.rerun()
    choice = session.shown()
    with st.container(key="overview_top", gap="xsmall"):
        headline.show(choice)
        controls.show()
        notices.tell()
    with st.container(key="overview_wide"):
        pictures.show(choice, setup)
        files.show(choice)
        caveats.show(choice.indicator)
    with st.container(key="overview_number"):
        number.show(choice)
    session.write_to_link()
    panel.answer()


@st.fragment
@faults.guarded
def _country() -> None:
    choice = session.current()
    with st.container(key="overview_narrow"):
        connection.lag_note()
        story.show()
        card.show(choice.country)
        news.show(choice.country)
    session.write_to_link()
    panel.answer()


session.keep(COUNTRY, session.current().country)
setup = map.prepare()
with st.container(key="overview"):
    _answer(setup)
    _country()
