"""What was said of the mineral: claims with their verdicts, deals, articles, and the way to its indicators."""

import streamlit as st

from components.figures import mineral_words as said
from components.markdown import literal
from components.reader.choice import Choice
from components.widgets.common import articles as cards
from components.widgets.common import claims, links, prose
from components.words import counted, word
from data.analysis import mineral_mentions
from data.analysis.article_links import Spoken
from data.package import articles, tables
from data.package.articles import Asked

FIRST = 4


def show(choice: Choice) -> None:
    """Claims and deals, then the first articles, those on the chosen country only where one is chosen."""
    name = said.mineral(choice.mineral)
    with prose.anew("said_of_mineral", choice.mineral, choice.country):
        _claims(choice.mineral, name)
        _deals(choice.mineral, name)
        _articles(choice, name)
        leading = mineral_mentions.leading(choice.mineral)
        if leading:
            links.indicator(Spoken(leading))


def _claims(mineral: str, name: str) -> None:
    found = mineral_mentions.claims_on(mineral)
    st.markdown(f"## {literal(word('minerals.claims', mineral=name))}")
    if found:
        claims.badges(found, f"minerals_{mineral}")
    else:
        st.caption(literal(word("minerals.no_claims", mineral=name)))


def _deals(mineral: str, name: str) -> None:
    found = mineral_mentions.deals_on(mineral)
    if not found:
        return
    st.markdown(f"## {literal(word('minerals.deals', mineral=name))}")
    titles = tables.load("deals").set_index("deal_id")
    for deal_id in found[:FIRST]:
        row = titles.loc[deal_id]
        links.row("deals", deal_id, f"{row['announced']}: {row['title']}")


def _articles(choice: Choice, name: str) -> None:
    among = mineral_mentions.articles_on(choice.mineral)
    found = articles.snippets(Asked(among=among))
    ids = list(found["article_id"].unique())
    st.markdown(f"## {literal(word('minerals.articles', mineral=name))}")
    if not ids:
        st.caption(literal(word("minerals.no_articles", mineral=name)))
        return
    for snippets in cards.grouped(found[found["article_id"].isin(ids[:FIRST])]):
        cards.card(snippets, "minerals")
    leading = mineral_mentions.leading(choice.mineral)
    if leading and len(ids) > FIRST:
        links.news(Asked(among=among), counted("news.all", len(ids)), leading)
