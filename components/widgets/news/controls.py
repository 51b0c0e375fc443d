"""What the news can be narrowed down by: words, country, topic, publisher, language, months, the indicator at hand."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.reader.parameters import LONGEST_TEXT
from components.widgets.common import controls
from components.words import word, words
from data import indicators
from data.package import articles, names
from data.vocabulary import cldr

WIDTHS = [1.5, 1.1, 1, 1.3, 0.9, 1, 1]
NOTHING = {
    "country": None,
    "topic": None,
    "q": "",
    "publisher": None,
    "written_in": None,
    "news_from": None,
    "news_to": None,
    "about": False,
}


def show() -> None:
    """Draw the controls, and what takes a narrowing back."""
    with st.container(key="news_controls"):
        columns = st.columns(WIDTHS, gap="small")
    with columns[0]:
        st.text_input(word("news.search"), **binding.bind("q"), max_chars=LONGEST_TEXT, help=word("news.search_help"))
    with columns[1]:
        controls.country(placeholder=word("news.all_countries"))
    months = articles.months()
    lists: tuple[tuple[str, str, Sequence[str], Callable[[str], str], str], ...] = (
        ("topic", "news.topic", articles.topics(), partial(names.of, "topic"), "news.all_topics"),
        (
            "publisher",
            "news.publisher",
            list(articles.publishers()),
            articles.publishers().__getitem__,
            "news.all_publishers",
        ),
        ("written_in", "news.written_in", articles.languages(), _tongue, "news.all_languages"),
        ("news_from", "news.from", months[::-1], cldr.month, "news.first_month"),
        ("news_to", "news.to", months[::-1], cldr.month, "news.last_month"),
    )
    for column, (field, label, options, shown, empty) in zip(columns[2:], lists, strict=True):
        bound = binding.bind(field)
        column.selectbox(word(label), options, index=None, **bound, format_func=shown, placeholder=word(empty))
    _narrowed(session.current())


def _tongue(code: str) -> str:
    return words("languages").get(code, code)


def _narrowed(choice: Choice) -> None:
    """That only what speaks of an indicator is shown, and buttons that take back this, or everything."""
    is_narrow = any(getattr(choice, field) != usual for field, usual in NOTHING.items())
    if not is_narrow:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        if choice.about:
            title = indicators.get(choice.indicator).title
            st.toggle(literal(word("news.about", title=title)), **binding.bind("about"))
        st.button(word("news.clear"), on_click=_clear, key="news_clear", icon=":material/filter_alt_off:")


def _clear() -> None:
    session.choose(**NOTHING)
