"""News: every article by country, topic, publisher, language, month and words; how many there were when."""

import streamlit as st

from components.figures import news_answer
from components.reader import session, wanted
from components.widgets.common import answer, faults, notices, panel
from components.widgets.news import controls, density, listing


@st.fragment
@faults.guarded
def _news() -> None:
    notices.tell_lost()
    asked = wanted.news(session.current())
    answer.show(news_answer.of(asked))
    controls.show()
    density.show(asked)
    listing.show(asked)
    session.write_to_link()
    panel.answer()


_news()
