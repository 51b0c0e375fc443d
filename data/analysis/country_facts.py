"""Twelve measures of what is between one of the five and the United States: the newest figure of each, its place among
the five, and the series behind it.

A measure is one indicator, but for three: the mineral of which a country has the largest share of world output, the
forums that it shares with the United States (`shared_seats.py`), and the deals signed (`signed_deals.py`). A gap is a
row, with its reason as the status. For the United States the same is told of each of the five, one row for each measure
and country."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data import indicators
from data.analysis import headline, mineral_lens, shared_seats, signed_deals
from data.faults import UnknownId
from data.package import countries, licensing
from data.package.snapshot import kept
from data.package.statuses import joined_ids
from data.subjects.minerals import slug

TOP_MINERAL, SHARED, SIGNED = "top_mineral", "forums_shared", "deals_signed"
INDICATORS: Mapping[str, str] = {
    "us_imports": "us_imports_usd",
    "us_exports": "us_exports_usd",
    "balance": "us_balance_usd",
    "us_share": "us_reported_share_pct",
    "own_exports": "mirror_exports_usd",
    "us_stock": "us_fdi_stock_eur",
    "aid": "us_aid_usd",
    "uranium": "us_uranium_share_pct",
    TOP_MINERAL: "",
    SHARED: "",
    SIGNED: "",
    "population": "population",
}
MEASURES = tuple(INDICATORS)
COLUMNS = ["iso3", "measure", "mineral", "indicator", "year", "value", "unit", "is_ceiling", "status"]
COLUMNS += ["rank_of_five", "ranked", "is_tied", "unranked", "source_id", "locator"]
SERIES_COLUMNS = ["iso3", "measure", "mineral", "indicator", "year", "value", "unit", "status", "source_id"]
PROVISIONAL, NOT_COVERED = "provisional", "not_covered"
# Why a figure has no place among the five.
GAP, BALANCE, ALONE, UNLIKE = UNRANKED = ("gap", "balance", "alone", "unlike")
# A count is of many rows, each with a place of its own.
WITHOUT_PLACE = ("count",)
BETWEEN = " | "
UNIT_OF_SHARES = "percent"
# Measures that are counts of our own lists.
LISTS = {SHARED: shared_seats, SIGNED: signed_deals}
COUNTS = {SHARED: shared_seats.UNIT, SIGNED: signed_deals.UNIT}


@kept(len(countries.SIX))
def facts(iso3: str) -> pd.DataFrame:
    """One row for each of MEASURES, in their order, columns as COLUMNS; for the United States one for each measure and
    each of the five. Raises UnknownId for a country that is none of the six.

    `value` is the newest figure and missing where `status` says why there is none; a provisional figure gives way to a
    settled one of the year before, for such years are often partial. `mineral` is that of the top mineral, empty for
    other measures; `is_ceiling`: the total leaves a country out, so the share is at most the value. `rank_of_five` is
    the place among the `ranked` of the five with a figure of the same year and basis, the largest first; where there
    is none `unranked` says why (UNRANKED). `locator` is empty for counts, whose rows have one each."""
    return _in_order(iso3, _fact, COLUMNS).astype({"year": "Int64", "rank_of_five": "Int64", "ranked": "Int64"})


@kept(len(countries.SIX))
def series(iso3: str) -> pd.DataFrame:
    """The figures of each measure by year up to the one that `facts` tells, columns as SERIES_COLUMNS.

    A year without a figure has a row with the reason. Raises UnknownId for a country that is none of the six."""
    return _in_order(iso3, _history, SERIES_COLUMNS)


def _in_order(iso3: str, rows_of: Any, columns: list[str]) -> pd.DataFrame:
    if iso3 not in countries.SIX:
        raise UnknownId("country", iso3, list(countries.SIX))
    told = (iso3,) if iso3 in countries.C5 else countries.C5
    rows = [row for measure in MEASURES for one in told for row in rows_of(one, measure)]
    return pd.DataFrame(rows, columns=columns)


def top_mineral(iso3: str) -> dict[Any, Any] | None:
    """The cell of the mineral of which a country has the largest share of world output, as `mineral_lens.cells` has it,
    among shares that may be passed on: that another is smaller would tell of it. None where no share is on record."""
    cells = mineral_lens.cells()
    own = cells[(cells["iso3"] == iso3) & cells["share_pct"].notna() & ~licensing.is_withheld(cells)]
    return None if own.empty else own.nlargest(1, "share_pct").to_dict("records")[0]


def _about(iso3: str, measure: str) -> dict[str, Any]:
    """What a row of a measure is of."""
    mineral = (top_mineral(iso3) or {}).get("mineral", "") if measure == TOP_MINERAL else ""
    indicator_id = f"world_share.{slug(mineral)}" if mineral else INDICATORS[measure]
    unit = indicators.get(indicator_id).unit if indicator_id else COUNTS.get(measure, UNIT_OF_SHARES)
    return {"iso3": iso3, "measure": measure, "mineral": mineral, "indicator": indicator_id, "unit": unit}


def _values(about: Mapping[str, Any]) -> pd.DataFrame:
    """The rows of the five of what a measure is of, by year. Columns iso3, year, value, status, source_id, basis."""
    if about["measure"] in LISTS:
        return LISTS[about["measure"]].by_year()
    if not about["indicator"]:
        return pd.DataFrame(columns=indicators.COLUMNS)
    found = indicators.values(about["indicator"])
    return found[found["iso3"].isin(countries.C5)]


def _newest(rows: pd.DataFrame) -> pd.Series | None:
    """The newest row with a value, or the one of the year before where only that is settled."""
    known = rows[rows["value"].notna()]
    if known.empty:
        return None
    last = known.iloc[-1]
    before = known[known["year"] == last["year"] - 1]
    is_left = last["status"] == PROVISIONAL and len(before) and before["status"].iloc[0] != PROVISIONAL
    return before.iloc[0] if is_left else last


def _fact(iso3: str, measure: str) -> list[dict[str, Any]]:
    about = _about(iso3, measure)
    every = _values(about)
    rows = every[every["iso3"] == iso3]
    found = _newest(rows)
    if found is None:
        status = str(rows["status"].iloc[-1]) if len(rows) else NOT_COVERED
        gap = {"year": None, "value": None, "is_ceiling": False, "status": status, "source_id": "", "locator": ""}
        return [about | gap | _unranked(GAP)]
    year = int(found["year"])
    is_ceiling = measure == TOP_MINERAL and bool((top_mineral(iso3) or {})["is_ceiling"])
    told = {"year": year, "value": found["value"], "is_ceiling": is_ceiling, "status": found["status"]}
    told |= {"source_id": found["source_id"], "locator": _locator(about["indicator"], iso3, year)}
    return [about | told | _rank(about, every[(every["year"] == year) & every["value"].notna()], iso3)]


def _unranked(why: str) -> dict[str, Any]:
    return {"rank_of_five": None, "ranked": None, "is_tied": False, "unranked": why}


def _rank(about: Mapping[str, Any], known: pd.DataFrame, iso3: str) -> dict[str, Any]:
    """The place among the figures of a year; by the headline's rule, where the measure is an indicator."""
    if about["indicator"] and indicators.get(about["indicator"]).kind == "balance":
        return _unranked(BALANCE)
    if len(known) < 2:
        return _unranked(ALONE)
    if about["indicator"] and not headline.of(about["indicator"], int(known["year"].iloc[0]), iso3).place:
        return _unranked(UNLIKE)
    own = known.loc[known["iso3"] == iso3, "value"].iloc[0]
    return {
        "rank_of_five": int((known["value"] > own).sum()) + 1,
        "ranked": len(known),
        "is_tied": bool((known["value"] == own).sum() > 1),
        "unranked": "",
    }


def _locator(indicator_id: str, iso3: str, year: int) -> str:
    """Where in their sources the records of a figure stand, each once."""
    if not indicator_id or indicators.get(indicator_id).kind in WITHOUT_PLACE:
        return ""
    records = indicators.alternatives(indicator_id, iso3, year)
    places = records.loc[records["preferred"].astype(bool), "locator"].dropna()
    return BETWEEN.join(dict.fromkeys(map(str, places)))


def _history(iso3: str, measure: str) -> list[dict[str, Any]]:
    about = _about(iso3, measure)
    every = _values(about)
    rows = every[every["iso3"] == iso3]
    found = _newest(rows)
    rows = rows if found is None else rows[rows["year"] <= found["year"]]
    columns = ["year", "value", "status", "source_id"]
    return [about | {**row, "source_id": joined_ids([row["source_id"]])} for row in rows[columns].to_dict("records")]
