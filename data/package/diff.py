"""What changed between two folders of curated tables, cell by cell.

Rows are told apart by the primary key of the newer descriptor. A cell that changed is one line; so is a row that came
or went, with an empty column and the whole row as its new or old text."""

import csv
import io
from pathlib import Path

import pandas as pd

from data.package import descriptor
from data.package.resource import Resource

COLUMNS = ["table", "key", "column", "old", "new", "source_id"]
BAR = " | "
SOURCE_SUFFIX = "source_id"
Row = dict[str, str]
Line = tuple[str, ...]


def between(old: Path, new: Path) -> pd.DataFrame:
    """All changes from the older folder to the newer, one per line, columns COLUMNS, in the order of the descriptor.

    `source_id` names the sources of the newer row, or of the one that went."""
    before, after = _resources(old), _resources(new)
    lines: list[Line] = []
    for name in [*after, *(name for name in before if name not in after)]:
        key = (after.get(name) or before[name])["schema"]["primaryKey"]
        lines += _table(name, key, _rows(old, before.get(name)), _rows(new, after.get(name)))
    return pd.DataFrame(lines, columns=COLUMNS, dtype="str")


def _resources(folder: Path) -> dict[str, Resource]:
    return {resource["name"]: resource for resource in descriptor.read_descriptor(folder)["resources"]}


def rows(folder: Path, name: str) -> list[Row]:
    """The rows of a table of a folder as text; none where the folder has no such table."""
    return _rows(folder, _resources(folder).get(name))


def _rows(folder: Path, resource: Resource | None) -> list[Row]:
    if resource is None:
        return []
    with (folder / resource["path"]).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


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
