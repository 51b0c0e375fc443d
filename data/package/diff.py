"""What changed between two versions of the curated tables, cell by cell: folders, or the files of snapshots.

Rows are told apart by the primary key of the newer descriptor. A cell that changed is one line; so is a row that came
or went, with an empty column and the whole row as its new or old text."""

import csv
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pandas as pd

from data.package import descriptor, snapshot
from data.package.resource import Resource

COLUMNS = ["table", "key", "column", "old", "new", "source_id"]
BAR = " | "
SOURCE_SUFFIX = "source_id"
Row = dict[str, str]
Files = Mapping[str, bytes]
Line = tuple[str, ...]


def read(directory: Path) -> Files:
    """The files of a folder. Raises FileNotFoundError where it has no descriptor."""
    found = snapshot.read(directory).files
    if descriptor.DESCRIPTOR not in found:
        raise FileNotFoundError(f"no {descriptor.DESCRIPTOR} in {directory}")
    return found


def between(old: Path | Files, new: Path | Files) -> pd.DataFrame:
    """All changes from the older tables to the newer, one per line, columns COLUMNS, in the order of the descriptor.

    `source_id` names the sources of the newer row, or of the one that went."""
    old, new = (read(one) if isinstance(one, Path) else one for one in (old, new))
    before, after = resources(old), resources(new)
    lines: list[Line] = []
    for name in [*after, *(name for name in before if name not in after)]:
        key = (after.get(name) or before[name])["schema"]["primaryKey"]
        lines += _table(name, key, _rows(old, before.get(name)), _rows(new, after.get(name)))
    return pd.DataFrame(lines, columns=COLUMNS, dtype="str")


def resources(files: Files) -> dict[str, Resource]:
    """The parts of the descriptor of some tables, by the name of the table."""
    return {resource["name"]: resource for resource in json.loads(files[descriptor.DESCRIPTOR])["resources"]}


def rows(files: Files, name: str) -> list[Row]:
    """The rows of a table as text; none where there is no such table."""
    return _rows(files, resources(files).get(name))


def _rows(files: Files, resource: Resource | None) -> list[Row]:
    if resource is None:
        return []
    return list(csv.DictReader(io.StringIO(files[resource["path"]].decode("utf-8"), newline="")))


def _table(name: str, key: list[str], old: list[Row], new: list[Row]) -> list[Line]:
    before = {_key(row, key): row for row in old}
    after = {_key(row, key): row for row in new}
    lines: list[Line] = []
    for one in sorted({*before, *after}):
        was, now = before.get(one), after.get(one)
        if was is None or now is None:
            lines.append((name, one, "", _whole(was), _whole(now), _sources(now or was or {})))
        elif was != now:
            columns = [*now, *(column for column in was if column not in now)]
            lines += [
                (name, one, column, was.get(column, ""), now.get(column, ""), _sources(now))
                for column in columns
                if was.get(column, "") != now.get(column, "")
            ]
    return lines


def _key(row: Row, key: list[str]) -> str:
    return BAR.join(row.get(column, "") for column in key)


def _whole(row: Row | None) -> str:
    if row is None:
        return ""
    line = io.StringIO()
    csv.writer(line, lineterminator="").writerow(row.values())
    return line.getvalue()


def _sources(row: Row) -> str:
    ids = [part for column, cell in row.items() if column.endswith(SOURCE_SUFFIX) for part in cell.split(";") if part]
    return ";".join(dict.fromkeys(ids))
