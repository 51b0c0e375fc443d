"""The forms in which an extract leaves, by id: ending and type of the file, and what makes it. Those with shapes are in
`geo/export.py`."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pyarrow
from pyarrow import parquet as files

from data.output import frames, parquet, spreadsheet
from data.output.extract import Extract


@dataclass(frozen=True)
class Form:
    """A form of a file: its ending, its type, and what makes it of an extract."""

    ending: str
    mime: str
    build: Callable[[Extract], bytes]


def _csv(extract: Extract) -> bytes:
    return frames.to_csv(extract.frame)


def _parquet(extract: Extract) -> bytes:
    """Typed columns; what holds for all of it and the sources stand in the metadata of the file."""
    fields = [pyarrow.field(name, parquet.ARROW[extract.kinds.get(name, "string")]) for name in map(str, extract.frame)]
    table = pyarrow.Table.from_pandas(extract.typed(), pyarrow.schema(fields), preserve_index=False)
    told = {**extract.about, "sources": extract.sources().to_json(orient="records", force_ascii=False)}
    packed = io.BytesIO()
    files.write_table(
        table.replace_schema_metadata({**(table.schema.metadata or {}), **told}), packed, compression="zstd"
    )
    return packed.getvalue()


FORMS: Mapping[str, Form] = {
    "csv": Form("csv", "text/csv", _csv),
    "xlsx": Form("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", spreadsheet.build),
    "parquet": Form("parquet", "application/vnd.apache.parquet", _parquet),
}
