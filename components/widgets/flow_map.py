"""The flow map with the reader's choice, and what the reader does on it."""

import streamlit as st

from components import cache
from components.map import component
from components.widgets import flow_controls, link
from components.words import word
from data import countries, flows
from data.cuts import Cut

KEY = "flow_map"


def _chosen_on_map() -> None:
    """A year the reader stopped at, a line or a country clicked: into the session, under the choice's own names."""
    state = st.session_state
    chosen = state[KEY].get("choice") or {}
    if chosen.get("year") in flows.years(state["flow_set"]):
        state["year"] = chosen["year"]
    if link.is_pair(str(chosen.get("pair"))):
        state["pair"] = None if chosen["pair"] == state["pair"] else chosen["pair"]
    if chosen.get("country") in flow_controls.places(state["flow_set"]):
        state["country"], state["pair"] = chosen["country"], None


def fit_year() -> None:
    """Move the year to one the set has flows for, and say so."""
    state = st.session_state
    fitted = link.nearest(flows.years(state["flow_set"]), state["year"])
    if fitted != state["year"]:
        title = flows.get(state["flow_set"]).title
        st.toast(word("notices.moved_year", title=title, value=state["year"], shown=fitted))
        state["year"] = fitted


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    names = countries.names()
    return component.prepare(names, countries.SIX, tuple(names), None, None, key=f"{KEY}_setup")


def show(cut: Cut, setup: str) -> None:
    """Draw the map of the cut."""
    state = st.session_state
    component.draw(
        cache.partner_payload(cut),
        setup=setup,
        year=state["year"],
        view=state["view"],
        selected=state["country"],
        flows=cache.flow_payload(cut, state["top"]),
        pair=state["pair"],
        key=KEY,
        on_choice=_chosen_on_map,
    )
