"""Brings curated files into their one spelling: UTF-8, LF, columns and rows in order, no space around a cell.

Only the writing changes, never a value; what can't be brought into order without a decision (a column too many, a
ragged line, another encoding) is left as it is, for the check to name."""

import csv
import io
from pathlib import Path
from typing import Any

from data import package
from data.layout import BOM


def write(directory: Path) -> list[str]:
    """Bring every table of a folder into canonical form; names of the tables that changed."""
    changed = []
    for one in package.read_descriptor(directory)["resources"]:
        path = directory / one["path"]
        body = path.read_bytes()
        canonical = _canonical(body, one)
        if canonical != body:
            path.write_bytes(canonical)
            changed.append(one["name"])
    return changed


def _canonical(body: bytes, resource: dict[str, Any]) -> bytes:
    try:
        text = body.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError:
        return body
    header, *lines = csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))) or [[]]
    wanted = [field["name"] for field in resource["schema"]["fields"]]
    header = [name.strip() for name in header]
    lines = [line for line in lines if line]
    if sorted(header) != sorted(wanted) or any(len(line) != len(header) for line in lines):
        return body
    rows = [dict(zip(header, (" ".join(cell.split()) for cell in line), strict=True)) for line in lines]
    rows.sort(key=lambda row: [row[column] for column in resource["schema"]["primaryKey"]])
    written = io.StringIO()
    writer = csv.DictWriter(written, wanted, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8")
