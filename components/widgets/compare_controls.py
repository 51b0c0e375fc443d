"""The controls of a comparison: how, view, country, and what stands on either side."""

from typing import Any

import streamlit as st

from components.widgets import compare, controls, state
from components.widgets.choice import MODES, SIDE
from components.widgets.controls import families
from components.words import word
from data import differences, indicators


def show() -> None:
    """Draw the controls."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _segments("mode", MODES, state.bind("mode"))
        controls.view()
        controls.country(width=320)
    if state.current().mode == SIDE:
        columns = st.columns([1, 1.6, 1, 1.6])
        _left(columns)
        _right(columns[2:])
    else:
        columns = st.columns([1, 1.6, 0.6, 0.6])
        _left(columns)
        _years(columns[2:])
        _measure()


def _years(columns: list[Any]) -> None:
    years = indicators.years(state.current().indicator)
    first, second = compare.sides()
    ends = (("year_from", first.year, _from_chosen), ("year_to", second.year, _to_chosen))
    for column, (name, year, chosen) in zip(columns, ends, strict=True):
        bound = state.bind_to(f"compare_{name}", year, chosen)
        column.selectbox(word(f"compare.{name}"), years, **bound)


def _from_chosen(year: int) -> None:
    state.choose(compare_year=year, year=compare.sides()[1].year)


def _to_chosen(year: int) -> None:
    state.choose(compare_year=compare.sides()[0].year, year=year)


def _measure() -> None:
    can = differences.measures(state.current().indicator)
    if len(can) > 1:
        _segments("change", can, state.bind_to("compare_change", compare.measure(), _change_chosen))


def _change_chosen(change: str) -> None:
    state.choose(change=change)


def _left(columns: list[Any]) -> None:
    family = indicators.get(state.current().indicator).family
    bound = state.bind_to("subject", family, _subject_chosen, is_long=True)
    columns[0].selectbox(word("controls.subject"), list(families()), **bound)
    bound = state.bind_to("indicator", state.current().indicator, state.choose_indicator)
    columns[1].selectbox(word("controls.indicator"), families()[family], **bound, format_func=_title)


def _right(columns: list[Any]) -> None:
    other, same = state.current().compare, word("compare.same")
    family = indicators.get(other).family if other else same
    bound = state.bind_to("compare_subject", family, _other_subject_chosen)
    columns[0].selectbox(word("compare.right_subject"), [same, *families()], **bound)
    if other:
        bound = state.bind_to("compare_indicator", other, _other_chosen)
        columns[1].selectbox(word("compare.right_indicator"), families()[family], **bound, format_func=_title)


def _segments(name: str, options: tuple[str, ...], bound: dict[str, Any]) -> None:
    st.segmented_control(
        word(f"compare.{name}"),
        options,
        **bound,
        required=True,
        format_func=lambda one: word(f"compare.{one}"),
    )


def _title(indicator_id: str) -> str:
    return indicators.get(indicator_id).title


def _subject_chosen(family: str) -> None:
    state.choose_indicator(families()[family][0])


def _other_subject_chosen(family: str) -> None:
    state.choose(compare=next(iter(families().get(family, [])), None))


def _other_chosen(indicator_id: str) -> None:
    state.choose(compare=indicator_id)
