"""The country at close range: mines, plants and capital over US trade with each country, and the lines of US trade."""

import streamlit as st

from components import cache
from components.map import component
from components.map.component import MapRequest
from components.markdown import literal
from components.reader import binding, session
from components.widgets.common import prose
from components.words import word
from data import indicators
from data.analysis.flow_selection import FlowSelection
from data.analysis.headline import USA
from data.package import countries

KEY = "country_map"
MOST_LINES = 5
MEASURE = "us_trade_usd"


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    points = cache.point_payload()
    return component.prepare(countries.names(), countries.SIX, countries.C5, None, points, key=f"{KEY}_setup")


def show(iso3: str, setup: str) -> None:
    """The map, near the country; of the United States it is the view with both ends of the lines."""
    said = word("country.map_us" if iso3 == USA else "country.map", title=indicators.get(MEASURE).title)
    prose.show("country_map_title", literal(said), st.caption)
    request = MapRequest(
        payload=cache.map_payload(MEASURE),
        setup=setup,
        year=indicators.default_year(MEASURE),
        view="us_central_asia" if iso3 == USA else f"near_{iso3}",
        selected=iso3,
        flows=cache.flow_payload(FlowSelection(country=None if iso3 == USA else iso3), MOST_LINES),
        points=iso3 != USA,
        key=KEY,
        parts={"country": "country"},
        on_choice=binding.reporting(_chosen_on_map),
    )
    with st.container(key="country_near"):
        component.draw(request)


def _chosen_on_map() -> None:
    chosen = st.session_state[KEY].get("choice") or {}
    if str(chosen.get("country")) in countries.SIX:
        session.choose(country=chosen["country"])
