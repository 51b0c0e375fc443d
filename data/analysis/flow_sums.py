"""Flows made of others: balances, and shares in what a country adds up to. Each is of one reporter, never of two sides.

Rows in and out have the columns of Flows. Status is that of the weaker part; sources and bases are those of both."""

from collections.abc import Callable, Iterable

import pandas as pd

from data.package.statuses import WHOSE, joined_ids, weakest
from data.subjects import partner_totals
from data.subjects.base import FLOW_COLUMNS

PERCENT = "percent"
# What a value made of two names of both.
JOINED = ("source_id", *WHOSE)


def balances(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per pair and year in the direction of the surplus; its value is the difference of the two flows.

    Columns FLOW_COLUMNS. A pair with only one of the two flows in a year, or with each from the books of another
    country, is left out: its balance is not known. One with a flow that was taken out for its licence is a row without
    a value."""
    back = rows.rename(columns={"origin": "dest", "dest": "origin"})
    both = rows.merge(back, on=["origin", "dest", "year", "reporter"], suffixes=("", "_total"))
    gap = both["value"] - both["value_total"]
    is_kept = (gap > 0) | (~(gap < 0) & (both["origin"] < both["dest"]))
    kept = both[is_kept].assign(value=gap[is_kept])
    kept["status"] = _pairwise(kept, "status", weakest)
    for column in ("source_id", "basis"):
        kept[column] = _pairwise(kept, column, joined_ids)
    return kept[FLOW_COLUMNS]


def _pairwise(rows: pd.DataFrame, column: str, join: Callable[[Iterable[str]], str]) -> list[str]:
    pairs = zip(rows[column], rows[f"{column}_total"], strict=True)
    return [join(pair) for pair in pairs]


def with_totals(rows: pd.DataFrame) -> pd.DataFrame:
    """The flows of home that have a world total of the same country, direction and coverage, with it (`_total`).

    Columns of the flows, home, and value, status, source_id, reporter and basis with `_total`. A total of the same
    source goes first. A flow whose total is not on record is left out."""
    found = rows.merge(partner_totals.covered(), on=["origin", "dest", "year", "reporter", "source_id"])
    return partner_totals.beside(found, ["origin", "dest", "year", "home"])


def shares(rows: pd.DataFrame) -> pd.DataFrame:
    """Each flow as a percentage of all exports or imports that its reporter, one of the five, adds up to.

    Columns FLOW_COLUMNS, one row per flow that has a total."""
    found = with_totals(rows)
    found = found.assign(value=found["value"] / found["value_total"] * 100, unit=PERCENT)
    found["status"] = _pairwise(found, "status", weakest)
    for column in JOINED:
        found[column] = _pairwise(found, column, joined_ids)
    return found[FLOW_COLUMNS]


def by_reporter(rows: pd.DataFrame, side: tuple[str, ...]) -> pd.DataFrame:
    """Flows with the partner (`iso3`), the side at home (`at_home`) and the way of the goods (`is_export`) as
    columns."""
    is_export = rows["origin"].isin(side)
    partner = rows["dest"].where(is_export, rows["origin"])
    return rows.assign(iso3=partner, at_home=rows["origin"].where(is_export, rows["dest"]), is_export=is_export)


def summed(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per partner and year: the sum, and how many flows it is of.

    Columns iso3, year, value, unit, status, source_id, reporter, basis, parts."""
    groups = rows.sort_values(["origin", "dest"]).groupby(["iso3", "year"], sort=True)
    return groups.agg(
        value=("value", "sum"),
        parts=("at_home", "size"),
        unit=("unit", "first"),
        status=("status", weakest),
        **{column: (column, joined_ids) for column in JOINED},
    ).reset_index()
