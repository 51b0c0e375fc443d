"""Articles on a country with their snippets: our summary, quotation, speaker and translation; filter and search."""

from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import linked, literal
from components.reader import session
from components.reader.parameters import LONGEST_TEXT
from components.widgets.common import prose
from components.words import counted, word, words
from data.package import articles, countries

FIRST = 4
STEP = 8
SHOWN = "news_shown"
BETWEEN = " · "
Asked = tuple[str | None, str | None, str]


def show(country: str | None) -> None:
    """The articles on the country (on all of them where none is chosen), filtered by topic and search.

    Those on ties with the United States come first, the newest of them on top."""
    name = countries.name(country) if country else word("news.everywhere")
    prose.show("news_title", f"#### {literal(word('news.title', country=name))}")
    left, right = st.columns(2)
    left.selectbox(
        word("news.topic"), articles.topics(), index=None, **session.bind("topic"), placeholder=word("news.all_topics")
    )
    right.text_input(word("news.search"), **session.bind("q"), max_chars=LONGEST_TEXT, help=word("news.search_help"))
    choice = session.current()
    asked = (country, choice.topic, choice.q)
    found = articles.snippets(country=country, topic=choice.topic, search=choice.q or None)
    most = session.kept(SHOWN, {}).get(asked, FIRST)
    if found.empty:
        st.info(word("news.none"))
        return
    ids = list(found["article_id"].unique())
    shown = found[found["article_id"].isin(ids[:most])]
    st.caption(counted("news.count", len(ids), shown=min(most, len(ids))))
    with prose.anew("news", asked):
        for _, rows in shown.groupby("article_id", sort=False):
            _article(rows.to_dict("records"))
    left_over = len(ids) - most
    if left_over > 0:
        st.button(
            counted("news.more", min(STEP, left_over)), on_click=_show, args=(asked, most + STEP), key="news_more"
        )


def _show(asked: Asked, most: int) -> None:
    session.keep(SHOWN, {asked: most})


def _article(snippets: list[dict[Any, Any]]) -> None:
    first = snippets[0]
    facts = [first["publisher"], first["published"]]
    facts += [word(f"news.date_{first['date_basis']}")] if first["date_basis"] != "page" else []
    facts += [] if first["on_ties"] else [word("news.other")]
    with st.container(border=True):
        st.markdown(f"**{linked(_title(first), first['url'])}**")
        st.caption("  \n".join([BETWEEN.join(map(literal, facts)), *_original(first)]))
        st.markdown("\n\n".join(_snippet(row) for row in snippets))


def _title(article: dict[Any, Any]) -> str:
    """The title in English: ours, where the original is in another language."""
    return str(article["title"] if pd.isna(article["title_en"]) else article["title_en"])


def _original(article: dict[Any, Any]) -> list[str]:
    """The title as it is on the page, where what stands above it is not that, and whose words those are."""
    name = words("languages").get(article["language"], article["language"])
    if article["is_own_title"]:
        return [literal(word("news.own_title", language=name))]
    if pd.isna(article["title_en"]):
        return []
    return [literal(word("news.original", language=name, title=article["title"]))]


def _snippet(row: dict[Any, Any]) -> str:
    about = word("news.region") if row["scope"] == "region" else countries.name(row["iso3"])
    text = f":small[**{literal(about)}** · {literal(row['topic'])}]  \n{literal(row['summary'])}"
    return text if pd.isna(row["quote"]) else f"{text}\n\n{_quotation(row)}"


def _quotation(row: dict[Any, Any]) -> str:
    lines = [f"> “{literal(row['quote'])}”"]
    if "[" in row["quote"]:
        lines.append(f"> :small[{literal(word('news.inserted'))}]")
    if not pd.isna(row["quote_translation"]) and row["quote_translation"] != row["quote"]:
        lines.append(f"> {literal(word('news.translation'))}: “{literal(row['quote_translation'])}”")
    if not pd.isna(row["quote_speaker"]):
        lines.append(f"> — {literal(row['quote_speaker'])}")
    return "\n>\n".join(lines)
