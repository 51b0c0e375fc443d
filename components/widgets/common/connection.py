"""The tie between the open page and the server: what the reader does while the server is away is not lost.

Two components for the whole page, drawn by the frame; they have no place on the screen (see `connection.js`, and
`address.js` for the history)."""

from collections.abc import Callable
from pathlib import Path

import streamlit as st

from components.words import word
from data.package import releases
from data.vocabulary.language import spoken


def _of(name: str) -> Callable[..., object]:
    script = (Path(__file__).parent / f"{name}.js").read_text("utf-8")
    return st.components.v2.component(f"c5plus1_atlas_{name}", js=script, isolate_styles=False)


_tie, _address = _of("connection"), _of("address")


def keep() -> None:
    """Draw the tie, and tell the browser the language of the page, and the newest version of the data for it to keep.

    To be called once in a run, outside any fragment."""
    _address(key="address", height=1)
    _tie(key="connection", data={"language": spoken(), "version": releases.newest()}, height=1)


def lag_note() -> None:
    """A line that is seen only while the map shows something that the server has not answered to: above what lags."""
    st.html(f'<p class="atlas-lag">{word("map.lag")}</p>')
