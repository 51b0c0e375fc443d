"""Curated tables as typed frames; the types come from the descriptor and nowhere else.

Reading is strict: a value that is not of its type is a DataFault with file, line, column, value and rule. Partial
dates ("2015", "2015-11") stay text. Frames are shared copies: pandas copies on write, so a caller can't spoil them."""

import io
from typing import Any

import pandas as pd
import pyarrow

from data.faults import DataFault, Fault
from data.package import descriptor
from data.package.resource import Field
from data.package.snapshot import kept

# Arrow's own allocator holds pages that the small columns of hundreds of frames leave half empty: 25 MB here.
pyarrow.set_memory_pool(pyarrow.system_memory_pool())

DTYPES: dict[str, Any] = {"string": "str", "integer": "Int64", "number": "float64", "boolean": "boolean"}


def load(name: str) -> pd.DataFrame:
    """A curated table, one row per line of its file, columns as the descriptor types them.

    Missing cells are NaN, NA or None. Raises UnknownId for a table that is not there, DataFault for a bad value."""
    return _read(name).copy(deep=False)


def text(name: str) -> pd.DataFrame:
    """A curated table with every cell as written, one row per line of its file, columns as the descriptor names them.

    A missing cell is an empty text. Raises UnknownId."""
    body = descriptor.body(descriptor.resource(name)["path"])
    return pd.read_csv(io.BytesIO(body), dtype=str, keep_default_na=False, encoding="utf-8")


@kept()
def _read(name: str) -> pd.DataFrame:
    resource = descriptor.resource(name)
    body = io.BytesIO(descriptor.body(resource["path"]))
    text = pd.read_csv(body, dtype=str, keep_default_na=False, na_values=[""], encoding="utf-8", low_memory=False)
    fields = resource["schema"]["fields"]
    expected = [field["name"] for field in fields]
    if list(text.columns) != expected:
        rule = f"the columns must be {', '.join(expected)}"
        raise DataFault([Fault(resource["path"], 1, "", ", ".join(text.columns), "columns", rule)])
    return pd.DataFrame({field["name"]: _typed(text[field["name"]], field, resource["path"]) for field in fields})


def _typed(column: pd.Series, field: Field, file: str) -> pd.Series:
    kind = field["type"]
    if kind == "boolean":
        typed = column.map({"true": True, "false": False})
    elif kind in ("integer", "number"):
        typed = pd.to_numeric(column, errors="coerce")
    else:
        return column
    bad = column.notna() & typed.isna()
    if bad.any():
        rule = f"must be of the type {kind}"
        lines = bad.to_numpy().nonzero()[0] + 2
        faults = [
            Fault(file, int(line), field["name"], str(value), "type", rule)
            for line, value in zip(lines, column[bad], strict=True)
        ]
        raise DataFault(faults)
    return typed.astype(DTYPES[kind])
