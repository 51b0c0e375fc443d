"""Flows between pairs of countries, by set.

A Flows frame has one row per origin, destination and year: `origin, dest, year, value, unit, status, source_id,
reporter, basis`; the last two say whose figure it is (see `data/subjects/base.py`). Goods go from origin to
destination, so US exports to Kazakhstan are USA -> KAZ and US imports KAZ -> USA. A pair without a figure has no row.
The registry is put together from the subjects; a new set of flows is an entry in `data/subjects/<subject>.toml` and its
words in `data/vocabulary/<language>/flow_sets.toml`."""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from data.faults import UnknownId
from data.package import countries
from data.package.snapshot import kept
from data.subjects import mirror_trade, partner_trade, product_trade, us_trade
from data.subjects.base import FLOW_COLUMNS, FlowSet

US_TRADE = "us_trade"


@dataclass(frozen=True)
class FlowSubject:
    """What a subject says of its flows: the sets it has, and the rows of one (all columns but the unit).

    `seen_from` gives the flows of one country, where they are not simply those of the set that it is an end of."""

    sets: Callable[[], list[FlowSet]]
    values: Callable[[FlowSet], pd.DataFrame]
    seen_from: Callable[[FlowSet, str], pd.DataFrame] | None = None


SUBJECTS: tuple[FlowSubject, ...] = (
    FlowSubject(us_trade.flow_sets, us_trade.flow_values),
    FlowSubject(mirror_trade.flow_sets, mirror_trade.flow_values),
    FlowSubject(partner_trade.flow_sets, partner_trade.flow_values, partner_trade.seen_from),
    FlowSubject(product_trade.flow_sets, product_trade.flow_values),
)


@kept()
def _owners() -> dict[str, tuple[FlowSet, FlowSubject]]:
    return {flow_set.id: (flow_set, subject) for subject in SUBJECTS for flow_set in subject.sets()}


def by_product(code: str) -> str:
    """Id of the set of US trade in a product, by its code in the Harmonized System. Raises UnknownId."""
    start = f"{US_TRADE}."
    known = [set_id.removeprefix(start) for set_id in registry() if set_id.startswith(start)]
    if code not in known:
        raise UnknownId("product", code, known)
    return start + code


def registry() -> dict[str, FlowSet]:
    """All sets of flows by id, in the order they are offered; the first one is the default."""
    return {set_id: flow_set for set_id, (flow_set, _) in _owners().items()}


def get(set_id: str) -> FlowSet:
    """One set of flows. Raises UnknownId."""
    try:
        return _owners()[set_id][0]
    except KeyError:
        raise UnknownId("set of flows", set_id, list(_owners())) from None


def values(set_id: str = US_TRADE, year: int | None = None) -> pd.DataFrame:
    """The Flows of a set, of all its years or of one, sorted by year, origin and destination.

    Columns FLOW_COLUMNS. Raises UnknownId."""
    frame = _values(get(set_id).id)
    return (frame if year is None else frame[frame["year"] == year].reset_index(drop=True)).copy(deep=False)


@kept(64)
def seen_from(set_id: str, country: str) -> pd.DataFrame:
    """The Flows of a set that a country is an end of, sorted like `values`; of one of the five in a set by partner all
    of one side's books.

    Columns FLOW_COLUMNS. Raises UnknownId."""
    flow_set, subject = _owners()[get(set_id).id]
    if subject.seen_from and country in countries.C5:
        return _sorted(flow_set, subject.seen_from(flow_set, country))
    frame = _values(flow_set.id)
    return frame[(frame["origin"] == country) | (frame["dest"] == country)].reset_index(drop=True)


@kept()
def years(set_id: str) -> tuple[int, ...]:
    """Years for which a set has at least one flow, in order. Raises UnknownId."""
    return tuple(sorted({int(year) for year in values(set_id)["year"]}))


@kept()
def _values(set_id: str) -> pd.DataFrame:
    flow_set, subject = _owners()[set_id]
    return _sorted(flow_set, subject.values(flow_set))


def _sorted(flow_set: FlowSet, rows: pd.DataFrame) -> pd.DataFrame:
    flows = zip(*(rows[column].tolist() for column in ("origin", "dest", "year", "value")), strict=True)
    sources = zip(*(rows[column].tolist() for column in FLOW_COLUMNS[5:]), strict=True)
    unit = flow_set.unit
    whole = [(*flow, unit, *source) for flow, source in zip(flows, sources, strict=True)]
    whole.sort(key=lambda row: (row[2], row[0], row[1]))
    return pd.DataFrame(whole, columns=FLOW_COLUMNS)
