"""How what is at hand is read by programs: the address of its file in this version of the data, and calls to copy."""

from collections.abc import Callable
from functools import partial

import streamlit as st

from components.widgets.common import panel, site
from components.words import word
from data.output import snippets
from data.output.snippets import FORMS, File
from data.package import descriptor

ICON = ":material/code:"


def of_indicator(indicator_id: str, *, key: str) -> None:
    """The button that opens the calls for all years of an indicator."""
    _button(partial(snippets.of_indicator, indicator_id), key)


def of_flows(set_id: str, *, key: str) -> None:
    """The button that opens the calls for all years of a set of flows."""
    _button(partial(snippets.of_flows, set_id), key)


def _button(find: Callable[[str], File], key: str) -> None:
    st.button(
        word("snippets.open"),
        key=f"{key}_code",
        on_click=panel.ask,
        args=("snippets.title", ICON, _show_found, find),
    )


def _show_found(find: Callable[[str], File]) -> None:
    show(find(site.address()))


def show(file: File) -> None:
    """The calls for a file, a tab each."""
    st.markdown(word("snippets.about", version=descriptor.version()))
    tabs = st.tabs([word(f"snippets.{form}") for form in FORMS])
    for tab, (write, language) in zip(tabs, FORMS.values(), strict=True):
        with tab:
            st.code(write(file), language=language, wrap_lines=True)
    st.caption(word("snippets.gaps"))
