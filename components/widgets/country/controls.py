"""The one row of controls: which of the six, what of it, and its brief. All are reachable by keyboard."""

import streamlit as st

from components.markdown import literal
from components.reader import binding, session
from components.widgets.common import controls
from components.widgets.country import brief, shown
from components.words import word
from data.package import countries


def show() -> None:
    """Draw the row; below it that a chosen country is none of the six, where it is so."""
    with st.container(key="asked_country_page", horizontal=True, vertical_alignment="center", gap="small"):
        st.segmented_control(
            word("country.which"),
            countries.SIX,
            **binding.bind_to(
                "which_country", shown.country(), lambda one: session.choose(country=one), is_shared=True
            ),
            required=True,
            format_func=lambda iso3: literal(countries.name(iso3)),
            label_visibility="collapsed",
        )
        controls.one_of("lens", label_visibility="collapsed")
        brief.show(shown.country())
    chosen = session.current().country
    if chosen and chosen not in countries.SIX:
        names = {"country": countries.name(chosen), "shown": countries.name(shown.country())}
        st.caption(literal(word("country.outside", **names)))
