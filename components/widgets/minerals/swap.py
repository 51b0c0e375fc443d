"""What if: how much of which supplier's sales Central Asia takes over, as one supplier or as five; what that would make
of the concentration of US imports, and whether the five produce as much."""

import streamlit as st

from components.reader import binding, session
from components.reader.choice import Choice
from components.reader.mineral_parameters import MOST_SWAPPED
from components.widgets.common import controls
from components.widgets.minerals import capacity, what_if
from components.words import word
from data.analysis import mineral_parts
from data.package import countries


def show(choice: Choice) -> None:
    """The controls where there is somebody to take over from, and the curve."""
    known = mineral_parts.suppliers(choice.mineral, choice.form)
    if choice.form is None:
        return
    if known:
        _controls(choice, known)
    what_if.show(choice.mineral, choice.form, choice.swap, choice.swap_from, choice.swap_as)


def show_check(choice: Choice) -> None:
    """Whether the five produce as much as is taken over."""
    if choice.form is not None:
        capacity.show(choice.mineral, choice.form, choice.swap, choice.swap_from)


def _controls(choice: Choice, known: tuple[str, ...]) -> None:
    with st.container(key="asked_swap", horizontal=True, vertical_alignment="bottom", gap="medium"):
        with st.container(key="asked_swap_part", width=300):
            st.slider(word("minerals.swap"), 0, MOST_SWAPPED, **binding.bind("swap"), help=word("minerals.swap_help"))
        with st.container(key="asked_swap_from", width=180):
            st.selectbox(
                word("minerals.swap_from"),
                known,
                **binding.bind_to("swap_from", choice.swap_from, _supplier_chosen, is_shared=True),
                format_func=countries.name,
            )
        controls.one_of("as")


def _supplier_chosen(code: str) -> None:
    choice = session.current()
    known = mineral_parts.suppliers(choice.mineral, choice.form)
    if code in known:
        session.choose(swap_from=None if code == known[0] else code)
