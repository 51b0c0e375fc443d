"""Streamlit's own chart in a fragment. BENCH_SHAPES says how the shapes travel: `figure` in it, `url` by address.

Served from a folder whose `static/` holds the layers, see `servers.py`."""

import os

import streamlit as st

from tests.bench.peers import shapes

IN_FIGURE = os.environ.get("BENCH_SHAPES") == "figure"


@st.fragment
def show() -> None:
    """Controls and map; only this part is run again on a change."""
    indicator = st.selectbox("Indicator", list(shapes.TITLES), format_func=shapes.TITLES.get)
    place = st.empty()
    year = st.slider("Year", shapes.YEARS[0], shapes.YEARS[-1], shapes.FIRST[1])
    geometry = shapes.collection() if IN_FIGURE else f"app/static/geo/{shapes.LAYER}.json"
    place.plotly_chart(
        shapes.figure(indicator, year, geometry),
        config=shapes.config("app/static/geo/topojson/"),
        key="map",
        theme=None,
        width="content",
    )


st.set_page_config(layout="wide")
with st.container(width=shapes.WIDTH):
    show()
