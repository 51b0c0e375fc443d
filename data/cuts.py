"""Cuts of a set of flows: one country, one direction, balances, shares, ranks; and the same by partner.

Map, bars, Sankey, table and file take the one frame that `frame` makes, so they cannot differ. Not here: which sets
there are (`data/flows.py`)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache

import pandas as pd

from data import countries, flows, partners, tables
from data.subject import FLOW_COLUMNS, WHOSE, joined_ids, weakest

DIRECTIONS = ("both", "exports", "imports", "net")
MEASURES = ("value", "share")
# What a value made of two names of both.
JOINED = ("source_id", *WHOSE)
PERCENT = "percent"


@dataclass(frozen=True)
class Cut:
    """What of a set is asked for; `country` is one end of every flow, None means all."""

    set_id: str = flows.US_TRADE
    country: str | None = None
    direction: str = DIRECTIONS[0]
    measure: str = MEASURES[0]


@cache
def home(cut: Cut) -> tuple[str, ...]:
    """The side whose exports and imports are told.

    The United States where it is one end of every flow of the set; else the chosen one of the five, else the five."""
    whole = flows.values(cut.set_id)
    if ((whole["origin"] == "USA") | (whole["dest"] == "USA")).all():
        return ("USA",)
    return (cut.country,) if cut.country in countries.C5 else countries.C5


def frame(cut: Cut, year: int | None = None) -> pd.DataFrame:
    """The Flows of a cut, of all its years or of one, with a `rank` in each year from the largest down.

    A pair that lacks what a balance or a share needs is not there."""
    found = _frame(cut)
    return (found if year is None else found[found["year"] == year].reset_index(drop=True)).copy()


@cache
def _frame(cut: Cut) -> pd.DataFrame:
    rows = flows.values(cut.set_id)
    if cut.country:
        rows = rows[(rows["origin"] == cut.country) | (rows["dest"] == cut.country)]
    side = home(cut)
    if cut.direction == "net":
        rows = balances(rows)
    elif cut.direction != "both":
        rows = rows[rows["origin" if cut.direction == "exports" else "dest"].isin(side)]
    if cut.measure == "share":
        rows = shares(rows, side)
    ordered = rows.sort_values(["year", "value", "origin", "dest"], ascending=[True, False, True, True])
    return ordered.assign(rank=ordered.groupby("year").cumcount() + 1).reset_index(drop=True)


def balances(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per pair and year in the direction of the surplus; its value is the difference of the two flows.

    A pair with only one of the two flows in a year is left out: its balance is not known."""
    back = rows.rename(columns={"origin": "dest", "dest": "origin"})
    both = rows.merge(back, on=["origin", "dest", "year"], suffixes=("", "_back"))
    gap = both["value"] - both["value_back"]
    is_kept = (gap > 0) | ((gap == 0) & (both["origin"] < both["dest"]))
    kept = both[is_kept].assign(value=gap[is_kept])
    kept["status"] = _pairwise(kept, "status", weakest)
    for column in JOINED:
        kept[column] = _pairwise(kept, column, joined_ids)
    return kept[FLOW_COLUMNS]


def _pairwise(rows: pd.DataFrame, column: str, join: Callable[[Iterable[str]], str]) -> list[str]:
    pairs = zip(rows[column], rows[f"{column}_back"], strict=True)
    return [join(pair) for pair in pairs]


def has_shares(cut: Cut) -> bool:
    """Whether totals exist to take shares of: only the five have world totals on record, and a balance has no share."""
    return cut.direction != "net" and set(home(cut)) <= set(countries.C5)


@cache
def totals() -> pd.DataFrame:
    """Trade of the five with the world, one row per country (`home`), flow (export or import) and year, in dollars."""
    rows = tables.load(partners.TABLE)
    rows = rows[(rows["partner"] == "WLD") & rows["preferred"] & rows["flow"].isin(["export", "import"])]
    columns = ["flow", "year", "value_usd", "coverage", "status", "source_id", *WHOSE]
    return rows[columns].assign(home=rows["reporter"]).reset_index(drop=True)


def shares(rows: pd.DataFrame, side: tuple[str, ...]) -> pd.DataFrame:
    """Each flow as a percentage of all exports of its origin, or of all imports of its destination where that is home.

    A flow whose total is not on record is left out."""
    is_export = rows["origin"].isin(side)
    asked = rows.assign(
        home=rows["origin"].where(is_export, rows["dest"]), flow=is_export.map({True: "export", False: "import"})
    )
    found = asked.merge(totals(), on=["home", "flow", "year"], suffixes=("", "_back"))
    found = found.assign(value=found["value"] / found["value_usd"] * 100, unit=PERCENT)
    found["status"] = _pairwise(found, "status", weakest)
    for column in JOINED:
        found[column] = _pairwise(found, column, joined_ids)
    return found[FLOW_COLUMNS]


def missing(cut: Cut, year: int) -> list[tuple[str, str]]:
    """Pairs (origin, dest) that the set has in some year but the cut has not in this one, in alphabetical order."""
    whole = flows.values(cut.set_id)
    if cut.country:
        whole = whole[(whole["origin"] == cut.country) | (whole["dest"] == cut.country)]
    wanted = set(whole[["origin", "dest"]].itertuples(index=False, name=None))
    if cut.direction == "net":
        present = set(frame(cut, year)[["origin", "dest"]].itertuples(index=False, name=None))
        present |= {(dest, origin) for origin, dest in present}
        return sorted({(min(pair), max(pair)) for pair in wanted - present})
    if cut.direction != "both":
        end = 0 if cut.direction == "exports" else 1
        wanted = {pair for pair in wanted if pair[end] in home(cut)}
    return sorted(wanted - set(frame(cut, year)[["origin", "dest"]].itertuples(index=False, name=None)))


def by_partner(cut: Cut) -> pd.DataFrame:
    """Values of the partners: the cut's flows with home summed, a balance as home's exports minus imports.

    Only whole sums: a year in which one of the flows that the sum is of is not on record is left out."""
    side = home(cut)
    rows = _frame(cut)
    is_export = rows["origin"].isin(side)
    partner = rows["dest"].where(is_export, rows["origin"])
    rows = rows.assign(iso3=partner, at_home=rows["origin"].where(is_export, rows["dest"]), is_export=is_export)
    ways = rows["is_export"].nunique() if cut.direction == "both" else 1
    if cut.direction == "net":
        rows["value"] = rows["value"].where(is_export, -rows["value"])
    groups = rows.sort_values(["origin", "dest"]).groupby(["iso3", "year"], sort=True)
    found = groups.agg(
        value=("value", "sum"),
        parts=("at_home", "size"),
        unit=("unit", "first"),
        status=("status", weakest),
        **{column: (column, joined_ids) for column in JOINED},
    ).reset_index()
    others = len(side) - found["iso3"].isin(side).astype("int64")
    return found[found["parts"] == others * ways].drop(columns="parts").reset_index(drop=True)
