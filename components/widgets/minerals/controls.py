"""The one row of controls: mineral, panel, country, and the order of the rows. All are reachable by keyboard."""

import streamlit as st

from components.reader import binding, session, wanted
from components.reader.choice import MINERAL_SORTS, PANELS
from components.widgets.common import controls
from components.widgets.minerals import select
from components.words import word
from data.analysis import mineral_parts
from data.package import names

# Panels with the lens, whose rows have an order.
ORDERED = ("output", "reserves")


def show(mineral: str) -> None:
    """Draw the row; the mineral is the one that the page shows.

    It has no labels in sight: what is chosen says what it is, and a reader by ear hears them."""
    choice = session.current()
    with st.container(key="asked_minerals", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key="asked_mineral", width=200):
            st.selectbox(
                word("minerals.mineral"),
                sorted(mineral_parts.minerals(), key=lambda one: names.of("mineral", one).casefold()),
                **binding.bind_to("mineral", mineral, _mineral_chosen, is_long=True, is_shared=True),
                format_func=lambda one: names.of("mineral", one),
                label_visibility="collapsed",
            )
        controls.one_of("panel", label_visibility="collapsed")
        with st.container(key="asked_minerals_country", width=190):
            controls.country(has_label=False, placeholder=word("minerals.all_five"))
        if choice.panel in ORDERED:
            with st.container(key="asked_minerals_sort", width=220):
                _order()


def _mineral_chosen(name: str) -> None:
    """Take over a mineral; another one than uranium leaves the panel of that."""
    panel = session.current().panel
    leaves = panel == wanted.URANIUM != name
    select.mineral(name, **({"panel": PANELS[0]} if leaves else {}))


def _order() -> None:
    st.selectbox(
        word("minerals.mineral_sort"),
        MINERAL_SORTS,
        **binding.bind("mineral_sort"),
        format_func=lambda one: word("minerals.by", what=word(f"minerals.{one}")),
        label_visibility="collapsed",
    )
