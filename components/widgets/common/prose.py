"""Text that follows the reader's choice: replaced whole when it changes.

A browser that translates a page puts its own text in the place of React's, which then goes on changing words that are
no longer on the page: a sentence kept the old year beside the new value. So such a text stands in a container whose key
follows from the text, and with another text React makes another container."""

import hashlib
from collections.abc import Callable
from typing import Any

import streamlit as st


def show(place: str, body: str, draw: Callable[..., Any] = st.markdown, **options: Any) -> None:
    """Draw a text at a place of the page, whose name no other text of the page has."""
    with anew(place, body):
        draw(body, **options)


def anew(place: str, *texts: object) -> Any:
    """A container that is made anew, with all that is in it, when what is told there changes."""
    digest = hashlib.sha256(repr(texts).encode()).hexdigest()[:10]
    return st.container(key=f"{place}_{digest}")
