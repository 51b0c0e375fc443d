"""Minerals by countries: what share of the world each of the five has of every mineral that any of them has, with what
the United States needs of it from abroad and whether it stands on the US list of critical minerals of 2025.

Shares are of the newest year, at the stage or on the basis that stands for the mineral, by one edition
(`producers.py`). A mineral without a printed world total has no share, so no row; `without_total` names those."""

import pandas as pd

from data.analysis import producers
from data.analysis.producers import OUTPUT
from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT

LISTS, RELIANCE = "critical_lists", "us_import_reliance"
US_LIST = "us_2025"
NOT_NAMED = "not_covered"
CELL_COLUMNS = ["mineral", "iso3", "part", "year", "vintage", "value", "unit", "world_total", "share_pct", "is_ceiling"]
CELL_COLUMNS += ["status", "source_id", "locator"]
NEED_COLUMNS = ["is_us_listed", "reliance_form", "reliance_year", "reliance_relation", "reliance_pct"]
NEED_COLUMNS += ["reliance_status", "reliance_source_id"]
ROW_COLUMNS = ["mineral", "part", "year", "vintage", "five_share_pct", *NEED_COLUMNS]
SORTS = ("share", "reliance", "concentration", "alphabet")
# Where a bound stands in the order: just past its number.
PAST = {"equal": 0.0, "above": 0.5, "below": -0.5}


@kept()
def cells(basis: str = OUTPUT) -> pd.DataFrame:
    """One row for each mineral and each of the five. Columns CELL_COLUMNS.

    Where the edition does not name a country there is no figure, and the status is `not_covered`."""
    every = producers.every(basis)
    usual = every["mineral"].map(lambda mineral: producers.usual_part(mineral, basis))
    rows = every[(every["part"] == usual) & every["iso3"].isin(C5)]
    has_share = (rows["share_pct"] > 0) | (rows["status"] == LEFT_OUT)
    minerals = rows.loc[has_share, "mineral"].unique()
    whole = pd.MultiIndex.from_product([minerals, C5], names=["mineral", "iso3"]).to_frame(index=False)
    found = whole.merge(rows, on=["mineral", "iso3"], how="left")
    same = ["part", "year", "vintage", "unit", "is_ceiling"]
    own = found[["mineral"]].merge(rows.drop_duplicates("mineral")[["mineral", *same]], on="mineral", how="left")
    found[same] = own[same].to_numpy()
    found = found.assign(status=found["status"].fillna(NOT_NAMED), year=found["year"].astype("Int64"))
    return found.astype({"is_ceiling": "bool"})[CELL_COLUMNS]


@kept()
def needs() -> pd.DataFrame:
    """What the United States needs of each mineral. Columns `mineral` and NEED_COLUMNS.

    Net import reliance is that of the newest year, of the form that stands for the mineral: a percentage, a bound of
    it, or none for a net exporter; all of it is missing where no reliance is on record."""
    minerals = tables.load("minerals")[["mineral", "headline_reliance_form"]]
    lists = tables.load(LISTS)
    listed = set(lists.loc[(lists["list_id"] == US_LIST) & lists["is_listed"].astype(bool), "mineral"])
    rows = tables.load(RELIANCE)
    rows = rows[rows["latest"].astype(bool)].merge(minerals, on="mineral")
    rows = rows[rows["form"] == rows["headline_reliance_form"]]
    newest = rows[rows["year"] == rows.groupby("mineral")["year"].transform("max")]
    columns = {"form": "form", "year": "year", "relation": "relation", "net_import_reliance_pct": "pct"}
    columns |= {"status": "status", "source_id": "source_id"}
    own = newest[["mineral", *columns]].rename(columns={old: f"reliance_{new}" for old, new in columns.items()})
    found = minerals[["mineral"]].merge(own, on="mineral", how="left")
    return found.assign(is_us_listed=found["mineral"].isin(listed))[["mineral", *NEED_COLUMNS]]


@kept()
def rows(basis: str = OUTPUT) -> pd.DataFrame:
    """One row for each mineral of the lens, the largest share of the five first. Columns ROW_COLUMNS."""
    every = cells(basis)
    shares = every.groupby("mineral")["share_pct"].sum(min_count=1).rename("five_share_pct")
    first = every.drop_duplicates("mineral")[["mineral", "part", "year", "vintage"]]
    found = first.merge(shares, on="mineral").merge(needs(), on="mineral", how="left")
    return found.sort_values(["five_share_pct", "mineral"], ascending=[False, True])[ROW_COLUMNS].reset_index(drop=True)


@kept()
def without_total(basis: str = OUTPUT) -> pd.DataFrame:
    """Figures of the five without a printed world total, so without a share. Columns as those of `producers.every`."""
    every = producers.every(basis)
    usual = every["mineral"].map(lambda mineral: producers.usual_part(mineral, basis))
    is_lone = every["value"].notna() & every["share_pct"].isna()
    return every[(every["part"] == usual) & every["iso3"].isin(C5) & is_lone].reset_index(drop=True)


def reliance_order(frame: pd.DataFrame) -> pd.Series:
    """Numbers by which rows stand in order of reliance: a bound just past its number, a net exporter at zero."""
    past = frame["reliance_relation"].map(PAST)
    return (frame["reliance_pct"] + past).mask(frame["reliance_relation"] == "net_exporter", 0.0)
