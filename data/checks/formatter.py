"""Brings curated files into their one spelling: UTF-8, LF, columns and rows in order, no space around a cell.

Only the writing changes, never a value; what can't be brought into order without a decision (a column too many, a
ragged line, another encoding or separator, a file that is none) is left as it is, for the check to name."""

import csv
import io
from pathlib import Path

from data.checks import csv_layout, descriptor_rules
from data.checks.csv_layout import BOM
from data.faults import DataFault
from data.package import files
from data.package.resource import Resource


def write(directory: Path) -> tuple[list[str], list[str]]:
    """Bring every table of a folder into canonical form: names of the tables that changed, and of those left alone.

    Raises DataFault where the descriptor can't be read."""
    whole, found = descriptor_rules.read(directory)
    if whole is None:
        raise DataFault(found)
    changed, left = [], []
    for resource in whole["resources"]:
        path = directory / resource["path"]
        body, unread = files.read(path)
        canonical = None if unread else _canonical(body, resource)
        if canonical is None:
            left.append(resource["name"])
        elif canonical != body:
            path.write_bytes(canonical)
            changed.append(resource["name"])
    return changed, left


def _canonical(body: bytes, resource: Resource) -> bytes | None:
    """The file in its one form; None where it needs a decision."""
    try:
        text = body.removeprefix(BOM).decode("utf-8")
        if text.count("\n") > csv_layout.MOST_ROWS:
            return None
        header, *lines = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n")), strict=True))
    except (UnicodeDecodeError, ValueError, csv.Error):
        return None  # not UTF-8, an empty file, or a quote or a cell that never ends
    wanted = [field["name"] for field in resource["schema"]["fields"]]
    header = [name.strip() for name in header]
    lines = [line for line in lines if line]
    if sorted(header) != sorted(wanted) or any(len(line) != len(header) for line in lines):
        return None
    rows = [dict(zip(header, (" ".join(cell.split()) for cell in line), strict=True)) for line in lines]
    rows.sort(key=lambda row: [row[column] for column in resource["schema"]["primaryKey"]])
    written = io.StringIO()
    writer = csv.DictWriter(written, wanted, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return written.getvalue().encode("utf-8")
