"""Tables as typed files, for those who will not read a README: numbers, dates and texts come back as what they are.

The CSV files stay the ones that count. A reader of CSV with plain defaults takes Namibia's code NA for a gap and the
numeric code 004 for 4; of a Parquet file nothing has to be guessed."""

from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow
from pyarrow import parquet

from data.package import descriptor, tables
from data.package.resource import Field

FOLDER = "parquet"
ARROW = {
    "string": pyarrow.string(),
    "integer": pyarrow.int64(),
    "number": pyarrow.float64(),
    "boolean": pyarrow.bool_(),
    "date": pyarrow.date32(),
}
# What pandas makes of a column without being asked; a whole number with gaps would else come back as 4.0.
_PANDAS: dict[str, Any] = {**tables.DTYPES, "date": "object"}


def write(name: str, text: pd.DataFrame, out: Path) -> None:
    """A table, given as text, into the folder of Parquet files below `out`; an empty cell is a gap of its type."""
    (out / FOLDER).mkdir(exist_ok=True)
    parquet.write_table(table(name, text), out / path(name), compression="zstd")


def path(name: str) -> str:
    """Where the file of a table stands in the export."""
    return f"{FOLDER}/{name}.parquet"


def table(name: str, text: pd.DataFrame) -> pyarrow.Table:
    """A table, given as text, with the types, titles and units of the descriptor."""
    fields = descriptor.resource(name)["schema"]["fields"]
    columns = pd.DataFrame({field["name"]: typed(text[field["name"]], field["type"]) for field in fields})
    return pyarrow.Table.from_pandas(columns, pyarrow.schema([_field(one) for one in fields]), preserve_index=False)


def _field(field: Field) -> pyarrow.Field:
    metadata = {key: str(field[key]) for key in ("title", "description", "unit") if key in field}
    return pyarrow.field(field["name"], ARROW[field["type"]], metadata=metadata)


def typed(column: pd.Series, kind: str) -> pd.Series:
    """A column of text as one of a type of the descriptor; an empty cell is a gap of that type."""
    if kind == "string":
        # Most columns are texts, and most frames short: cell by cell takes a third of the time.
        return pd.Series([cell or None for cell in column.tolist()], index=column.index, dtype=_PANDAS[kind])
    is_gap = column == ""
    filled = column.where(~is_gap) if is_gap.any() else column
    if kind == "boolean":
        filled = filled.map({"true": True, "false": False}, na_action="ignore")
    elif kind == "date":
        filled = filled.map(date.fromisoformat, na_action="ignore")
    elif kind in ("integer", "number"):
        filled = pd.to_numeric(filled)
    return filled.astype(_PANDAS[kind])
