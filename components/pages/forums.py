"""Forums: who of the six sits where with whom on any day, since when, and what happened between them.

Two fragments: the matrix and the sets of the first screen are redrawn without sending map and time line again."""

import streamlit as st

from components.figures import forums_answer
from components.markdown import literal
from components.reader import session
from components.widgets.common import answer, faults, notices, panel
from components.widgets.forums import beside, controls, forum, line, matrix, sets, state
from components.words import counted
from data.analysis import membership

# What both fragments follow: where one has another day, forum, country or view, the whole page is drawn anew.
SHOWN = "forums_shown"


def _shown() -> tuple[str | None, ...]:
    choice = session.current()
    return choice.forums_on, choice.forum, choice.country, choice.view


@st.fragment
@faults.guarded
def _first() -> None:
    if session.has_moved(SHOWN, _shown()):
        st.rerun()
    choice = session.shown()
    answer.show(forums_answer.of(state.day(choice), choice.ties, state.forums(choice), choice.country))
    controls.show(choice)
    ended = len(membership.ended())
    st.caption(literal(counted("forums.coverage", ended, newest=membership.newest_day())))
    notices.tell_lost()
    wide, narrow = st.columns([1.72, 1], gap="medium")
    with wide:
        matrix.show(choice)
    with narrow:
        beside.show_change(choice)
        beside.show_country(choice)
        sets.show_sets(choice)
        sets.show_pairs(choice)
    session.write_to_link()
    panel.answer()


@st.fragment
@faults.guarded
def _second(setup: str) -> None:
    if session.has_moved(SHOWN, _shown()):
        st.rerun()
    choice = session.shown()
    line.show(choice)
    forum.show(choice, setup)
    session.write_to_link()
    panel.answer()


session.keep(SHOWN, _shown())
setup = forum.prepare()
_first()
_second(setup)
