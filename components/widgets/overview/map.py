"""The map with the reader's choice: values, flows, selection, and what the reader does on it."""

import streamlit as st

from components import cache, preload
from components.map import component
from components.map.component import MapRequest
from components.map.payload import Flows
from components.reader import binding, session
from components.reader.choice import Choice, has_lines
from data import flows, indicators
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.package.snapshot import kept

KEY = "map"
# What may be chosen on the map, and its names in the link.
PARTS = {"indicator": "indicator", "year": "year", "country": "country"}
MOST_LINES = 20


def _chosen_on_map() -> None:
    """A year the reader stopped at, or a country clicked."""
    chosen = st.session_state[KEY].get("choice") or {}
    if chosen.get("year") in indicators.years(session.current().indicator):
        session.choose(year=chosen["year"])
    if countries.is_country(str(chosen.get("country"))):
        session.choose(country=chosen["country"])


def _given_up() -> None:
    """Send what the browser could not read.

    It says so by itself and early, perhaps before it has made the widgets of the page: they are filled once more."""
    preload.give_up()
    binding.begin()


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    return component.prepare(
        countries.names(),
        countries.SIX,
        countries.C5,
        lines(),
        cache.point_payload(),
        key=f"{KEY}_setup",
    )


@kept(worded=True)
def lines() -> Flows:
    """The lines of US trade, with their name and the indicators under which that is the heading anyway."""
    own = [indicator_id for indicator_id in indicators.registry() if has_lines(indicator_id)]
    selection = FlowSelection()
    return {**cache.flow_payload(selection, MOST_LINES), "title": flows.get(selection.set_id).title, "own": own}


def show(choice: Choice, setup: str) -> None:
    """Draw the map of the choice."""
    known = preload.address() if choice.classes == "auto" else None
    held = choice.indicator if preload.is_preloaded(known) else None
    request = MapRequest(
        payload=preload.remainder(held) if held else cache.map_payload(choice.indicator, choice.classes),
        preloaded=held,
        setup=setup,
        year=choice.year,
        view=choice.view,
        selected=choice.country,
        flows=bool(choice.flows),
        points=choice.points,
        preload=known,
        key=KEY,
        parts=PARTS,
        on_choice=binding.reporting(_chosen_on_map),
        on_lacks=_given_up,
    )
    component.draw(request)
