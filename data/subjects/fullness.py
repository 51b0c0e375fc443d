"""How full a year is: how much of what a sum, a rank or a share is over is on record, and whether that is enough.

The one place that says what enough is. A year is full where it has at least three quarters as many parts (partners,
flows, countries) as the fullest year, statistics only, or where the parts on record hold four fifths of the printed
total. In a year that is not full nothing is added up, ranked or shared; it says so in words instead."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.package.statuses import CLAIM, LEFT_OUT, is_press

ENOUGH_PARTS = 0.75
ENOUGH_PCT = 80.0


@dataclass(frozen=True)
class Fullness:
    """Parts on record in a year, statistics only, out of those of the fullest year, and percent of a printed total.

    `press` counts figures of the press beside them; `held_pct` is None where no total is on record. `left_out` are the
    parts that this copy of the tables does not hold for their licence: where there are any, nothing is added up."""

    parts: int
    most: int
    press: int
    held_pct: float | None
    left_out: int = 0

    @property
    def is_full(self) -> bool:
        """Whether the year may be added up, ranked and shared out."""
        if not self.parts or self.left_out:
            return False
        is_many = self.parts >= ENOUGH_PARTS * self.most
        return is_many or (self.held_pct is not None and self.held_pct >= ENOUGH_PCT)


def is_statistic(rows: pd.DataFrame) -> pd.Series:
    """Rows that are neither figures of the press nor statements."""
    return ~(rows["basis"].map(is_press).astype(bool) | (rows["status"] == CLAIM))


def by_year(rows: pd.DataFrame, totals: Mapping[int, float] | None = None) -> dict[int, Fullness]:
    """The fullness of every year of rows (year, value, status, basis), one row per part, against totals by year."""
    gone = Counter(rows.loc[rows["status"] == LEFT_OUT, "year"].tolist())
    rows = rows[rows["value"].notna()]
    counted = is_statistic(rows)
    values: dict[int, list[float]] = {}
    press: dict[int, int] = {}
    for year, value, is_counted in zip(rows["year"].tolist(), rows["value"].tolist(), counted.tolist(), strict=True):
        values.setdefault(year, [])
        if is_counted:
            values[year].append(value)
        else:
            press[year] = press.get(year, 0) + 1
    for year in gone:
        values.setdefault(year, [])
    most = max((len(own) + gone[year] for year, own in values.items()), default=0)
    return {
        year: Fullness(len(own), most, press.get(year, 0), _held(own, totals, year), gone[year])
        for year, own in values.items()
    }


def _held(values: list[float], totals: Mapping[int, float] | None, year: int) -> float | None:
    total = (totals or {}).get(year)
    return sum(values) / total * 100 if values and total else None


def newest(found: Mapping[int, Fullness]) -> int:
    """The newest full year; where none is full, the one with most parts, the later of two."""
    full = [year for year, fullness in found.items() if fullness.is_full]
    return max(full) if full else max(found, key=lambda year: (found[year].parts, found[year].press, year))
