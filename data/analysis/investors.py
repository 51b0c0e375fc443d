"""Who invests most in a country, measure by measure: never one ranking, for the measures answer different questions.

A measure is one of the table in one unit (`fdi_stock EUR`), and is told only for years in which enough investors are on
record to be put in an order. Places are among those on record, which may lack some; where an official named the largest
investors of a year in their order, that order stands in place of one by the few amounts that are known."""

from typing import Any

import pandas as pd

from data.package import countries
from data.package.snapshot import kept
from data.package.statuses import joined_ids
from data.subjects import investment
from data.subjects.investment import ENOUGH_INVESTORS, US, WORLD

TOLD = "fdi_flow_gross_rank rank"
# The measure that an order is told of.
ORDERED = "fdi_flow_gross USD"
MEASURES = (
    "fdi_stock EUR",
    "fdi_stock USD",
    "fdi_flow_net EUR",
    ORDERED,
    "fdi_cumulative USD",
    "foreign_investment_all USD",
    "companies companies",
)
ON_RECORD, AS_TOLD = RANK_BASES = ("on_record", "as_told")
COLUMNS = [
    "host",
    "measure",
    "unit",
    "year",
    "investor",
    "value",
    "rank",
    "is_tied",
    "on_record",
    "rank_basis",
    "status",
    "basis",
    "source_id",
    "locator",
    "note",
]
RANK_COLUMNS = [
    *COLUMNS[:4],
    "rank",
    "is_tied",
    "on_record",
    "rank_basis",
    "first_investor",
    "value",
    "status",
    "source_id",
]


ALONE_COLUMNS = ["host", "measure", "unit", "year", "value", "status", "source_id", "locator", "note"]


@kept()
def ranked(host: str) -> pd.DataFrame:
    """Investors of a host in every measure and every year that has enough of them, in the order of MEASURES, of the
    years and of the places.

    `value` is in the `unit`, missing where an investor was only named in an order; `rank` is the place (equal amounts
    share one, `is_tied`) among the `on_record`, by amount (`rank_basis` on_record) or as an official named them
    (as_told). Columns: COLUMNS."""
    rows = investment.drawn()
    rows = rows[(rows["host"] == host) & (rows["investor"] != WORLD)]
    told = rows[rows["key"] == TOLD]
    parts = []
    for key in MEASURES:
        for year, own in rows[rows["key"] == key].groupby("year"):
            order = told[told["year"] == year] if key == ORDERED else told.iloc[:0]
            made = _as_told(own, order) if len(order) else _by_amount(own)
            parts += [made] if len(made) >= ENOUGH_INVESTORS else []
    if not parts:
        return pd.DataFrame(columns=COLUMNS)
    return pd.concat(parts, ignore_index=True)[COLUMNS].astype({"rank": "Int64"})


def _by_amount(rows: pd.DataFrame) -> pd.DataFrame:
    places = rows["value"].rank(method="min", ascending=False)
    is_tied = places.duplicated(keep=False)
    made = rows.assign(rank=places, is_tied=is_tied, on_record=len(rows), rank_basis=ON_RECORD)
    return made.sort_values(["rank", "investor"])


def _as_told(rows: pd.DataFrame, order: pd.DataFrame) -> pd.DataFrame:
    """The investors that were named in an order, with the amounts of those that have one; behind them, without a place,
    those with an amount that were not named."""
    first = rows.iloc[0]
    known = rows.set_index("investor")
    made = []
    for named in order.sort_values("value").to_dict("records"):
        amount = known.loc[named["investor"]] if named["investor"] in known.index else None
        own: dict[Any, Any] = {"value": float("nan"), "source_id": named["source_id"]}
        if amount is not None:
            own = {name: amount[name] for name in ("value", "status", "basis", "locator", "note")}
            own["source_id"] = joined_ids([amount["source_id"], named["source_id"]])
        fixed = {"measure": first["measure"], "unit": first["unit"], "rank": int(named["value"])}
        made.append({**named, **own, **fixed})
    unnamed = rows[~rows["investor"].isin(order["investor"])]
    told = pd.DataFrame([*made, *unnamed.to_dict("records")])
    is_tied = told["rank"].duplicated(keep=False) & told["rank"].notna()
    return told.assign(is_tied=is_tied, on_record=len(told), rank_basis=AS_TOLD)


@kept()
def by_measure(host: str) -> pd.DataFrame:
    """The investors of the newest year of each measure, in the order of their places. Columns: COLUMNS.

    Empty for a host whose investors are not on record by country."""
    rows = ranked(host)
    newest = rows.groupby(["measure", "unit"])["year"].transform("max")
    return rows[rows["year"] == newest].reset_index(drop=True)


@kept()
def us_rank(host: str) -> pd.DataFrame:
    """The place of the United States by measure and year among the investors on record, with who was first.

    One row per measure and year in which it is on record; `first_investor` joins several by a semicolon. Columns:
    RANK_COLUMNS."""
    rows = ranked(host)
    first = rows[rows["rank"] == 1].groupby(["measure", "unit", "year"])["investor"].agg(";".join)
    own = rows[rows["investor"] == US].merge(first.rename("first_investor").reset_index(), how="left")
    return own.reindex(columns=RANK_COLUMNS)


@kept()
def us_alone(host: str) -> pd.DataFrame:
    """What is on record of the United States in the newest year of a measure that has too few investors for an order.

    One row per measure that has such a year after those with an order. Columns: `host`, `measure`, `unit`, `year`,
    `value`, `status`, `source_id`, `locator`, `note`."""
    last = ranked(host).groupby(["measure", "unit"])["year"].max()
    rows = investment.drawn()
    rows = rows[(rows["host"] == host) & (rows["investor"] == US) & rows["key"].isin(MEASURES)]
    ends = [last.get((row["measure"], row["unit"]), 0) for row in rows.to_dict("records")]
    rows = rows[rows["year"].astype("int64") > ends]
    newest = rows.loc[rows.groupby("key")["year"].idxmax()].sort_values(
        "key", key=lambda keys: keys.map(MEASURES.index)
    )
    return newest[ALONE_COLUMNS].reset_index(drop=True)


def hosts() -> tuple[str, ...]:
    """Those of the five whose investors are on record by country in some measure."""
    return tuple(iso3 for iso3 in countries.C5 if len(by_measure(iso3)))
