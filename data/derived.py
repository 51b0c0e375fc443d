"""Values made of two other values: difference, sum, quotient.

Parts and results have one row per country and year: iso3, year, value, status, source_id. Where a part is missing the
result is missing. Its status is that of the weaker part, its sources are those of both."""

import pandas as pd

from data.subject import joined_ids, weakest

COLUMNS = ["iso3", "year", "value", "status", "source_id"]
SIDES = ("_first", "_second")


def _paired(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """Countries and years that have both parts; the parts stand in value_first and value_second."""
    both = (
        first[COLUMNS]
        .dropna(subset=["value"])
        .merge(second[COLUMNS].dropna(subset=["value"]), on=["iso3", "year"], suffixes=SIDES)
    )
    for column, join in (("status", weakest), ("source_id", joined_ids)):
        pair = both[[column + side for side in SIDES]]
        both[column] = [join(pd.Series(row)) for row in pair.itertuples(index=False, name=None)]
    return both


def total(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """First plus second, in their common unit."""
    both = _paired(first, second)
    return both.assign(value=both["value_first"] + both["value_second"])[COLUMNS]


def difference(first: pd.DataFrame, second: pd.DataFrame) -> pd.DataFrame:
    """First minus second, in their common unit."""
    both = _paired(first, second)
    return both.assign(value=both["value_first"] - both["value_second"])[COLUMNS]


def quotient(first: pd.DataFrame, second: pd.DataFrame, factor: float = 1.0) -> pd.DataFrame:
    """First over second times `factor`; missing where the second is zero."""
    both = _paired(first, second)
    both = both[both["value_second"] != 0].reset_index(drop=True)
    return both.assign(value=both["value_first"] / both["value_second"] * factor)[COLUMNS]
