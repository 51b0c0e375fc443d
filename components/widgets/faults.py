"""What the visitor reads instead of the atlas: faults of the tables, or that a page could not be drawn."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

import streamlit as st

from components.widgets import choice, state
from components.widgets.text import literal
from components.words import counted, word
from data import package
from data.faults import Fault

MOST_SHOWN = 200

_LOG = logging.getLogger(__name__)
Given = ParamSpec("Given")


def stop_if_broken(found: list[Fault]) -> None:
    """List the faults with file, line, column, value and rule and stop; say so where only the seal is old."""
    stale = [fault for fault in found if fault.rule_id == "seal"]
    broken = [fault for fault in found if fault.rule_id != "seal"]
    if broken:
        st.error(counted("app.broken", len(broken)), title=word("app.broken_title"), icon=":material/error:")
        st.markdown("\n".join(f"- {literal(str(fault))}" for fault in broken[:MOST_SHOWN]))
        st.stop()
    if stale:
        files = ", ".join(sorted({fault.file for fault in stale}))
        st.warning(literal(word("app.stale", version=package.version(), files=files)))


def guarded(draw: Callable[Given, None]) -> Callable[Given, None]:
    """What draws a page or a part of it: where it fails, the visitor reads that it did, and finds a way back.

    Streamlit's own signals (stop, rerun) are no exceptions in this sense and pass."""

    @wraps(draw)
    def drawn(*args: Given.args, **kwargs: Given.kwargs) -> None:
        try:
            draw(*args, **kwargs)
        except Exception:
            _LOG.exception("a page could not be drawn")
            _apologise(draw.__name__)

    return drawn


def _apologise(part: str) -> None:
    """Say that a part of the page could not be drawn; ways back: again, the last choice that was drawn, the default."""
    drawn = state.give_up()
    st.error(word("failed.text"), title=word("failed.title"), icon=":material/error:")
    with st.container(horizontal=True):
        st.button(word("failed.again"), key=f"{part}_again", icon=":material/refresh:")
        if drawn not in (None, state.current()):
            st.button(word("failed.back"), key=f"{part}_back", on_click=state.restore, args=(drawn,))
        st.button(word("failed.default"), key=f"{part}_default", on_click=state.restore, args=(choice.default(),))
