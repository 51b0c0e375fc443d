"""Mines, plants and deposits of a mineral on the close map, over what the countries produce of it."""

import streamlit as st

from components import cache
from components.figures import mineral_words as words
from components.map import component
from components.map.component import MapRequest
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice, nearest
from components.widgets.common import prose
from components.words import counted, word
from data import indicators
from data.analysis import mineral_mentions
from data.package import countries, mineral_sites, names

KEY = "minerals_map"


def prepare() -> str:
    """Send what the map needs once; to be called outside any fragment. Returns the digest that `show` wants."""
    points = cache.point_payload()
    return component.prepare(countries.names(), countries.SIX, countries.C5, None, points, key=f"{KEY}_setup")


def show(choice: Choice, setup: str) -> None:
    """The map of the mineral's first indicator with its sites; a sentence where there is no such indicator."""
    name = names.of("mineral", choice.mineral)
    count = len(mineral_sites.load(choice.mineral))
    prose.show("sites_title", f"## {literal(word('minerals.sites', mineral=name))}")
    indicator_id = mineral_mentions.leading(choice.mineral)
    inside = words.mineral(choice.mineral)
    said = (
        counted("minerals.sites_count", count, mineral=inside) if count else word("minerals.no_sites", mineral=inside)
    )
    if not indicator_id:
        st.caption(literal(f"{said} {word('minerals.no_map')}"))
        return
    st.caption(literal(f"{said} {word('minerals.colours', title=indicators.get(indicator_id).title)}"))
    component.draw(
        MapRequest(
            payload=cache.map_payload(indicator_id),
            setup=setup,
            year=nearest(indicators.years(indicator_id), indicators.default_year(indicator_id)),
            view=choice.view,
            selected=choice.country,
            points=True,
            key=KEY,
            parts={"country": "country"},
            on_choice=binding.reporting(_chosen_on_map),
        )
    )


def _chosen_on_map() -> None:
    chosen = st.session_state[KEY].get("choice") or {}
    if countries.is_country(str(chosen.get("country"))):
        session.choose(country=chosen["country"])
