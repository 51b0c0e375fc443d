"""The controls of a comparison: how, view, country, and what stands on either side."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from components.widgets import choice, compare, controls
from components.widgets.controls import families
from components.words import word
from data import differences, indicators

# Widgets that are not always on the page have keys of their own: Streamlit forgets the value of one that is gone.
SUBJECT, OTHER_SUBJECT, OTHER, CHANGE = "subject", "compare_subject", "compare_indicator", "compare_change"
YEARS = ("compare_from", "compare_to")


def show() -> None:
    """Draw the controls; they read and write the session under the names of the choice."""
    state = st.session_state
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _segments("mode", "mode", choice.MODES)
        controls.view()
        controls.country(width=320)
    if state["mode"] == compare.SIDE:
        columns = st.columns([1, 1.6, 1, 1.6])
        _left(columns)
        _right(columns[2:])
    else:
        columns = st.columns([1, 1.6, 0.6, 0.6])
        _left(columns)
        _years(columns[2:])
        _measure()


def _years(columns: list[Any]) -> None:
    state = st.session_state
    years = indicators.years(state["indicator"])
    first, second = compare.sides()
    for column, key, label, side in zip(columns, YEARS, ("year_from", "year_to"), (first, second), strict=False):
        state[key] = side.year
        column.selectbox(word(f"compare.{label}"), years, key=key, on_change=_years_changed)


def _measure() -> None:
    can = differences.measures(st.session_state["indicator"])
    if len(can) > 1:
        st.session_state[CHANGE] = compare.measure()
        _segments("change", CHANGE, can, on_change=_change_changed)


def _left(columns: list[Any]) -> None:
    state = st.session_state
    family = indicators.get(state["indicator"]).family
    state[SUBJECT] = family
    columns[0].selectbox(word("controls.subject"), list(families()), key=SUBJECT, on_change=_subject_changed)
    columns[1].selectbox(word("controls.indicator"), families()[family], key="indicator", format_func=_title)


def _right(columns: list[Any]) -> None:
    state = st.session_state
    other = state["compare"]
    same = word("compare.same")
    state[OTHER_SUBJECT] = indicators.get(other).family if other else same
    columns[0].selectbox(
        word("compare.right_subject"), [same, *families()], key=OTHER_SUBJECT, on_change=_other_subject_changed
    )
    if other:
        state[OTHER] = other
        members = families()[state[OTHER_SUBJECT]]
        columns[1].selectbox(
            word("compare.right_indicator"), members, key=OTHER, format_func=_title, on_change=_other_changed
        )


def _segments(name: str, key: str, options: tuple[str, ...], on_change: Callable[[], None] | None = None) -> None:
    st.segmented_control(
        word(f"compare.{name}"),
        options,
        key=key,
        required=True,
        format_func=lambda one: word(f"compare.{one}"),
        on_change=on_change,
    )


def _title(indicator_id: str) -> str:
    return indicators.get(indicator_id).title


def _subject_changed() -> None:
    st.session_state["indicator"] = families()[st.session_state[SUBJECT]][0]


def _other_subject_changed() -> None:
    st.session_state["compare"] = next(iter(families().get(st.session_state[OTHER_SUBJECT], [])), None)


def _other_changed() -> None:
    st.session_state["compare"] = st.session_state[OTHER]


def _years_changed() -> None:
    st.session_state["compare_year"], st.session_state["year"] = (st.session_state[key] for key in YEARS)


def _change_changed() -> None:
    st.session_state["change"] = st.session_state[CHANGE]
