"""What an indicator and a set of flows are, and what a subject (a group of tables) must say of its indicators."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass

import pandas as pd

from data.package.statuses import WHOSE
from data.subjects import units
from data.subjects.wording import Text
from data.vocabulary import terms

LOCATOR = "locator"
DRAWN_COLUMNS = ["iso3", "year", "value", "status", "source_id", *WHOSE, LOCATOR]
RECORD_COLUMNS = ["value", "unit", "status", "basis", "vintage", "source_id", "locator", "note", "preferred"]
FLOW_COLUMNS = ["origin", "dest", "year", "value", "unit", "status", "source_id", *WHOSE]
# Rows of a table by what tells its series apart.
BySeries = dict[tuple[Hashable, ...], pd.DataFrame]
# The unit of a place in a ranking, where the smaller number is the better one.
RANK = "rank"


# Places in sources, each with the ids of the sources that it is of.
Places = tuple[tuple[str, str], ...]


class _Named:
    """What an indicator and a set of flows have in common: their words and their unit, both given by id."""

    words: Text
    display_unit: str
    family: str

    @property
    def title(self) -> str:
        """The title in the language spoken."""
        title = self.words.part("title")
        if title is None:
            raise KeyError(f"{self.words.template}.title")
        return title

    @property
    def label(self) -> str:
        """The title without what the list says that it stands in, in the language spoken."""
        return self.words.part("label", instead="title") or self.title

    @property
    def how(self) -> str:
        """How a figure is worked out from those on record, in the language spoken; empty where it is taken over."""
        return self.words.part("how") or ""

    @property
    def family_name(self) -> str:
        """The subject in lists, in the language spoken."""
        return terms.family(self.family)

    @property
    def unit_name(self) -> str:
        """The unit of display in the language spoken, as it reads after many."""
        return terms.unit(self.display_unit)

    @property
    def unit(self) -> str:
        """The unit in which values are stored and downloaded."""
        return units.every()[self.display_unit].unit

    @property
    def display_factor(self) -> float:
        """What a stored value is divided by to be shown."""
        return units.every()[self.display_unit].factor


@dataclass(frozen=True)
class Indicator(_Named):
    """One thing that can be drawn.

    kind: flow, balance, stock, share, ratio, price, rank, count or membership.
    scale: log, diverging, linear or categories; change for what differs between two years.
    words are those of the title, by id; display_unit is an id of `units.toml`, which says what values are stored in.
    family groups indicators for a choice in two steps; caveats are ids with words in the locale files, remark is what
    the table itself says of the series. is_dated: the figure is the state on a date, or a list by date, so that the
    newest date is the one to open on."""

    id: str
    words: Text
    kind: str
    theme: str
    family: str
    decimals: int
    scale: str
    display_unit: str
    table: str
    series: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()
    remark: str = ""
    is_dated: bool = False


@dataclass(frozen=True)
class FlowSet(_Named):
    """Flows that can be drawn together: one measure, one side that reports it.

    Words, unit and family as for an Indicator; `series` is what the subject needs to find the rows again."""

    id: str
    words: Text
    display_unit: str
    decimals: int
    family: str
    series: tuple[str, ...] = ()
    caveats: tuple[str, ...] = ()


@dataclass(frozen=True)
class Subject:
    """The four answers a subject gives: its indicators, their drawn rows, the records behind a cell, why a gap is one.

    `values` gives DRAWN_COLUMNS; rows without a value carry the reason as their status. `reporter` is the country whose
    statistics a figure is from, several joined by semicolons, empty where it is no country's; `basis` is the table's
    word for what was counted and who printed it, without the edition; `locator` is the place in the source, of
    a derived value all of its `Places`. `records` gives RECORD_COLUMNS, whose `basis` and `vintage` are texts by id
    (`wording.py`) or codes of the table."""

    indicators: Callable[[], list[Indicator]]
    values: Callable[[Indicator], pd.DataFrame]
    records: Callable[[Indicator, str, int], pd.DataFrame]
    absence: Callable[[Indicator, str], str]


def places(source_ids: str, locator: object) -> Places:
    """Where a drawn value stands, by what its row has as the locator: one place, those of its parts, or none."""
    if isinstance(locator, tuple):
        return locator
    return ((source_ids, str(locator)),) if isinstance(locator, str) and locator else ()


def not_reported(_indicator: Indicator, _iso3: str) -> str:
    """The reason where no source found has a figure."""
    return "not_reported"


def by_series(rows: pd.DataFrame, keys: list[str], columns: list[str] = DRAWN_COLUMNS) -> BySeries:
    """The rows of each series, by the key columns that tell series apart.

    A table is split once: to filter it for every indicator takes longer than all else together."""
    return dict(iter(rows.groupby(keys, sort=False)[columns]))
