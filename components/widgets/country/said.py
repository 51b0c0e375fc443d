"""What was said of the country: claims with their verdicts, and articles."""

from functools import partial

import streamlit as st

from components.markdown import linked, literal
from components.reader import binding, session
from components.widgets.common import articles as cards
from components.widgets.common import claims, links, prose
from components.words import counted, word
from data.analysis import claim_facts, country_mentions
from data.package import articles, countries, names
from data.package.articles import Asked

FIRST, MOST_CARDS = 3, 6


def show(iso3: str) -> None:
    """The claims farthest from the record, and the newest article on each of the first topics."""
    name = countries.in_sentence(iso3)
    with prose.anew("country_said", iso3):
        st.markdown(f"**{literal(word('country.said'))}**")
        _claims(iso3, name, FIRST)
        st.markdown(f"**{literal(word('country.news'))}**")
        found = country_mentions.newest_by_topic(iso3)
        if found.empty:
            st.caption(literal(word("country.news_none", country=name)))
            return
        lines = [
            f"- :small[{literal(names.of('topic', str(row['topic'])))} · {literal(row['published'])}]  \n"
            f"  {linked(cards.title(row), str(row['url']), hint=str(row['publisher']))}"
            for row in found.head(FIRST + 1).to_dict("records")
        ]
        st.markdown("\n".join(lines))
        _all_articles(iso3, name)


def _claims(iso3: str, name: str, most: int) -> None:
    found = country_mentions.farthest(iso3)
    if not found:
        st.caption(literal(word("country.said_none", country=name)))
    for claim_id in found[:most]:
        claims.badge(claim_id, f"country_{iso3}_{most}")
    every = claim_facts.of_country(iso3)
    if every:
        links.claims(counted("country.said_all", len(every), country=name), country=iso3)


def _all_articles(iso3: str, name: str) -> None:
    count = articles.snippets(Asked(country=iso3))["article_id"].nunique()
    links.news(Asked(country=iso3), counted("country.news_all", count, country=name))


def show_claims(iso3: str) -> None:
    """All claims that are decided, the farthest from the record first."""
    with prose.anew("country_claims", iso3):
        st.markdown(f"## {literal(word('country.said'))}")
        _claims(iso3, countries.in_sentence(iso3), len(country_mentions.farthest(iso3)))


def show_articles(iso3: str) -> None:
    """The newest articles in full, in two columns: one on each topic, or those on the topic that is chosen."""
    topic = session.current().topic
    st.markdown(f"## {literal(word('country.news'))}")
    with st.container(key="country_topic", width=260):
        st.selectbox(
            word("news.topic"),
            articles.topics(),
            index=None,
            **binding.bind("topic"),
            format_func=partial(names.of, "topic"),
            placeholder=word("news.all_topics"),
            label_visibility="collapsed",
        )
    found = country_mentions.newest(iso3, topic) if topic else country_mentions.newest_by_topic(iso3)
    wanted = frozenset(found["article_id"].drop_duplicates().head(MOST_CARDS))
    groups = list(cards.grouped(articles.snippets(Asked(country=iso3, topic=topic, among=wanted))))
    with prose.anew("country_articles", iso3, topic):
        if not groups:
            st.caption(literal(word("news.none")))
        for place in range(0, len(groups), 2):
            for column, snippets in zip(st.columns(2, gap="medium"), groups[place : place + 2], strict=False):
                with column:
                    cards.card(snippets, "country")
        _all_articles(iso3, countries.in_sentence(iso3))
