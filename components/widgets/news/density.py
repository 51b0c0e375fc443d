"""How many articles there are, as a sentence and by month; a click on a month shows its articles alone."""

import streamlit as st

from components.figures import density
from components.markdown import literal
from components.reader import binding, session
from components.widgets.common import figure as figures
from components.widgets.common import prose
from components.words import counted, word
from data.analysis import news
from data.package import articles
from data.package.articles import Asked

KEY = "news_months"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def show(asked: Asked) -> None:
    """The bars of all months, those of the period that is chosen among them."""
    counts = news.by_month(asked)
    figure = density.build(counts, asked.since, asked.until)
    with figures.named():
        st.plotly_chart(
            figure,
            key=KEY,
            config=QUIET,
            alt=density.alt(counts),
            on_select=binding.reporting(_chosen),
            selection_mode="points",
        )
    without = news.undated(asked)
    said = [word("news.bars"), *([counted("news.undated", without)] if without else [])]
    prose.show("news_bars", literal(" ".join(said)), st.caption)


def _chosen() -> None:
    """Take over the month of the bar that was clicked; the bar of the month that is chosen gives the period up."""
    points = st.session_state[KEY].selection.points
    if not points:
        return
    month = points[0]["customdata"][0]
    choice = session.current()
    if (choice.news_from, choice.news_to) == (month, month):
        session.choose(news_from=None, news_to=None)
    elif month in articles.months():
        session.choose(news_from=month, news_to=month)
