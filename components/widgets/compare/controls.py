"""The controls of a comparison: how, view, country, and what stands on either side."""

from typing import Any

import streamlit as st

from components.reader import binding, session
from components.reader.choice import SIDE
from components.widgets.common import controls
from components.widgets.compare import sides
from components.words import word
from data import indicators
from data.analysis import comparison
from data.indicator_lists import families
from data.vocabulary import terms

# In place of a family: the indicator on the left, in another year.
SAME = "same"


def show() -> None:
    """Draw the controls."""
    with st.container(key="asked_compare"):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            controls.one_of("mode")
            controls.view()
            controls.country(width=320)
        if session.current().mode == SIDE:
            columns = st.columns([1, 1.6, 1, 1.6])
            _left(columns)
            _right(columns[2:])
        else:
            columns = st.columns([1, 1.6, 0.6, 0.6])
            _left(columns)
            _years(columns[2:])
            _measure()


def _years(columns: list[Any]) -> None:
    years = indicators.years(session.current().indicator)
    first, second = sides.sides()
    ends = (("year_from", first.year, _from_chosen), ("year_to", second.year, _to_chosen))
    for column, (name, year, chosen) in zip(columns, ends, strict=True):
        bound = binding.bind_to(f"compare_{name}", year, chosen, is_shared=True)
        column.selectbox(word(f"compare.{name}"), years, **bound)


def _from_chosen(year: int) -> None:
    session.choose(compare_year=year, year=sides.sides()[1].year)


def _to_chosen(year: int) -> None:
    session.choose(compare_year=sides.sides()[0].year, year=year)


def _measure() -> None:
    can = comparison.change_kinds(session.current().indicator)
    if len(can) > 1:
        st.segmented_control(
            word("compare.change"),
            can,
            **binding.bind_to("compare_change", sides.change_kind(), _change_chosen),
            required=True,
            format_func=lambda one: word(f"compare.{one}"),
        )


def _change_chosen(change: str) -> None:
    session.choose(change=change)


def _left(columns: list[Any]) -> None:
    family = indicators.get(session.current().indicator).family
    bound = binding.bind_to("subject", family, _subject_chosen, is_long=True)
    columns[0].selectbox(word("controls.subject"), list(families()), **bound, format_func=terms.family)
    bound = binding.bind_to("indicator", session.current().indicator, session.choose_indicator)
    columns[1].selectbox(word("controls.indicator"), families()[family], **bound, format_func=_title)


def _right(columns: list[Any]) -> None:
    other = session.current().compare
    family = indicators.get(other).family if other else SAME
    bound = binding.bind_to("compare_subject", family, _other_subject_chosen)
    columns[0].selectbox(word("compare.right_subject"), [SAME, *families()], **bound, format_func=_subject)
    if other:
        bound = binding.bind_to("compare_indicator", other, _other_chosen)
        columns[1].selectbox(word("compare.right_indicator"), families()[family], **bound, format_func=_title)


def _subject(family: str) -> str:
    return word("compare.same") if family == SAME else terms.family(family)


def _title(indicator_id: str) -> str:
    return indicators.get(indicator_id).title


def _subject_chosen(family: str) -> None:
    session.choose_indicator(families()[family][0])


def _other_subject_chosen(family: str) -> None:
    session.choose(compare=next(iter(families().get(family, [])), None))


def _other_chosen(indicator_id: str) -> None:
    session.choose(compare=indicator_id)
