"""The years of a series that are on record, and which of them follow each other without a gap."""

import math
from collections.abc import Iterable, Iterator, Sequence

Points = Sequence[tuple[int, float | None]]


def known(points: Points, first: int, last: int) -> dict[int, float]:
    """The values of the years `first` to `last` that have one, by year from the oldest on.

    Raises ValueError where a year has two values."""
    found: dict[int, float] = {}
    for year, value in points:
        if value is None or math.isnan(value) or not first <= year <= last:
            continue
        if year in found:
            raise ValueError(f"two values for {year}")
        found[year] = float(value)
    return dict(sorted(found.items()))


def unbroken(years: Iterable[int], breaks: Iterable[int] = ()) -> Iterator[list[int]]:
    """Years in order, parted where one is missing and before those in which the series is counted anew."""
    anew = set(breaks)
    run: list[int] = []
    for year in years:
        if run and (year != run[-1] + 1 or year in anew):
            yield run
            run = []
        run.append(year)
    if run:
        yield run
