"""Figures that were taken out of a copy of the tables because the licence of their source forbids passing them on.

`data/output/strip.py` makes such a copy. Its rows stay: the status says that the licence is why, and a column of its
own which of the row's figures were there, so that a share or a rank that nobody printed is not called left out."""

import pandas as pd

from data.package import descriptor
from data.package.statuses import LEFT_OUT

COLUMN = "left_out"


def is_copy() -> bool:
    """Whether the tables are such a copy."""
    fields = (field for resource in descriptor.package()["resources"] for field in resource["schema"]["fields"])
    return any(field["name"] == COLUMN for field in fields)


def columns(rows: pd.DataFrame) -> pd.Series:
    """Names of the columns of each row whose figure was taken out, joined by semicolons; empty for most."""
    if COLUMN not in rows:
        return pd.Series("", index=rows.index, dtype="str")
    return rows[COLUMN].fillna("").where(rows["status"] == LEFT_OUT, "")


def is_out(rows: pd.DataFrame, *needed: str) -> pd.Series:
    """Rows of which all the figures needed were there and were taken out."""
    named = columns(rows)
    return named.map(lambda names: set(needed) <= set(names.split(";"))).astype(bool)
