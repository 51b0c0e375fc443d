"""Diplomacy in numbers: agreements with the United States, high-level visits, C5+1 events, each counted up to a year.

All are running counts of rows of a table. A country without a row by then has no figure, not zero: the lists are not
complete. A year counts to 31 December, the last one to the day of the data's release."""

from collections.abc import Callable, Mapping
from itertools import chain

import pandas as pd

from data.package import tables
from data.package.countries import C5
from data.package.dates import first_day, years_held
from data.package.statuses import OWN_LIST
from data.subjects import arithmetic, definitions
from data.subjects.base import RECORD_COLUMNS, Indicator, Subject

# Orders, packages and laws of one side are not agreements between states; nor is what was only drafted or announced.
AGREED_KINDS = ("treaty", "memorandum", "declaration", "dialogue", "programme")
AGREED_STAGES = ("signed", "in_force", "ended")


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


# The rows of each running count: id, iso3, begin, end, status, source_id, text ...
COUNTED: Mapping[str, Callable[[], pd.DataFrame]] = {
    "us_agreements_count": _agreements,
    "us_visits_count": _visits,
    "c51_events_count": _events,
}


def indicators() -> list[Indicator]:
    """The running counts."""
    return definitions.indicators("diplomacy")


def _counted(rows: pd.DataFrame) -> pd.Series:
    """The years in which each row counts: it has begun by then and has not ended."""
    spans = zip(rows["begin"], rows["end"], strict=True)
    return pd.Series([years_held(*span) for span in spans], index=rows.index)


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a running count. Columns: DRAWN_COLUMNS."""
    rows = COUNTED[indicator.id]()
    years = _counted(rows)
    # A day of which only the month or the year is known is over by the year's end: the count is sure.
    rows = rows.assign(status=rows["status"].replace("rounded", "actual"))
    held = rows.loc[rows.index.repeat(years.map(len)), ["iso3", "status", "source_id", "locator"]]
    return arithmetic.by_country_year(held.assign(year=[*chain(*years)], value=1.0, reporter="", basis=OWN_LIST), len)


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """What was counted for a country by a year, one each, newest first; what has ended is not drawn.

    Columns: RECORD_COLUMNS."""
    rows = COUNTED[indicator.id]()
    rows = rows[(rows["iso3"] == iso3) & (rows["begin"].map(first_day) <= f"{year}-12-31")]
    found = rows.sort_values("begin", ascending=False).assign(
        value=1.0,
        unit=indicator.unit,
        basis=rows["text"],
        vintage=rows["begin"],
        preferred=[year in years for years in _counted(rows)],
    )
    return found[RECORD_COLUMNS]


def absence(_indicator: Indicator, iso3: str) -> str:
    """The United States is the other side of every count; for the five none is on record."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
