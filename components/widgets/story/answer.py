"""The first sentence of the page, and below it what the story is about."""

import streamlit as st

from components.figures import story_answer, story_words
from components.markdown import literal
from components.widgets.common import answer, prose


def show(story: str) -> None:
    """The sentence, and below it what the story is about."""
    with st.container(key="story_answer", gap=None):
        answer.show(story_answer.of(story))
        prose.show("story_about", f":small[{literal(story_words.about(story))}]")
