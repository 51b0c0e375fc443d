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
from data.package import tables
from data.package.articles import Asked

FIRST = 4


def show(choice: Choice) -> None:
    """Claims and deals, and the way to the first indicator of the mineral."""
    name = said.mineral(choice.mineral)
    with prose.anew("said_of_mineral", choice.mineral):
        _claims(choice.mineral, name)
        _deals(choice.mineral, name)
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


def show_articles(choice: Choice) -> None:
    """The first articles in two columns, of each what it says of the mineral; all of them are on their page."""
    name = said.mineral(choice.mineral)
    found = mineral_mentions.snippets_on(choice.mineral)
    ids = list(found["article_id"].unique())
    with prose.anew("articles_on_mineral", choice.mineral):
        st.markdown(f"## {literal(word('minerals.articles', mineral=name))}")
        if not ids:
            st.caption(literal(word("minerals.no_articles", mineral=name)))
            return
        groups = list(cards.grouped(found[found["article_id"].isin(ids[:FIRST])]))
        for place in range(0, len(groups), 2):
            for column, snippets in zip(st.columns(2, gap="medium"), groups[place : place + 2], strict=False):
                with column:
                    cards.card(snippets, "minerals")
        leading = mineral_mentions.leading(choice.mineral)
        if leading and len(ids) > FIRST:
            among = mineral_mentions.articles_on(choice.mineral)
            links.news(Asked(among=among), counted("news.all", len(ids)), leading)
