"""The flow map with the reader's choice, and what the reader does on it."""

import streamlit as st

from components import cache
from components.map import component
from components.map.component import MapRequest
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice, is_pair
from components.widgets.trade import controls
from components.words import word
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import countries

KEY = "flow_map"
# A country that was clicked though the set has no flow of it, and the choice at the time: with another it is forgotten.
OUTSIDE = "clicked_outside"


def _chosen_on_map() -> None:
    """A year the reader stopped at, a line or a country clicked; the chosen line clicked again is chosen no more."""
    chosen = st.session_state[KEY].get("choice") or {}
    flow_set = session.current().flow_set
    if chosen.get("year") in flow_selection.years(controls.selection()):
        session.choose(year=chosen["year"])
    if "pair" in chosen and (not chosen["pair"] or is_pair(str(chosen["pair"]))):
        session.choose(pair=chosen["pair"] or None)
    country = str(chosen.get("country") or "")
    if country in controls.places(flow_set):
        session.choose(pair=None)
        session.choose_flows(country=country)
    elif countries.is_country(country):
        session.keep(OUTSIDE, (country, session.current()))


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    names = countries.names()
    return component.prepare(names, countries.SIX, tuple(names), None, None, key=f"{KEY}_setup")


def show(selection: FlowSelection, choice: Choice, setup: str) -> None:
    """Draw the map of the selection, and above it the answer to a click on a country that the set does not have."""
    outside, at = session.kept(OUTSIDE, (None, None))
    if at == session.current():
        st.caption(literal(word("trade.outside", name=countries.name(outside))))
    request = MapRequest(
        payload=cache.partner_payload(selection),
        setup=setup,
        year=choice.year,
        view=choice.view,
        selected=choice.country,
        flows=cache.flow_payload(selection, choice.top),
        pair=choice.pair,
        key=KEY,
        parts={"year": "year", "country": "country", "pair": "pair"},
        on_choice=binding.reporting(_chosen_on_map),
    )
    component.draw(request)
