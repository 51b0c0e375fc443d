"""A selection of flows by partner: what each comes to in all that the reporters export, import or trade."""

import pandas as pd

from data.analysis import flow_selection, flow_sums
from data.analysis.flow_selection import FlowSelection
from data.analysis.flow_sums import JOINED
from data.package.statuses import joined_ids, weakest


def by_partner(selection: FlowSelection) -> pd.DataFrame:
    """Values of the partners: the selection's flows with home summed, a balance as home's exports minus imports.

    Columns iso3, year, value, unit, status, source_id, reporter, basis, one row per partner and year. Only whole sums:
    a year in which one of the flows that the sum is of is not on record is left out. Shares are never added: the flows
    are, and divided by what home adds up to in the same flows; of goods, or of goods and services."""
    side = flow_selection.reporters(selection)
    if selection.quantity == flow_selection.QUANTITIES[1]:
        return _shares_by_partner(selection)
    rows = flow_sums.by_reporter(flow_selection.frame(selection), side)
    ways = rows["is_export"].nunique() if selection.direction == "both" else 1
    if selection.direction == "net":
        rows["value"] = rows["value"].where(rows["is_export"], -rows["value"])
    found = flow_sums.summed(rows)
    others = len(side) - found["iso3"].isin(side).astype("int64")
    return found[found["parts"] == others * ways].drop(columns="parts").reset_index(drop=True)


def _shares_by_partner(selection: FlowSelection) -> pd.DataFrame:
    """Shares of the partners outside home in all that home exports, imports or trades, in full years."""
    side = flow_selection.reporters(selection)
    full = [year for year, one in flow_selection.fullnesses(selection).items() if one.is_full]
    rows = flow_sums.with_totals(flow_selection.directed(selection))
    rows = flow_sums.by_reporter(
        rows[rows["year"].isin(full) & rows["value"].notna() & rows["value_total"].notna()], side
    )
    rows = rows[~rows["iso3"].isin(side)]
    for column in JOINED:
        rows[column] = [joined_ids(both) for both in zip(rows[column], rows[f"{column}_total"], strict=True)]
    rows["status"] = [weakest(both) for both in zip(rows["status"], rows["status_total"], strict=True)]
    found = flow_sums.summed(rows)
    totals = rows.groupby(["iso3", "year"], sort=True).agg(total=("value_total", "sum"), kinds=("coverage", "nunique"))
    found = found.merge(totals, on=["iso3", "year"])
    found = found.assign(value=found["value"] / found["total"] * 100, unit=flow_sums.PERCENT)
    ways = 2 if selection.direction == "both" else 1
    is_whole = (found["parts"] == len(side) * ways) & (found["kinds"] == 1)
    return found[is_whole].drop(columns=["parts", "total", "kinds"]).reset_index(drop=True)
