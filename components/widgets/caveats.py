"""What a reader should know of an indicator before using it: its caveats, in words."""

import streamlit as st

from components.widgets.text import linked, literal
from components.words import word
from data import contradictions, indicators, sources
from data.contradictions import Contradiction


def show(indicator_id: str) -> None:
    """The caveats of an indicator, its remark and what sources contradict each other on, folded under one line."""
    indicator = indicators.get(indicator_id)
    with st.expander(word("caveats.title"), icon=":material/info:"):
        for one in indicator.caveats:
            st.markdown(literal(word(f"caveats.{one}")))
        if indicator.remark:
            st.markdown(literal(indicator.remark))
        for contradiction in contradictions.of(indicator_id):
            _contradiction(contradiction)


def _contradiction(one: Contradiction) -> None:
    names = "; ".join(
        linked(source.publisher, source.url, hint=source.title) for source in sources.describe(one.source_id)
    )
    st.markdown(f"**{literal(word('caveats.contradiction'))} {literal(one.title)}.** {literal(one.text)} ({names})")
