"""Folded parts of a page: what the reader has opened stays open, also after a look at another page."""

from functools import partial
from typing import Any

import streamlit as st

from components.reader import binding, session


def fold(name: str, label: str, *, icon: str) -> Any:
    """A folded part; `open` says whether the reader has opened it, so that its contents need be sent only then."""
    return st.expander(
        label, icon=icon, **binding.bind_to(name, session.kept(name, False), partial(session.keep, name))
    )


def opener(name: str, label: str) -> None:
    """A line that says what a folded part has in it, and opens the part.

    With another label it is another button: see prose.py on pages that a browser has translated."""
    st.button(label, key=f"opens_{name}:{label}", type="tertiary", on_click=partial(session.keep, name, True))
