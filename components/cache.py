"""What is kept between reruns and sessions, in one place; every cache is bounded.

Payloads, tables and downloads are small (a few KB each) and the same for every visitor, so all sessions share them."""

import gc
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import changemap, choropleth, flowmap, partnermap, points
from data import articles, bundle, catalogue, check, differences, export, gate, indicators, package, sites
from data.cuts import Cut
from data.differences import Side
from data.faults import Fault
from geo import join, shapes

MOST = 64


def new_payload(indicator_id: str, method: str = "auto") -> dict[str, Any]:
    """The map's payload of an indicator, its codes checked against the world's shapes."""
    values = indicators.values(indicator_id)
    join.check(shapes.load("world"), values)
    return choropleth.build(values, indicators.get(indicator_id), method, indicators.thin_years(indicator_id))


map_payload = st.cache_data(max_entries=MOST, show_spinner=False)(new_payload)


@dataclass(frozen=True)
class Table:
    """The frame behind table and download, and both downloads of it. Shared by all sessions: not to be changed."""

    rows: pd.DataFrame
    csv: bytes
    excel: bytes
    held_back: int


@st.cache_resource(max_entries=MOST, show_spinner=False)
def table(indicator_id: str, year: int) -> Table:
    """The covered rows of the world's shapes joined with the values of one year, and the files made of them."""
    rows = join.covered(join.attach(shapes.load("world"), indicators.values(indicator_id, year)))
    frame = export.download(rows, indicator_id)
    held_back = int((frame["status"] == export.GATED).sum())
    return Table(rows, export.to_csv(frame), export.to_csv(frame, excel=True), held_back)


@st.cache_data(max_entries=MOST, show_spinner=False)
def change_payload(indicator_id: str, year_from: int, year_to: int, measure: str) -> dict[str, Any]:
    """The map's payload of the difference of two years."""
    return changemap.build(indicator_id, year_from, year_to, measure)


@st.cache_resource(max_entries=MOST, show_spinner=False)
def comparison(first: Side, second: Side, measure: str) -> Table:
    """Two sides next to each other, and the files made of them."""
    rows = differences.pair(first, second, measure)
    frame = export.pair_download(rows, first, second, measure)
    held_back = int(gate.held_back(rows).sum())
    return Table(rows, export.to_csv(frame), export.to_csv(frame, excel=True), held_back)


@st.cache_data(max_entries=1, show_spinner=False)
def point_payload() -> dict[str, Any]:
    """The map's payload of mineral sites and capitals."""
    return points.build(sites.load())


@st.cache_data(max_entries=MOST, show_spinner=False)
def partner_payload(cut: Cut) -> dict[str, Any]:
    """The map's payload of what the home of a cut trades with each partner."""
    return partnermap.build(cut)


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


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Load once what every page needs, however many readers come first at the same moment: the others wait.

    What is loaded stays for good, so the collector need not look at it: Streamlit collects all garbage after every
    run, and over modules and tables alone that took longer than the run."""
    shapes.load("world")
    articles.topics()
    indicators.default_year(next(iter(indicators.registry())))
    gc.collect()
    gc.freeze()


@st.cache_data(max_entries=1, show_spinner=False)
def table_index(version: str) -> list[catalogue.Size]:
    """Size and reach of every table, in the order of the descriptor."""
    return [catalogue.size(name) for name in package.names()]


@st.cache_data(max_entries=MOST, show_spinner=False)
def table_csv(name: str, version: str) -> bytes:
    """A table as it may leave, as CSV."""
    return export.to_csv(gate.open_rows(name))


@st.cache_data(max_entries=1, show_spinner=False)
def bundle_of_all(version: str) -> bytes:
    """The zip of all tables, built once for a data version."""
    return bundle.build()
