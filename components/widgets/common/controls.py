"""Controls that several pages have: a few options, the view of the map, the country. All are reachable by keyboard."""

from typing import Any, Literal

import streamlit as st

from components.reader import binding, session
from components.reader.choice import VIEWS
from components.reader.parameters import PAGES
from components.words import word
from data.package import countries


def one_of(name: str, **shown: Any) -> None:
    """Choice of one option of a parameter of the page, in the words of the parameter's section."""
    parameter = next(one for one in PAGES[session.page()].parameters if one.name == name)
    section = parameter.label.partition(".")[0]
    st.segmented_control(
        word(parameter.label),
        parameter.options,
        **binding.bind(parameter.field),
        required=True,
        format_func=lambda one: str(one) if isinstance(one, int) else word(f"{section}.{one}"),
        **shown,
    )


def view(*, has_label: bool = True) -> None:
    """Choice of the map's view."""
    st.segmented_control(
        word("controls.view"),
        VIEWS,
        **binding.bind("view"),
        required=True,
        format_func=lambda one: word(f"views.{one}"),
        label_visibility="visible" if has_label else "collapsed",
        wrap=True,
    )


def view_list(key: str) -> None:
    """The same choice as a list, which takes less place; `key` tells apart the lists of a page."""
    st.selectbox(
        word("controls.view"),
        VIEWS,
        **binding.bind_to(key, session.current().view, lambda one: session.choose(view=one), is_shared=True),
        format_func=lambda one: word(f"views.{one}"),
        label_visibility="collapsed",
    )


def country(*, width: int | Literal["stretch"] = "stretch", has_label: bool = True, placeholder: str = "") -> None:
    """Choice of one of the six, or of the country that was clicked; `width` in pixels, `placeholder` where none is."""
    options = list(countries.SIX)
    chosen = session.current().country
    if chosen and chosen not in options:
        options.append(chosen)
    st.selectbox(
        word("controls.country"),
        options,
        index=None,
        **binding.bind("country", is_shared=True),
        format_func=countries.name,
        placeholder=placeholder or word("controls.no_country"),
        label_visibility="visible" if has_label else "collapsed",
        width=width,
    )
