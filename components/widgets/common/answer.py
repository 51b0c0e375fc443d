"""The first sentence of a page: computed from the data, above the fold, found by `data-testid="atlas-answer"`."""

import html

import streamlit as st


def show(sentence: str) -> None:
    """Draw the sentence. It may hold text of the data, which no tag of it survives."""
    st.html(f'<p class="atlas-answer" data-testid="atlas-answer">{html.escape(sentence)}</p>')
