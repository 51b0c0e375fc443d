"""Article snippets of a country: our summary, quotation with speaker and translation, filter and search."""

from typing import Any

import pandas as pd
import streamlit as st

from components.widgets.text import linked, literal
from components.words import word
from data import articles, countries

FIRST = 4
STEP = 8


def show(country: str | None) -> None:
    """The newest snippets of the country (of all of them where none is chosen), filtered by topic and search."""
    name = countries.name(country) if country else word("news.everywhere")
    st.markdown(f"#### {literal(word('news.title', country=name))}")
    left, right = st.columns(2)
    left.selectbox(word("news.topic"), articles.topics(), index=None, key="topic", placeholder=word("news.all_topics"))
    right.text_input(word("news.search"), key="q", max_chars=100, help=word("news.search_help"))
    state = st.session_state
    found = articles.snippets(country=country, topic=state["topic"], search=state["q"] or None)
    asked = (country, state["topic"], state["q"])
    if state.get("news_asked") != asked:
        state["news_asked"], state["news_shown"] = asked, FIRST
    if found.empty:
        st.info(word("news.none"))
        return
    shown = found.head(state["news_shown"])
    st.caption(word("news.count", shown=len(shown), count=len(found)))
    for row in shown.to_dict("records"):
        _snippet(row)
    left_over = len(found) - len(shown)
    if left_over:
        st.button(word("news.more", count=min(STEP, left_over)), on_click=_more, key="news_more")


def _more() -> None:
    st.session_state["news_shown"] += STEP


def _snippet(row: dict[Any, Any]) -> None:
    date = literal(row["published"])
    if row["date_basis"] != "page":
        date += f" ({literal(word('news.date_' + row['date_basis']))})"
    about = word("news.region") if row["scope"] == "region" else countries.name(row["iso3"])
    parts = [literal(row["publisher"]), date, literal(row["topic"]), literal(about)]
    with st.container(border=True):
        st.markdown(f"**{linked(row['title'], row['url'])}**")
        st.caption(" · ".join(parts))
        st.markdown(literal(row["summary"]))
        if not pd.isna(row["quote"]):
            st.markdown(_quotation(row))


def _quotation(row: dict[Any, Any]) -> str:
    lines = [f"> “{literal(row['quote'])}”"]
    if not pd.isna(row["quote_translation"]):
        lines.append(f"> {literal(word('news.translation'))}: “{literal(row['quote_translation'])}”")
    if not pd.isna(row["quote_speaker"]):
        lines.append(f"> — {literal(row['quote_speaker'])}")
    return "\n>\n".join(lines)
