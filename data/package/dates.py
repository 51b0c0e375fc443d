"""Partial dates: text such as 2015, 2015-11 or 2015-11-01, as exact as the source; and the day a year is told for."""

import calendar

import pandas as pd

from data.package import descriptor
from data.package.snapshot import kept

FIRST_YEAR = 1992
# How exact a partial date is, by its length; "unknown" where there is none.
PRECISIONS = {4: "year", 7: "month", 10: "day"}
UNKNOWN = "unknown"


def first_day(date: str | None) -> str | None:
    """The first whole day a partial date may mean; None where there is no date."""
    return None if date is None or pd.isna(date) else f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]


def last_day(date: str | None) -> str | None:
    """The last whole day a partial date may mean; None where there is no date."""
    if date is None or pd.isna(date):
        return None
    month = f"{date}-12"[:7]
    return date if len(date) == 10 else f"{month}-{calendar.monthrange(int(month[:4]), int(month[5:]))[1]}"


def precision(date: str | None) -> str:
    """How exact a partial date is: day, month or year; unknown where there is none."""
    return UNKNOWN if date is None or pd.isna(date) else PRECISIONS[len(date)]


@kept()
def _days(release: str) -> dict[int, str]:
    """The day a year is told for: 31 December, in the last year the day of the data's release."""
    return {year: min(f"{year}-12-31", release) for year in range(FIRST_YEAR, int(release[:4]) + 1)}


def years_held(begin: str | None, end: str | None) -> list[int]:
    """The years on whose day something holds that has begun by then and not ended; none where `begin` is not known."""
    first, last = first_day(begin), first_day(end)
    days = _days(descriptor.released()).items()
    return [year for year, day in days if first and first <= day and not (last and last <= day)]
