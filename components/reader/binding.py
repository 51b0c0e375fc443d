"""What a widget shows of the choice, and what it reports to it.

Streamlit drops the value of a widget that a page does not show (and, after the run of a fragment, of all that the page
before had), so a widget is filled from the choice at every run and reports to it."""

import logging
from collections.abc import Callable
from functools import wraps
from typing import Any

import streamlit as st

from components.reader import session
from data.package import snapshot
from data.vocabulary.language import speaking

FILLED = "widgets_filled"
SHARED = "widgets_shared"
LOST = "report_lost"

_LOG = logging.getLogger(__name__)


def begin() -> None:
    """Forget, at the beginning of a run of the whole page, what was filled in the one before."""
    st.session_state[FILLED] = set()


def bind(field: str, **kind: bool) -> dict[str, Any]:
    """Key and callback of a widget that shows a field of the choice and reports to it; `kind` as in `bind_to`."""
    return bind_to(field, getattr(session.current(), field), lambda value: session.choose(**{field: value}), **kind)


def bind_to(
    name: str, value: Any, report: Callable[[Any], None], *, is_long: bool = False, is_shared: bool = False
) -> dict[str, Any]:
    """Key and callback of a widget that shows a value and hands what the reader chose to `report`.

    In a run of the whole page the value is always set: the browser may have just made the widget. In the run of a
    fragment only where it differs, so that what the reader does meanwhile is not taken back; a long list that seldom
    changes is always set: its message is then the same as before, and is not sent again.

    A value that is shared can be chosen elsewhere on the page as well. Then the widget gives way to a new one: the
    browser may not have heard yet, and tells with whatever the reader does next what the old one says."""
    filled: set[str] = st.session_state[FILLED]
    key = _shared_key(name, value) if is_shared else name
    if is_long or key not in filled or key not in st.session_state or st.session_state[key] != value:
        st.session_state[key] = value
        filled.add(key)

    def hear() -> None:
        if not is_shared or _is_heard(name, key):
            report(st.session_state[key])

    return {"key": key, "on_change": reporting(hear)}


def _shared_key(name: str, value: Any) -> str:
    """The key of the widget that shows a shared value: another one once the value was changed elsewhere."""
    shared: dict[str, tuple[int, Any]] = st.session_state.setdefault(SHARED, {})
    turn, last = shared.get(name, (0, value))
    shared[name] = (turn + (last != value), value)
    return _numbered(name)


def _is_heard(name: str, key: str) -> bool:
    """Whether what this widget tells is the reader's choice: not where another one has taken its place."""
    if key != _numbered(name):
        return False
    shared = st.session_state[SHARED]
    shared[name] = (shared[name][0], st.session_state[key])
    return True


def _numbered(name: str) -> str:
    turn: int = st.session_state[SHARED][name][0]
    return f"{name}_{turn}" if turn else name


def reporting(report: Callable[[], None]) -> Callable[[], None]:
    """A callback that loses its report rather than the page; the page then says so."""

    @wraps(report)
    def guarded() -> None:
        try:
            with snapshot.held(session.data()), speaking(session.current().lang):
                report()
        except Exception:
            _LOG.exception("what the reader chose could not be taken over")
            st.session_state[LOST] = True

    return guarded


def was_lost() -> bool:
    """Whether a choice was lost since this was last asked."""
    return bool(st.session_state.pop(LOST, False))
