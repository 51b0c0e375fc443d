"""What is kept between reruns and sessions, in one place; every cache is bounded.

Payloads and joined frames are small (a few KB each) and the same for every visitor, so all sessions share them."""

from typing import Any

import geopandas as gpd
import streamlit as st

from components.figures import choropleth, flowmap
from data import check, indicators, package
from data.cuts import Cut
from data.faults import Fault
from geo import join, shapes

MOST = 64


@st.cache_data(max_entries=MOST, show_spinner=False)
def map_payload(indicator_id: str, year: int) -> dict[str, Any]:
    """The map's payload of an indicator, its codes checked against the world's shapes."""
    values = indicators.values(indicator_id)
    join.check(shapes.load("world"), values)
    return choropleth.build(values, indicators.get(indicator_id), year)


@st.cache_data(max_entries=MOST, show_spinner=False)
def joined(indicator_id: str, year: int) -> gpd.GeoDataFrame:
    """The world's shapes with the values of one year: the frame behind table and download."""
    return join.attach(shapes.load("world"), indicators.values(indicator_id, year))


@st.cache_data(max_entries=MOST, show_spinner=False)
def flow_payload(cut: Cut, top: int) -> dict[str, Any]:
    """The map's payload of a cut of a set of flows."""
    return flowmap.build(cut, top)


@st.cache_data(max_entries=4, show_spinner=False)
def data_faults(fingerprint: str) -> list[Fault]:
    """Faults of the curated tables; the whole check runs only where a file is not the one that was sealed."""
    try:
        return check.run(package.folder()) if package.stale(package.folder()) else []
    except (OSError, ValueError):
        return check.run(package.folder())
