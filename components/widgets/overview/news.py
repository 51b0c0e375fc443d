"""The first articles on a country and the claims on it, filtered by topic and search; all of them are on their page."""

from functools import partial

import streamlit as st

from components.markdown import literal
from components.reader import binding, session
from components.reader.parameters import LONGEST_TEXT
from components.widgets.common import articles as cards
from components.widgets.common import claims, links, prose
from components.words import counted, word
from data.analysis import claim_facts
from data.package import articles, countries, names
from data.package.articles import Asked

FIRST = 4


def show(country: str | None) -> None:
    """The claims on the country and the first articles on it (on all of them where none is chosen).

    Articles on ties with the United States come first, the newest of them on top."""
    if country:
        _claims(country)
    name = countries.name(country) if country else word("news.everywhere")
    prose.show("news_title", f"## {literal(word('news.of', country=name))}")
    left, right = st.columns(2)
    left.selectbox(
        word("news.topic"),
        articles.topics(),
        index=None,
        **binding.bind("topic"),
        format_func=partial(names.of, "topic"),
        placeholder=word("news.all_topics"),
    )
    right.text_input(word("news.search"), **binding.bind("q"), max_chars=LONGEST_TEXT, help=word("news.search_help"))
    choice = session.current()
    asked = Asked(country=country, topic=choice.topic, search=choice.q)
    found = articles.snippets(asked)
    if found.empty:
        st.info(word("news.none"))
        return
    ids = list(found["article_id"].unique())
    with prose.anew("news", asked):
        for snippets in cards.grouped(found[found["article_id"].isin(ids[:FIRST])]):
            cards.card(snippets, "overview")
        links.news(asked, counted("news.all", len(ids)))


def _claims(country: str) -> None:
    """The verdicts on what was said of the country, the decided and the newest first."""
    claim_ids = claim_facts.of_country(country)
    if claim_ids:
        with prose.anew("claims", country):
            st.markdown(f"## {literal(word('claims.on', country=countries.name(country)))}")
            claims.badges(claim_ids[: claims.FIRST], f"card_{country}")
            links.claims(counted("claims.all", len(claim_ids)), country=country)
