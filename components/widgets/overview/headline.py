"""The answer above the map: one sentence from the data, its sources, and the way to where it comes from."""

import streamlit as st

from components.figures import headline as words
from components.reader.choice import Choice
from components.widgets.common import answer, prose, provenance, value_panel
from components.words import word
from data.analysis import headline


def show(choice: Choice) -> None:
    """The sentence on the choice, and below it its year, sources and button."""
    found = headline.of(choice.indicator, choice.year, choice.country)
    with st.container(key="answer", gap=None):
        answer.show(words.sentence(choice.indicator, choice.year, choice.country))
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key="answer_sources"):
            prose.show("answer_line", _line(found))
            if found.cells:
                provenance.button(choice.indicator, found.cells, choice.year, key="opens_answer")


def _line(found: headline.Headline) -> str:
    """Year and publishers, each once; of many, the first."""
    named = value_panel.few_publishers(found.source_id)
    return f":small[{word('answer.sources', year=found.year, sources=named) if named else found.year}]"
