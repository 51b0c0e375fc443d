"""What is kept between reruns and sessions, in one place; every cache is bounded and hangs on the snapshot of the data.

Payloads, tables and downloads are small (a few KB each) and the same for every visitor, so all sessions share them;
none of them can be changed (`data/package/read_only.py`). What has words in it, downloads with names of countries too,
is kept by language."""

import gc
from dataclasses import dataclass

import pandas as pd

from components.figures import change_map, choropleth, day_map, flow_map, partner_map, points
from components.map.payload import Flows, Payload, Points
from data import indicators
from data.analysis import catalogue
from data.analysis.comparison import Side, pair
from data.analysis.flow_selection import FlowSelection
from data.output import archive, frames
from data.package import articles, countries, descriptor, licensing, mineral_sites
from data.package.snapshot import kept
from geo import join, shapes

MOST = 64


def new_payload(indicator_id: str, method: str = "auto") -> Payload:
    """The map's payload of an indicator, its codes checked against the world's shapes."""
    values = indicators.values(indicator_id)
    join.check(shapes.load("world"), values)
    return choropleth.build(values, indicators.get(indicator_id), method, indicators.thin_years(indicator_id))


map_payload = kept(MOST, worded=True)(new_payload)


@dataclass(frozen=True)
class Table:
    """The frame behind a table, the same as it may leave (text), and how many figures it leaves out then."""

    rows: pd.DataFrame
    open: pd.DataFrame
    withheld: int


@kept(MOST, worded=True)
def table(indicator_id: str, year: int) -> Table:
    """The covered rows of the world's shapes joined with the values of one year, as drawn and as they leave."""
    rows = join.covered(join.attach(shapes.load("world"), indicators.values(indicator_id, year)))
    rows = rows.assign(name=rows["iso3"].map(countries.name))
    frame = frames.download(rows, indicator_id)
    withheld = int((frame["status"] == frames.WITHHELD).sum())
    return Table(rows, frame, withheld)


@kept(MOST, worded=True)
def change_payload(indicator_id: str, year_from: int, year_to: int, change_kind: str) -> Payload:
    """The map's payload of the difference of two years."""
    return change_map.build(indicator_id, year_from, year_to, change_kind)


@kept(MOST, worded=True)
def forum_payload(forum: str, day: str) -> Payload:
    """The map's payload of who stands how in a forum on a day."""
    return day_map.build(forum, day)


@kept(MOST, worded=True)
def comparison(first: Side, second: Side, change_kind: str) -> Table:
    """Two sides next to each other, as they are drawn and as they leave."""
    rows = pair(first, second, change_kind)
    frame = frames.pair_download(rows, first, second, change_kind)
    withheld = int(licensing.is_withheld(rows).sum())
    return Table(rows, frame, withheld)


@kept(worded=True)
def point_payload() -> Points:
    """The map's payload of mineral sites and capitals."""
    return points.build(mineral_sites.load())


@kept(MOST, worded=True)
def partner_payload(selection: FlowSelection) -> Payload:
    """The map's payload of what the reporters of a selection trade with each partner."""
    return partner_map.build(selection)


@kept(MOST, worded=True)
def flow_payload(selection: FlowSelection, top: int) -> Flows:
    """The map's payload of a selection of a set of flows."""
    return flow_map.build(selection, top)


@kept()
def warm_up() -> None:
    """Load once what every page needs, however many readers come first at the same moment: the others wait.

    What is loaded stays as long as the data, so the collector need not look at it: over modules and tables alone it
    took longer than a run."""
    shapes.load("world")
    articles.topics()
    indicators.default_year(next(iter(indicators.registry())))
    # What came before is let go; what is of readers who are there already must be free to go.
    is_first = gc.get_freeze_count() == 0
    gc.unfreeze()
    gc.collect()
    if is_first:
        gc.freeze()


@kept()
def table_index() -> tuple[catalogue.Size, ...]:
    """Size and reach of every table, in the order of the descriptor."""
    return tuple(catalogue.size(name) for name in descriptor.names())


@kept(MOST)
def table_csv(name: str) -> bytes:
    """A table as it may leave, as CSV."""
    return frames.to_csv(licensing.open_rows(name))


@kept()
def bundle_of_all() -> bytes:
    """The zip of all tables, built once for a data version."""
    return archive.build()
