"""Selections of flows: one country, one direction, balances, shares, ranks; how full their years are.

Map, bars, Sankey, table and file take the one frame that `frame` makes, so they cannot differ. Not here: which sets
there are (`data/flows.py`)."""

from dataclasses import dataclass, replace

import pandas as pd

from data import flows
from data.analysis import flow_sums
from data.package import countries
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT
from data.subjects import fullness, partner_totals, partner_trade, product_trade
from data.subjects.fullness import Fullness

DIRECTIONS = ("both", "exports", "imports", "net")
QUANTITIES = ("value", "share")
ENDS = {"exports": "origin", "imports": "dest"}
HOME_FLOWS = {"exports": ("export",), "imports": ("import",), "both": ("export", "import")}
# The status of a share that is not told, because too little of its year is on record.
INCOMPLETE = "incomplete_year"


@dataclass(frozen=True)
class FlowSelection:
    """What of a set is asked for; `country` is one end of every flow, None means all."""

    set_id: str = flows.US_TRADE
    country: str | None = None
    direction: str = DIRECTIONS[0]
    quantity: str = QUANTITIES[0]


@kept()
def reporters(selection: FlowSelection) -> tuple[str, ...]:
    """The side whose exports and imports are told; `home` in payloads and words.

    The United States where it is one end of every flow of the set; else the chosen one of the five, else the five."""
    rows = flows.values(selection.set_id)
    if ((rows["origin"] == "USA") | (rows["dest"] == "USA")).all():
        return ("USA",)
    return (selection.country,) if selection.country in countries.C5 else countries.C5


def all_flows(selection: FlowSelection) -> pd.DataFrame:
    """The Flows that a selection is of, whatever its direction and quantity; of one of the five only one side's books.

    Columns FLOW_COLUMNS, one row per origin, destination and year."""
    return flows.seen_from(selection.set_id, selection.country) if selection.country else flows.values(selection.set_id)


@kept()
def pairs(selection: FlowSelection) -> frozenset[frozenset[str]]:
    """The two countries of every flow that a selection is of, whatever its direction."""
    rows = all_flows(selection)
    return frozenset(map(frozenset, zip(rows["origin"], rows["dest"], strict=True)))


def frame(selection: FlowSelection, year: int | None = None) -> pd.DataFrame:
    """The Flows of a selection, of all its years or of one, with a `rank` in each year, to draw by: statistics from the
    largest down, then figures of the press. Those that were taken out for their licence are in `left_out`.

    Columns FLOW_COLUMNS and `rank`, one row per origin, destination and year. A pair that lacks what a balance or a
    share needs is not there; nor is a share in a year that is not full."""
    found = _frame(selection)
    return (found if year is None else found[found["year"] == year].reset_index(drop=True)).copy()


def left_out(selection: FlowSelection, year: int | None = None) -> pd.DataFrame:
    """The Flows of a selection that were taken out of this copy for their licence, without values: for note and file.

    Columns as those of `frame`."""
    found = _left_out(selection)
    if year is None or found.empty:
        return found.copy(deep=False)
    return found[found["year"] == year].reset_index(drop=True)


@kept(64)
def _left_out(selection: FlowSelection) -> pd.DataFrame:
    rows = flow_sums.shares(directed(selection)) if selection.quantity == "share" else directed(selection)
    return rows[rows["status"] == LEFT_OUT].assign(rank=0).reset_index(drop=True)


@kept(64)
def _frame(selection: FlowSelection) -> pd.DataFrame:
    if selection.quantity == "share":
        rows = flow_sums.shares(directed(selection))
        full = [year for year, one in fullnesses(selection).items() if one.is_full]
        rows = rows[rows["year"].isin(full)]
    else:
        rows = directed(selection)
    rows = rows[rows["status"] != LEFT_OUT]
    rows = rows.assign(is_press=~fullness.is_statistic(rows))
    ordered = rows.sort_values(
        ["year", "is_press", "value", "origin", "dest"], ascending=[True, True, False, True, True]
    )
    return ordered.drop(columns="is_press").assign(rank=ordered.groupby("year").cumcount() + 1).reset_index(drop=True)


def directed(selection: FlowSelection) -> pd.DataFrame:
    """The flows of a selection in its direction, columns FLOW_COLUMNS, one row per origin, destination and year.

    One way, between two of the five, is that of the one that tells this way."""
    rows = all_flows(selection)
    if selection.direction == "net":
        return flow_sums.balances(rows)
    if selection.direction == "both":
        return rows
    end = ENDS[selection.direction]
    if selection.set_id not in partner_trade.SETS or len(reporters(selection)) == 1:
        return rows[rows[end].isin(reporters(selection))]
    parts = [
        own[own[end] == reporter]
        for reporter in reporters(selection)
        for own in [flows.seen_from(selection.set_id, reporter)]
    ]
    found = pd.concat(parts, ignore_index=True)
    return (
        found[(found["origin"] == selection.country) | (found["dest"] == selection.country)]
        if selection.country
        else found
    )


@kept()
def directions(set_id: str, country: str | None = None) -> tuple[str, ...]:
    """The directions that a set has flows for, all or those of one country; all of them where it has no flow at all.

    With goods going one way only there is neither a balance nor "both"."""
    exports, imports = (_has_flows(FlowSelection(set_id, country, one)) for one in ("exports", "imports"))
    if exports and imports:
        return DIRECTIONS if _has_flows(FlowSelection(set_id, country, "net")) else DIRECTIONS[:3]
    return ("exports",) if exports else ("imports",) if imports else DIRECTIONS


def _has_flows(selection: FlowSelection) -> bool:
    """Whether the frame of a selection has rows, without ranking them."""
    return bool((directed(selection)["status"] != LEFT_OUT).any())


@kept()
def fullnesses(selection: FlowSelection) -> dict[int, Fullness]:
    """How full each year of a selection is, by its flows; a product's by the countries of which all imports are on
    record."""
    rows = directed(selection)
    if selection.set_id in product_trade.by_set():
        return product_trade.fullness_of(selection.set_id, rows)
    return fullness.by_year(rows, _totals(selection, rows))


def _totals(selection: FlowSelection, rows: pd.DataFrame) -> dict[int, float]:
    """What one of the five adds up to by its own books, in the years in which that is told for all that is asked."""
    side = reporters(selection)
    if (
        selection.direction not in HOME_FLOWS
        or partner_trade.SETS.get(selection.set_id) != partner_trade.OWN
        or len(side) > 1
    ):
        return {}
    return partner_totals.world(side[0], HOME_FLOWS[selection.direction], rows)


@kept()
def years(selection: FlowSelection) -> tuple[int, ...]:
    """Years for which a selection has at least one flow, in order; of a selection without any flow those of its set."""
    found = sorted({int(year) for year in directed(selection)["year"]})
    return tuple(found) or flows.years(selection.set_id)


def default_year(selection: FlowSelection) -> int:
    """The newest full year of a selection; of a selection without any flow that of its set."""
    found = fullnesses(selection) or fullnesses(FlowSelection(selection.set_id))
    return fullness.newest(found)


def thin_years(selection: FlowSelection) -> list[int]:
    """Years of a selection that are not full."""
    return [year for year, one in fullnesses(selection).items() if not one.is_full]


def is_mixed(selection: FlowSelection, year: int) -> bool:
    """Whether some flows of the year count goods and others goods and services, so that nothing may be added up."""
    bases = frame(in_values(selection), year)["basis"]
    return len({partner_trade.WIDER in basis for basis in bases}) > 1


def adds_up(selection: FlowSelection, year: int) -> bool:
    """Whether the flows of a year may be added up and ranked: enough are on record, and they count the same."""
    found = fullnesses(selection).get(year)
    return found is not None and found.is_full and not is_mixed(selection, year)


def placed(selection: FlowSelection, year: int) -> pd.DataFrame:
    """The frame of a year with the `place` of each statistic among the statistics; none where ranks are not told.

    Columns as those of `frame`, `is_statistic` and `place`, one row per origin and destination."""
    rows = frame(selection, year)
    is_told = fullness.is_statistic(rows) & adds_up(selection, year)
    place = is_told.cumsum().where(is_told)
    return rows.assign(is_statistic=fullness.is_statistic(rows), place=place.astype("Int64"))


def unshared(selection: FlowSelection, year: int) -> pd.DataFrame:
    """Flows of a year that is not full, of which no share is told: rows without a value, for the file.

    Columns as those of `frame`."""
    if selection.quantity == QUANTITIES[0] or year not in thin_years(selection):
        return frame(selection, year).head(0)
    rows = frame(in_values(selection), year)
    return rows.assign(value=float("nan"), unit=flow_sums.PERCENT, status=INCOMPLETE, rank=0)


def in_values(selection: FlowSelection) -> FlowSelection:
    """The selection whose flows are on record: a share is told of some of them only, and in full years only."""
    return replace(selection, quantity=QUANTITIES[0])


def has_shares(selection: FlowSelection) -> bool:
    """Whether totals exist to take shares of: the five have world totals of their own books; a balance has no share.

    What partners book is no share of what the country itself adds up to."""
    return selection.direction != "net" and partner_trade.SETS.get(selection.set_id) == partner_trade.OWN


def missing(selection: FlowSelection, year: int) -> list[tuple[str, str]]:
    """Pairs (origin, dest) that the set has in some year but the selection has not in this one, in alphabetical order.

    A flow without a share is not missing, nor is one that was taken out for its licence."""
    selection = in_values(selection)
    frames = [frame(selection, year), left_out(selection, year)]
    there = [pair for rows in frames for pair in zip(rows["origin"], rows["dest"], strict=True)]
    wanted = set(all_flows(selection)[["origin", "dest"]].itertuples(index=False, name=None))
    if selection.direction == "net":
        present = set(there)
        present |= {(dest, origin) for origin, dest in present}
        return sorted({(min(pair), max(pair)) for pair in wanted - present})
    if selection.direction != "both":
        end = 0 if selection.direction == "exports" else 1
        wanted = {pair for pair in wanted if pair[end] in reporters(selection)}
    return sorted(wanted - set(there))
