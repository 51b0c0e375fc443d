"""The flow map with the reader's choice, and what the reader does on it."""

import streamlit as st

from components import cache
from components.map import component
from components.map.component import MapRequest
from components.widgets import flow_controls, state
from components.widgets.choice import Choice, is_pair
from components.widgets.text import literal
from components.words import word
from data import countries, cuts
from data.cuts import Cut

KEY = "flow_map"
# A country that was clicked though the set has no flow of it, and the choice at the time: with another it is forgotten.
OUTSIDE = "clicked_outside"


def _chosen_on_map() -> None:
    """A year the reader stopped at, a line or a country clicked; the chosen line clicked again is chosen no more."""
    chosen = st.session_state[KEY].get("choice") or {}
    flow_set = state.current().flow_set
    if chosen.get("year") in cuts.years(flow_controls.cut()):
        state.choose(year=chosen["year"])
    if "pair" in chosen and (not chosen["pair"] or is_pair(str(chosen["pair"]))):
        state.choose(pair=chosen["pair"] or None)
    country = str(chosen.get("country") or "")
    if country in flow_controls.places(flow_set):
        state.choose(pair=None)
        state.choose_flows(country=country)
    elif countries.is_country(country):
        state.keep(OUTSIDE, (country, state.current()))


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    names = countries.names()
    return component.prepare(names, countries.SIX, tuple(names), None, None, key=f"{KEY}_setup")


def show(cut: Cut, choice: Choice, setup: str) -> None:
    """Draw the map of the cut, and above it the answer to a click on a country that the set does not have."""
    outside, at = state.kept(OUTSIDE, (None, None))
    if at == state.current():
        st.caption(literal(word("trade.outside", name=countries.name(outside))))
    request = MapRequest(
        payload=cache.partner_payload(cut),
        setup=setup,
        year=choice.year,
        view=choice.view,
        selected=choice.country,
        flows=cache.flow_payload(cut, choice.top),
        pair=choice.pair,
        key=KEY,
        parts={"year": "year", "country": "country", "pair": "pair"},
        on_choice=state.reporting(_chosen_on_map),
    )
    component.draw(request)
