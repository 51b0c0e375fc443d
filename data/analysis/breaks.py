"""Where a series stops being one: the years in which it changes whose figure it is, or on what it is based.

Asked of the rows of one country (Values) or of one pair (Flows). A newer edition of the same statistic is no break;
another reporter, measure, coverage or publisher is. A line never crosses a break."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from data.package.statuses import WHOSE


@dataclass(frozen=True)
class Break:
    """The first year of another reporter or basis, and both before and after it."""

    year: int
    reporter_before: str
    basis_before: str
    reporter: str
    basis: str


def find(rows: pd.DataFrame) -> list[Break]:
    """The breaks in the rows of one country or pair, in order; a year without a value neither makes nor hides one."""
    by_year = _whose_by_year(rows)
    return [Break(after[0], *before[1:], *after[1:]) for before, after in pairwise(by_year) if before[1:] != after[1:]]


def years(rows: pd.DataFrame) -> list[int]:
    """The first years after each break."""
    return [one.year for one in find(rows)]


def pieces(rows: pd.DataFrame) -> list[pd.DataFrame]:
    """The rows with a value, by year, split at every break: each piece is of one reporter and one basis.

    Columns as those of the rows, one row per year."""
    ordered = rows[rows["value"].notna()].sort_values("year")
    starts = years(ordered)
    place = [sum(year >= start for start in starts) for year in ordered["year"]]
    return [piece.reset_index(drop=True) for _, piece in ordered.groupby(pd.Series(place, index=ordered.index))]


def _whose_by_year(rows: pd.DataFrame) -> list[tuple[int, str, str]]:
    """Year, reporter and basis of every row with a value, by year."""
    known = rows[rows["value"].notna()].sort_values("year")
    return [(int(year), str(reporter), str(basis)) for year, reporter, basis in known[["year", *WHOSE]].to_numpy()]
