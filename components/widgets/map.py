"""The map with the reader's choice: values, flows, selection, and what the reader does on it."""

import streamlit as st

from components import cache
from components.map import component
from components.widgets import shelf, state
from components.widgets.choice import Choice
from data import countries, indicators
from data.cuts import Cut

KEY = "map"
MOST_LINES = 20


def _chosen_on_map() -> None:
    """A year the reader stopped at, or a country clicked."""
    chosen = st.session_state[KEY].get("choice") or {}
    if chosen.get("year") in indicators.years(state.current().indicator):
        state.choose(year=chosen["year"])
    if countries.is_country(str(chosen.get("country"))):
        state.choose(country=chosen["country"])


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
        parts={"indicator": "indicator", "year": "year", "country": "country"},
        on_choice=state.reporting(_chosen_on_map),
    )
