"""What a reader should know of an indicator before using it: its caveats, in words."""

import streamlit as st

from components.widgets.mentions import cited
from components.widgets.text import linked, literal
from components.words import word
from data import contradictions, flows, indicators, sources
from data.contradictions import Contradiction


def show(indicator_id: str) -> None:
    """The caveats of an indicator, its remark and what sources contradict each other on, folded under one line.

    Two texts only: the one that siblings share is not sent again when the reader goes from one to the next."""
    indicator = indicators.get(indicator_id)
    with st.expander(word("caveats.title"), icon=":material/info:"):
        st.markdown("\n\n".join(literal(word(f"caveats.{one}")) for one in indicator.caveats))
        own = [cited(indicator.remark)] if indicator.remark else []
        own += [_contradiction(one) for one in contradictions.of(indicator_id)]
        if own:
            st.markdown("\n\n".join(own))


def show_flows(set_id: str) -> None:
    """The caveats of a set of flows, folded under one line."""
    with st.expander(word("caveats.title"), icon=":material/info:"):
        st.markdown("\n\n".join(literal(word(f"caveats.{one}")) for one in flows.get(set_id).caveats))


def _contradiction(one: Contradiction) -> str:
    names = "; ".join(
        linked(source.publisher, source.url, hint=source.title) for source in sources.describe(one.source_id)
    )
    return f"**{literal(word('caveats.contradiction'))} {literal(one.title)}.** {literal(one.text)} ({names})"
