"""News: every article by country, topic, publisher, language, month and words; how many there were when."""

import streamlit as st

from components.reader import session
from components.widgets.common import answer, faults, notices, panel
from components.widgets.news import controls, density, listing


@st.fragment
@faults.guarded
def _news() -> None:
    notices.tell_lost()
    asked = controls.asked(session.current())
    answer.show(density.answer(asked))
    controls.show()
    density.show(asked)
    listing.show(asked)
    session.write_to_link()
    panel.answer()


_news()
