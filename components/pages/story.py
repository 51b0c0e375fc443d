"""Story: a text told step by step, each beside the figure on record, with the verdicts on what it claims."""

import streamlit as st

from components.reader import session
from components.widgets.common import faults, notices, panel
from components.widgets.story import answer, cells, controls, figure, keys, state, text, whole


@st.fragment
@faults.guarded
def _story(setup: str) -> None:
    notices.tell_lost()
    step = state.current()
    answer.show(step.story)
    controls.show()
    left, right = st.columns([1, 1.75], gap="large")
    with left:
        text.show(step)
    with right:
        figure.show(step, setup)
        cells.show(step)
    whole.show(step.story)
    session.write_to_link()
    panel.answer()


keys.listen()
_story(figure.prepare())
