"""Values made of others: difference, sum and quotient of two, and what the rows of one country and year come to.

Parts and results have the columns of drawn rows (`DRAWN_COLUMNS`). Where a part is missing the result is missing; where
a part was taken out for its licence it is a row without a value. Its status is that of the weakest part, its sources,
reporters, bases and places are those of all. Row by row in Python: there are a few hundred, for which frames cost more
time than they save."""

import operator
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pandas as pd

from data.package.statuses import LEFT_OUT, joined_ids, weakest
from data.subjects.base import DRAWN_COLUMNS, Places, places


def total(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """First plus second, in their common unit. Columns: DRAWN_COLUMNS."""
    return _made(first, second, operator.add)


def difference(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """First minus second, in their common unit. Columns: DRAWN_COLUMNS."""
    return _made(first, second, operator.sub)


def quotient(first: pd.DataFrame, second: pd.DataFrame, factor: float = 1.0) -> pd.DataFrame:
    """First over second times `factor`; missing where the second is zero. Columns: DRAWN_COLUMNS."""
    return _made(first, second[second["value"] != 0], lambda part, whole: part / whole * factor)


def by_country_year(rows: pd.DataFrame, aggregate: Callable[[Sequence[Any]], float]) -> pd.DataFrame:
    """One row per country and year, sorted: `value` reckoned from those of its rows, `parts` how many there are.

    Columns: DRAWN_COLUMNS and `parts`."""
    groups: dict[tuple[str, int], list[tuple[Any, ...]]] = {}
    for iso3, year, *rest in _rows(rows):
        groups.setdefault((iso3, year), []).append(tuple(rest))
    made = []
    for cell, parts in sorted(groups.items()):
        values, statuses, *origins, locators = zip(*parts, strict=True)
        places_of_all = _joined(zip(origins[0], locators, strict=True))
        origins_of_all = map(joined_ids, origins)
        made.append((*cell, aggregate(values), weakest(statuses), *origins_of_all, places_of_all, len(parts)))
    return pd.DataFrame(made, columns=[*DRAWN_COLUMNS, "parts"])


def _made(first: pd.DataFrame, second: pd.DataFrame, aggregate: Callable[[float, float], float]) -> pd.DataFrame:
    """One row for each country and year that has both parts."""
    others = {row[:2]: row[2:] for row in _rows(_with_figure(second))}
    made = [
        (
            iso3,
            year,
            aggregate(value, other[0]),
            weakest((status, other[1])),
            *map(joined_ids, zip(origins, other[2:-1], strict=True)),
            _joined(((origins[0], locator), (other[2], other[-1]))),
        )
        for iso3, year, value, status, *origins, locator in _rows(_with_figure(first))
        if (other := others.get((iso3, year)))
    ]
    return pd.DataFrame(made, columns=DRAWN_COLUMNS)


def _joined(parts: Iterable[tuple[str, object]]) -> Places:
    """The places of all parts, each once."""
    return tuple(dict.fromkeys(place for part in parts for place in places(*part)))


def _with_figure(frame: pd.DataFrame) -> pd.DataFrame:
    return frame[frame["value"].notna() | (frame["status"] == LEFT_OUT)]


def _rows(frame: pd.DataFrame) -> list[tuple[Any, ...]]:
    return list(zip(*(frame[column].tolist() for column in DRAWN_COLUMNS), strict=True))
