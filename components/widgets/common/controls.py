"""Controls that several pages have: the view of the map, and the country. All are reachable by keyboard."""

from typing import Literal

import streamlit as st

from components.reader import session
from components.reader.choice import VIEWS
from components.words import word
from data.package import countries


def view(*, has_label: bool = True) -> None:
    """Choice of the map's view."""
    st.segmented_control(
        word("controls.view"),
        VIEWS,
        **session.bind("view"),
        required=True,
        format_func=lambda one: word(f"views.{one}"),
        label_visibility="visible" if has_label else "collapsed",
        wrap=True,
    )


def country(*, width: int | Literal["stretch"] = "stretch") -> None:
    """Choice of one of the six, or of the country that was clicked; `width` in pixels."""
    options = list(countries.SIX)
    chosen = session.current().country
    if chosen and chosen not in options:
        options.append(chosen)
    st.selectbox(
        word("controls.country"),
        options,
        index=None,
        **session.bind("country"),
        format_func=countries.name,
        placeholder=word("controls.no_country"),
        width=width,
    )
