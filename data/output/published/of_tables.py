"""The tables as they lie in the package, without the rows that may not leave: as CSV, and as typed files."""

import io

from pyarrow import parquet as files

from data.output import frames, parquet
from data.output.published.kind import CSV, PARQUET, About, Asked, Kind
from data.output.published.of_indicators import licences
from data.package import descriptor, licensing
from data.package.snapshot import kept

FOLDER = "tables"


def csv(name: str) -> bytes:
    """A table as the export has it."""
    return frames.to_csv(licensing.open_rows(name))


def _csv(name: str, _asked: Asked) -> bytes:
    return csv(name)


def typed(name: str) -> bytes:
    """A table as a Parquet file, as the export has it."""
    packed = io.BytesIO()
    files.write_table(parquet.table(name, licensing.open_rows(name)), packed, compression="zstd")
    return packed.getvalue()


def _parquet(name: str, _asked: Asked) -> bytes:
    return typed(name)


@kept(worded=True)
def about(name: str) -> About:
    """What the index says of a table."""
    rows = licensing.open_rows(name)
    columns = licensing.source_columns(rows) if name != licensing.SOURCES else []
    told = {licence for column in columns for licence in licences(rows[column])}
    return About(descriptor.resource(name)["title"], licences=tuple(sorted(told)))


KINDS = (
    Kind("table_csv", FOLDER, "csv", CSV, descriptor.names, _csv, about),
    Kind("table_parquet", FOLDER, "parquet", PARQUET, descriptor.names, _parquet, about),
)
