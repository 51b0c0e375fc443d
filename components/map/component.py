"""The one Python call of the map component.

The map is our own component because a Plotly chart of Streamlit is mounted anew, and loses the reader's zoom,
whenever its data change (measured; see README, "Why an own map")."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import streamlit as st

from components.map import publish
from components.words import words
from geo.shapes import BOUNDARY_NOTE

_mount = st.components.v2.component(
    "c5plus1_atlas_map", js=(Path(__file__).parent / "loader.js").read_text("utf-8"), isolate_styles=False
)


def draw(
    payload: dict[str, Any],
    *,
    view: str,
    names: dict[str, str],
    selected: str | None,
    flows: dict[str, Any] | None,
    key: str,
    on_choice: Callable[[], None],
) -> dict[str, Any] | None:
    """Mount or update the map; returns what the reader chose on it since the last run.

    `payload` comes from `components.figures.choropleth.build`, `flows` from `components.figures.flowmap.build`.
    `names` are the countries that get a label. The choice is `{"year": 2024}` or `{"country": "KAZ"}`."""
    data = {
        **payload,
        "assets": publish.publish(),
        "layers": publish.layers(),
        "topology": "app/static/geo/topojson/",
        "view": view,
        "names": names,
        "selected": selected,
        "flows": flows,
        "words": words("map"),
        "note": BOUNDARY_NOTE,
    }
    result = _mount(key=key, data=data, on_choice_change=on_choice)
    choice = result.get("choice")
    return dict(choice) if choice else None
