"""A panel over the page, asked for by a click anywhere on it, with all that is on record for what was clicked.

It is a dialog, so it can be opened from anywhere and takes no place on the page. What is asked for is kept until the
run has drawn the page (`ask`, then `answer`): a callback can't open a dialog, and a table or a chart goes on reporting
what was clicked in it."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.reader import session
from components.words import word

ASKED = "panel_asked"


def ask(title: str, icon: str, draw: Callable[..., None], *args: Any) -> None:
    """Open a panel at the end of the run: the key of its title, its icon, and what draws it."""
    session.keep(ASKED, (title, icon, draw, args))


def answer() -> None:
    """Open the panel where one was asked for; to be called where all else of the run is drawn."""
    asked = session.kept(ASKED)
    if asked is not None:
        session.keep(ASKED, None)
        title, icon, draw, args = asked
        st.dialog(word(title), width="large", icon=icon)(draw)(*args)
