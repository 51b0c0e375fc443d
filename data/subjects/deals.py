"""Deals announced between US firms and the five: how many in a year, and what was announced for them.

A row that repeats the money of another, or that another replaced, is left out. A sum is that of the rows with one
printed value; a year whose deals have none is missing."""

import pandas as pd

from data.package import tables
from data.package.statuses import OWN_LIST
from data.subjects import arithmetic, definitions, wording
from data.subjects.base import RECORD_COLUMNS, Indicator, Subject

TABLE = "deals"
COUNT, SUMMIT = "us_deals_count", "us_deals_summit_usd"


def indicators() -> list[Indicator]:
    """Number and announced value, and the value of what was announced at a summit."""
    return definitions.indicators("deals")


def _summit_days() -> pd.Series:
    events = tables.load("c51_timeline")
    return events.loc[events["level"] == "summit", "date"]


def _deals(indicator: Indicator) -> pd.DataFrame:
    rows = tables.load(TABLE)
    if indicator.id == SUMMIT:
        rows = rows[rows["announced"].isin(_summit_days())]
    return rows.assign(year=rows["announced"].str[:4].astype("int64"), is_counted=rows["repeats_deal_id"].isna())


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series. A year without a row is missing: the list is not complete, so it is not zero.

    Columns: DRAWN_COLUMNS."""
    rows = _deals(indicator)
    rows = rows[rows["is_counted"]]
    is_value = indicator.id != COUNT
    rows = rows[rows["value_usd"].notna()] if is_value else rows
    rows = rows.assign(value=rows["value_usd"], status="claim" if is_value else "actual", reporter="", basis=OWN_LIST)
    return arithmetic.by_country_year(rows, sum if is_value else len)


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Every deal of the country and year; those that are not added up are marked as not drawn.

    Columns: RECORD_COLUMNS."""
    rows = _deals(indicator)
    rows = rows[(rows["iso3"] == iso3) & (rows["year"] == year)]
    is_drawn = rows["is_counted"] & (rows["value_usd"].notna() | (indicator.id == COUNT))
    return rows.assign(
        value=rows["value_usd"],
        unit="USD",
        status="claim",
        basis=wording.each("named", text=rows["title"], standing=rows["stage"]),
        vintage=rows["announced"],
        preferred=is_drawn.astype(bool),
    )[RECORD_COLUMNS]


def absence(_indicator: Indicator, iso3: str) -> str:
    """The United States is the other side of every deal; for the others no deal was found."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
