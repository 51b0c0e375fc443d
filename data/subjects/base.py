"""What an indicator and a set of flows are, and what a subject (a group of tables) must say of its indicators."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pandas as pd

from data.package.statuses import WHOSE

DRAWN_COLUMNS = ["iso3", "year", "value", "status", "source_id", *WHOSE]
RECORD_COLUMNS = ["value", "unit", "status", "basis", "vintage", "source_id", "locator", "note", "preferred"]
FLOW_COLUMNS = ["origin", "dest", "year", "value", "unit", "status", "source_id", *WHOSE]
# Rows of a table by what tells its series apart.
BySeries = dict[tuple[Hashable, ...], pd.DataFrame]
# The unit of a place in a ranking, where the smaller number is the better one.
RANK = "rank"


@dataclass(frozen=True)
class Indicator:
    """One thing that can be drawn.

    kind: flow, balance, stock, share, ratio, price, rank, count or membership.
    scale: log, diverging, linear or categories; change for what differs between two years.
    unit is what the values are stored in, display_unit what they are shown in (value / display_factor).
    family groups indicators for a choice in two steps; caveats are ids with words in the locale files, remark is what
    the table itself says of the series. is_dated: the figure is the state on a date, or a list by date, so that the
    newest date is the one to open on."""

    id: str
    title: str
    unit: str
    kind: str
    theme: str
    family: str
    decimals: int
    scale: str
    display_unit: str
    display_factor: float
    table: str
    series: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    remark: str = ""
    is_dated: bool = False


@dataclass(frozen=True)
class FlowSet:
    """Flows that can be drawn together: one measure, one side that reports it.

    Unit and display as for an Indicator; `series` is what the subject needs to find the rows again."""

    id: str
    title: str
    unit: str
    display_unit: str
    display_factor: float
    decimals: int
    family: str
    series: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """The four answers a subject gives: its indicators, their drawn rows, the records behind a cell, why a gap is one.

    `values` gives DRAWN_COLUMNS; rows without a value carry the reason as their status. `reporter` is the country whose
    statistics a figure is from, several joined by semicolons, empty where it is no country's; `basis` is the table's
    word for what was counted and who printed it, without the edition."""

    indicators: Callable[[], list[Indicator]]
    values: Callable[[Indicator], pd.DataFrame]
    records: Callable[[Indicator, str, int], pd.DataFrame]
    absence: Callable[[Indicator, str], str]


def not_reported(_one: Indicator, _iso3: str) -> str:
    """The reason where no source found has a figure."""
    return "not_reported"


def by_series(rows: pd.DataFrame, keys: list[str], columns: list[str] = DRAWN_COLUMNS) -> BySeries:
    """The rows of each series, by the key columns that tell series apart.

    A table is split once: to filter it for every indicator takes longer than all else together."""
    return dict(iter(rows.groupby(keys, sort=False)[columns]))
