"""What is compared: the two sides that the session stands for, and the years that fit them."""

import streamlit as st

from components.widgets import choice, map, state
from components.words import word
from data import differences, indicators
from data.differences import Side

SIDE, DIFFERENCE = choice.MODES


def fit() -> None:
    """Give the other map a year that it has figures for, and a measure that the indicator can be told in.

    Moving a year that the reader chose is said."""
    map.fit_year()
    chosen = state.current()
    other = chosen.compare or chosen.indicator
    if chosen.mode == DIFFERENCE:
        other = chosen.indicator
    if chosen.compare_year is None:
        st.session_state["compare_year"] = choice.earlier(other, chosen.year)
    else:
        fitted = choice.fit_year(other, chosen.compare_year)
        if fitted != chosen.compare_year:
            title = indicators.get(other).title
            st.session_state["compare_year"] = fitted
            st.toast(word("notices.moved_year", title=title, value=chosen.compare_year, shown=fitted))


def sides() -> tuple[Side, Side]:
    """Left and right of two maps; the earlier and the later year of a difference."""
    chosen = state.current()
    years = chosen.year, chosen.compare_year or chosen.year
    if chosen.mode == DIFFERENCE:
        return Side(chosen.indicator, min(years)), Side(chosen.indicator, max(years))
    return Side(chosen.indicator, years[0]), Side(chosen.compare or chosen.indicator, years[1])


def measure() -> str:
    """How a difference is told; as a plain one where the reader's wish has no meaning for the indicator."""
    chosen = state.current()
    can = chosen.mode == DIFFERENCE and chosen.change in differences.measures(chosen.indicator)
    return chosen.change if can else differences.ABSOLUTE
