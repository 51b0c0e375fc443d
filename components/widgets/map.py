"""The map with the reader's choice: values, flows, selection, and what the reader does on it."""

import streamlit as st

from components import cache
from components.map import component
from components.widgets import link, shelf, state
from components.widgets.link import Choice
from components.words import word
from data import countries, indicators
from data.cuts import Cut

KEY = "map"
MOST_LINES = 20


def _chosen_on_map() -> None:
    """A year the reader stopped at, or a country clicked: into the session, under the choice's own names."""
    chosen = st.session_state[KEY].get("choice") or {}
    if chosen.get("year") in indicators.years(st.session_state["indicator"]):
        st.session_state["year"] = chosen["year"]
    if countries.is_country(str(chosen.get("country"))):
        st.session_state["country"] = chosen["country"]


def fit_year() -> None:
    """Move the year to one the indicator has figures for, and say so."""
    choice = state.current()
    fitted = link.fit_year(choice.indicator, choice.year)
    if fitted != choice.year:
        title = indicators.get(choice.indicator).title
        st.session_state["year"] = fitted
        st.toast(word("notices.moved_year", title=title, value=choice.year, shown=fitted))


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    return component.prepare(
        countries.names(),
        countries.SIX,
        countries.C5,
        cache.flow_payload(Cut(), MOST_LINES),
        cache.point_payload(),
        key=f"{KEY}_setup",
    )


def show(choice: Choice, setup: str) -> None:
    """Draw the map of the choice."""
    known = shelf.address() if choice.classes == "auto" else None
    held = choice.indicator if shelf.is_held(known) else None
    component.draw(
        shelf.rest(held) if held else cache.map_payload(choice.indicator, choice.classes),
        held=held,
        setup=setup,
        year=choice.year,
        view=choice.view,
        selected=choice.country,
        flows=choice.flows,
        points=choice.points,
        shelf=known,
        key=KEY,
        on_choice=_chosen_on_map,
    )
