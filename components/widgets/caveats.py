"""What a reader should know of an indicator before using it: its caveats, in words."""

import streamlit as st

from components.widgets.text import literal
from components.words import word
from data import indicators


def show(indicator_id: str) -> None:
    """The caveats of an indicator, folded away under one line."""
    with st.expander(word("caveats.title"), icon=":material/info:"):
        for one in indicators.get(indicator_id).caveats:
            st.markdown(literal(word(f"caveats.{one}")))
