"""Diplomacy in numbers: agreements with the United States, high-level visits, C5+1 events, each counted up to a year.

All are running counts of rows of a table. A country without a row by then has no figure, not zero: the lists are not
complete. A year counts to 31 December, the last one to the day of the data's release."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pandas as pd

from data import package, tables
from data.countries import C5
from data.dates import first_day
from data.subject import RECORD_COLUMNS, Indicator, Subject, joined_ids, weakest

FIRST_YEAR = 1992
FAMILY = "Diplomacy"
# Orders, packages and laws of one side are not agreements between states; nor is what was only drafted or announced.
AGREED_KINDS = ("treaty", "memorandum", "declaration", "dialogue", "programme")
AGREED_STAGES = ("signed", "in_force", "ended")


@dataclass(frozen=True)
class Count:
    """One running count: its words, its table, and its rows (id, iso3, begin, end, status, source_id, text ...)."""

    id: str
    title: str
    unit: str
    table: str
    rows: Callable[[], pd.DataFrame]
    caveats: tuple[str, ...]


def _of_countries(frame: pd.DataFrame, countries: str) -> pd.DataFrame:
    """One row per country of the five named in a column of codes joined by semicolons."""
    long = frame.assign(iso3=frame[countries].str.split(";")).explode("iso3", ignore_index=True)
    return long[long["iso3"].isin(C5)].reset_index(drop=True)


def _agreements() -> pd.DataFrame:
    frame = tables.load("agreements")
    agreed = frame[frame["kind"].isin(AGREED_KINDS) & frame["stage"].isin(AGREED_STAGES)]
    dated = agreed.assign(begin=agreed["date"], end=agreed["ended"], text=agreed["title"] + ": " + agreed["standing"])
    return _of_countries(dated, "parties")


def _visits() -> pd.DataFrame:
    frame = tables.load("official_visits")
    text = frame["type"] + ": " + frame["person"]
    both = frame["from_iso3"] + ";" + frame["to_iso3"]
    return _of_countries(frame.assign(begin=frame["start_date"], end=None, text=text, sides=both), "sides")


def _events() -> pd.DataFrame:
    frame = tables.load("c51_timeline")
    within = frame[frame["in_format"]]
    dated = within.assign(begin=within["date"], end=None, text=within["title"], status="actual")
    return _of_countries(dated, "participants")


COUNTS = (
    Count(
        "us_agreements_count",
        "Agreements with the United States, signed or in force (running count)",
        "agreements",
        "agreements",
        _agreements,
        ("count_running", "agreements_counted"),
    ),
    Count(
        "us_visits_count",
        "High-level visits to and from the United States since 1991 (running count)",
        "visits",
        "official_visits",
        _visits,
        ("count_running", "visits_counted"),
    ),
    Count(
        "c51_events_count",
        "C5+1 events attended since 2015 (running count)",
        "events",
        "c51_timeline",
        _events,
        ("count_running", "events_counted"),
    ),
)
BY_ID = {one.id: one for one in COUNTS}


def indicators() -> list[Indicator]:
    """The running counts."""
    return [
        Indicator(
            id=one.id,
            title=one.title,
            unit=one.unit,
            kind="count",
            theme="diplomacy",
            family=FAMILY,
            decimals=0,
            scale="linear",
            display_unit=one.unit,
            display_factor=1.0,
            table=one.table,
            series=(one.id,),
            caveats=one.caveats,
        )
        for one in COUNTS
    ]


def _counted(rows: pd.DataFrame, year: int) -> pd.Series:
    """Which rows have begun by the end of a year, or by the release, and have not ended."""
    day = min(f"{year}-12-31", package.released())
    return (rows["begin"].map(first_day) <= day) & ~(rows["end"].map(first_day).fillna("9999") <= day)


@cache
def _whole(indicator_id: str) -> pd.DataFrame:
    rows = BY_ID[indicator_id].rows()
    made = []
    for year in range(FIRST_YEAR, int(package.released()[:4]) + 1):
        groups = rows[_counted(rows, year)].groupby("iso3", sort=True)
        counted = groups.agg(value=("begin", "size"), status=("status", weakest), source_id=("source_id", joined_ids))
        made.append(counted.reset_index().assign(year=year))
    return pd.concat(made, ignore_index=True).astype({"value": "float64"})


def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows of a running count."""
    return _whole(one.id)[["iso3", "year", "value", "status", "source_id"]]


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """What was counted for a country by a year, one each, newest first; what has ended is not drawn."""
    rows = BY_ID[one.id].rows()
    rows = rows[(rows["iso3"] == iso3) & (rows["begin"].map(first_day) <= f"{year}-12-31")]
    found = rows.sort_values("begin", ascending=False).assign(
        value=1.0, unit=one.unit, basis=rows["text"], vintage=rows["begin"], preferred=_counted(rows, year)
    )
    return found[RECORD_COLUMNS]


def absence(_one: Indicator, iso3: pd.Series) -> pd.Series:
    """The United States is the other side of every count; for the five none is on record."""
    return iso3.map(lambda code: "not_applicable" if code == "USA" else "not_reported")


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
