"""Minerals: what the five have that the United States needs, how narrow that supply is, and what is said of it.

Two fragments: the panels of the first screen are redrawn, as by the slider of the swap, without sending the map and
the articles of the second again."""

import streamlit as st

from components.reader import session
from components.widgets.common import faults, notices, panel
from components.widgets.minerals import controls, head, lists, mentions, panels, sites

# What both fragments follow: where one has another mineral, country, view or panel, the whole page is drawn anew.
SHOWN = "mineral_shown"


def _shown() -> tuple[str, str | None, str, str]:
    choice = session.current()
    return choice.mineral, choice.country, choice.view, choice.panel


@st.fragment
@faults.guarded
def _first() -> None:
    if session.has_moved(SHOWN, _shown()):
        st.rerun()
    choice = panels.shown()
    head.show(choice)
    controls.show(choice.mineral)
    notices.tell_lost()
    wide, narrow = st.columns([1.62, 1], gap="medium")
    with wide:
        panels.show_main(choice)
    with narrow:
        panels.show_beside(choice)
    session.write_to_link()
    panel.answer()


@st.fragment
@faults.guarded
def _second(setup: str) -> None:
    if session.has_moved(SHOWN, _shown()):
        st.rerun()
    choice = panels.shown()
    wide, narrow = st.columns([1.62, 1], gap="medium")
    with wide:
        sites.show(choice, setup)
        panels.show_below(choice)
    with narrow:
        lists.show(choice)
        mentions.show(choice)
    mentions.show_articles(choice)
    session.write_to_link()
    panel.answer()


session.keep(SHOWN, _shown())
setup = sites.prepare()
_first()
_second(setup)
