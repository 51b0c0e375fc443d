"""The tie between the open page and the server: what the reader does while the server is away is not lost.

One component for the whole page, drawn by the frame; it has no place on the screen (see `connection.js`)."""

from pathlib import Path

import streamlit as st

from components.words import word
from data.vocabulary.language import spoken

_mount = st.components.v2.component(
    "c5plus1_atlas_connection", js=(Path(__file__).parent / "connection.js").read_text("utf-8"), isolate_styles=False
)


def keep() -> None:
    """Draw the tie, and tell the browser the language of the page; to be called once in a run, outside any fragment."""
    _mount(key="connection", data={"language": spoken()}, height=1)


def lag_note() -> None:
    """A line that is seen only while the map shows something that the server has not answered to: above what lags."""
    st.html(f'<p class="atlas-lag">{word("map.lag")}</p>')
