"""What the visitor reads instead of the atlas: faults of the tables, or that a page could not be drawn."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import ParamSpec

import streamlit as st

from components import live
from components.markdown import literal
from components.reader import choice, session
from components.words import counted, word
from data.checks import check
from data.checks.watch import State
from data.package import descriptor, snapshot
from data.vocabulary.language import speaking

MOST_SHOWN = 200

_LOG = logging.getLogger(__name__)
Given = ParamSpec("Given")


def stop_if_broken(found: State) -> None:
    """Where the tables did not pass, a list of their faults and no more."""
    if found.snapshot is None:
        st.error(counted("app.broken", len(found.faults)), title=word("app.broken_title"), icon=":material/error:")
        st.markdown("\n".join(f"- {literal(str(fault))}" for fault in found.faults[:MOST_SHOWN]))
        st.stop()


def tell(found: State) -> None:
    """Say that the seal is old, or that changed tables are not shown, in a place that is there without words, too."""
    place = st.empty()
    if found.refused:
        broken = check.real(list(found.refused.faults)) or found.refused.faults
        gaps = {
            "version": descriptor.version(),
            "since": _moment(snapshot.current().read_at),
            "met": _moment(found.refused.met_at),
            "first": str(broken[0]),
        }
        place.warning(literal(counted("app.refused", len(broken), **gaps)))
    elif found.faults:
        files = ", ".join(sorted({fault.file for fault in found.faults}))
        place.warning(literal(word("app.stale", version=descriptor.version(), files=files)))


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC"


def guarded(draw: Callable[Given, None]) -> Callable[Given, None]:
    """What draws a page or a part of it: where it fails, the visitor reads that it did, and finds a way back.

    A fragment that runs by itself speaks the language of the rest of its page, and shows the same data, or the whole
    page runs anew. Streamlit's own signals (stop, rerun) are no exceptions in this sense and pass."""

    @wraps(draw)
    def drawn(*args: Given.args, **kwargs: Given.kwargs) -> None:
        is_whole = snapshot.is_held()
        shown = snapshot.current() if is_whole else live.of_reader()
        if not is_whole and not live.is_of_page(shown):
            st.rerun()
        with speaking(session.current().lang):
            try:
                with snapshot.held(shown):
                    draw(*args, **kwargs)
            except Exception:
                _LOG.exception("a page could not be drawn")
                _apologise(draw.__name__)

    return drawn


def _apologise(part: str) -> None:
    """Say that a part of the page could not be drawn; ways back: again, the last choice that was drawn, the default."""
    drawn = session.give_up()
    st.error(word("failed.text"), title=word("failed.title"), icon=":material/error:")
    with st.container(horizontal=True):
        st.button(word("failed.again"), key=f"{part}_again", icon=":material/refresh:")
        if drawn not in (None, session.current()):
            st.button(word("failed.back"), key=f"{part}_back", on_click=session.restore, args=(drawn,))
        st.button(word("failed.default"), key=f"{part}_default", on_click=session.restore, args=(choice.default(),))
