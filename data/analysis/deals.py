"""Deals with US firms as a list: which there are for what is asked, and which of them are left out of sums, and why.

A row that repeats the money of another never brings it in, whichever days are asked for: the money stands with the row
that holds it, on the day of that one. Where that row is not among those asked for, the list says so. A deal that is
known to the month or the year is listed where that overlaps the days asked for, and counted only where they hold all of
it: so sums over days that follow each other never come to more than the sum over all of them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data.package import dates, tables
from data.package.snapshot import kept
from data.package.statuses import CLAIM

TABLE, STAGES = "deals", "deal_stages"
RUNGS = ("started", "signed", "memorandum", "announced", "talks")
COUNTED, REPEATED, SUPERSEDED, DAY_UNKNOWN = REASONS = ("", "repeated", "superseded", "day_unknown")
COLUMNS = [
    "deal_id",
    "announced",
    "precision",
    "iso3",
    "us_party",
    "local_party",
    "sector",
    "title",
    "value_usd",
    "is_up_to",
    "stage",
    "rung",
    "reason",
    "repeats_deal_id",
    "repeats_announced",
    "is_repeated_here",
    "status",
    "source_id",
    "locator",
    "note",
]


@dataclass(frozen=True)
class Asked:
    """Which deals are asked for: of a country, from and to a day (or the first day of a month or a year, and its last),
    of a sector, of a firm named on the US side, on a rung. What is None is not asked."""

    iso3: str | None = None
    first: str | None = None
    last: str | None = None
    sector: str | None = None
    firm: str | None = None
    rung: str | None = None


@kept()
def every() -> pd.DataFrame:
    """All deals, the newest first, with their rung and whether their value is the most it may come to.

    `repeats_announced` is the day of the row that holds the money. Columns: COLUMNS, without `reason` and
    `is_repeated_here`."""
    rows = tables.load(TABLE).merge(tables.load(STAGES), left_on="stage", right_on="deal_stage", how="left")
    days = dict(zip(rows["deal_id"], rows["announced"], strict=True))
    rows = rows.assign(
        precision=rows["announced"].str.len().map(dates.PRECISIONS),
        is_up_to=rows["up_to"].astype("bool"),
        repeats_announced=rows["repeats_deal_id"].map(days),
        status=CLAIM,
    )
    rows = rows.sort_values(["announced", "deal_id"], ascending=[False, True], ignore_index=True)
    return rows[[name for name in COLUMNS if name in rows]]


@kept(256)
def listed(asked: Asked) -> pd.DataFrame:
    """The deals asked for, the newest first; `reason` says why one is in no sum, and is empty where it is in one.

    `value_usd` is as announced, missing where none or a range was; `repeats_deal_id` names the row that holds the
    money, `is_repeated_here` whether that is among those asked for. Columns: COLUMNS."""
    rows = every()
    rows = rows[_fits(rows, asked)]
    here = set(rows["deal_id"])
    rows = rows.assign(
        reason=[_reason(row, asked) for row in rows.to_dict("records")],
        is_repeated_here=rows["repeats_deal_id"].isin(here).astype("boolean").mask(rows["repeats_deal_id"].isna()),
    )
    return rows[COLUMNS].reset_index(drop=True)


def _fits(rows: pd.DataFrame, asked: Asked) -> pd.Series:
    begin, end = _interval(asked)
    fits = (rows["announced"].map(dates.last_day) >= begin) & (rows["announced"].map(dates.first_day) <= end)
    for column in ("iso3", "sector", "rung"):
        wanted = getattr(asked, column)
        fits &= (rows[column] == wanted) if wanted else True
    if asked.firm:
        fits &= rows["us_party"].str.contains(_named(asked.firm), case=False, regex=True)
    return fits


def _interval(asked: Asked) -> tuple[str, str]:
    return dates.first_day(asked.first) or "", dates.last_day(asked.last) or "9"


def _named(firm: str) -> str:
    return rf"(?<!\w){re.escape(firm)}(?!\w)"


def _reason(row: dict[Any, Any], asked: Asked) -> str:
    """Why a deal is in no sum; empty where it is in one."""
    begin, end = _interval(asked)
    if pd.isna(row["rung"]):
        return SUPERSEDED
    if pd.notna(row["repeats_deal_id"]):
        return REPEATED
    is_within = begin <= str(dates.first_day(row["announced"])) and str(dates.last_day(row["announced"])) <= end
    return COUNTED if is_within else DAY_UNKNOWN


def stages() -> pd.DataFrame:
    """The stages of the table, the highest rung first, then what is on none. Columns: those of the table."""
    rows = tables.load(STAGES)
    places = rows["rung"].map({rung: at for at, rung in enumerate(RUNGS)}).fillna(len(RUNGS))
    return rows.assign(place=places).sort_values(["place", "deal_stage"]).drop(columns="place").reset_index(drop=True)


def days(iso3: str | None = None) -> tuple[str, ...]:
    """The months and days on which deals were announced, as exact as they are known, the newest first; a month stands
    before its days."""
    known = set(listed(Asked(iso3))["announced"])
    return tuple(sorted({*known, *(day[:7] for day in known)}, key=lambda day: f"{day}~", reverse=True))


def sectors(iso3: str | None = None) -> tuple[str, ...]:
    """The sectors of the deals of a country, by the alphabet."""
    return tuple(sorted(set(listed(Asked(iso3))["sector"])))


def firms(iso3: str | None = None) -> tuple[str, ...]:
    """The firms and agencies that the US side of the deals of a country names, by the alphabet, without what stands in
    brackets."""
    return tuple(sorted(set(_parties(listed(Asked(iso3))["us_party"])), key=str.casefold))


def _parties(listings: Iterable[str]) -> list[str]:
    """Names out of lists such as "Boeing, General Electric and others"; what has no capital is no name."""
    bare = (re.sub(r"\s*\([^)]*\)", "", one) for one in listings)
    parts = [part.strip() for one in bare for part in re.split(r"[;,]|\band\b", one)]
    return [part for part in parts if part[:1].isupper()]


def without_rung(asked: Asked) -> Asked:
    """The same of every rung."""
    return replace(asked, rung=None)
