"""How a verdict comes about, in plain words, with the limits that the rule has."""

import streamlit as st

from components.markdown import literal
from components.widgets.common.claim_texts import LIMITS
from components.words import word

PARTS = ("what", "bands", "evidence", "untested", "never")


def show() -> None:
    """The method. A heading is an anchor by its text, so `#method` leads here."""
    st.markdown(f"## {literal(word('claims.method'))}")
    st.markdown("\n\n".join(word(f"claims.method_{part}", **LIMITS) for part in PARTS))
