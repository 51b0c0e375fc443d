"""The articles that are asked for, the first of them, and a button for more."""

from functools import partial

import streamlit as st

from components.markdown import literal
from components.reader import session
from components.widgets.common import articles as cards
from components.widgets.common import prose
from components.words import counted, word
from data.package import articles
from data.package.articles import Asked

STEP = 8
SHOWN = "news_shown"


def show(asked: Asked) -> None:
    """Cards in two columns, row by row, those on ties with the United States first, the newest on top."""
    found = articles.snippets(asked)
    ids = list(found["article_id"].unique())
    if not ids:
        is_backward = asked.since is not None and asked.until is not None and asked.since > asked.until
        st.info(word("news.backward" if is_backward else "news.none"), icon=":material/search_off:")
        return
    most = session.kept(SHOWN, {}).get(asked, STEP)
    count = counted("news.count", len(ids), shown=min(most, len(ids)))
    prose.show("news_count", f"## {literal(count)}")
    groups = list(cards.grouped(found[found["article_id"].isin(ids[:most])]))
    with prose.anew("news", asked):
        for place in range(0, len(groups), 2):
            for column, snippets in zip(st.columns(2, gap="medium"), groups[place : place + 2], strict=False):
                with column:
                    cards.card(snippets, "news")
    left_over = len(ids) - most
    if left_over > 0:
        more = partial(session.keep, SHOWN, {asked: most + STEP})
        st.button(counted("news.more", min(STEP, left_over)), on_click=more, key="news_more")
