"""Whether `changes.json` speaks of the tables beside it: its form, its version, and that what it calls new is there."""

import re
from pathlib import Path
from typing import Any

from data.checks import strict_json
from data.checks.csv_layout import Sheet
from data.checks.descriptor_keys import VERSION, is_text, shown
from data.faults import Fault
from data.package import files
from data.package.changes import FILE, WITHHELD
from data.package.resource import Package

RULE_ID = "changes"
BAR = " | "
CELL = {"key", "column", "old", "new", "source_id"}
TABLE = {"rows_added", "rows_removed", "cells"}
COLUMN = re.compile(r"[a-z][a-z0-9_]*")
Found = tuple[str, str, str]


def faults(directory: Path, whole: Package, sheets: dict[str, Sheet]) -> list[Fault]:
    """Faults of the record of changes."""
    body, unread = files.read(directory / FILE)
    if unread:
        return [
            Fault(FILE, 0, "", unread.value, unread.rule_id, unread.rule.replace("the descriptor names", "read is"))
        ]
    record, broken = strict_json.load(body, FILE, RULE_ID)
    if broken:
        return [broken]
    if not isinstance(record, dict) or set(record) != {"version", "previous", "tables"}:
        return [Fault(FILE, 0, "", shown(record), RULE_ID, "must be an object with version, previous and tables")]
    found = _versions(record, whole["version"])
    if not isinstance(record["tables"], dict):
        found.append(("tables", shown(record["tables"]), "must be an object"))
    else:
        for name, one in record["tables"].items():
            found += _table(name, one, whole, sheets)
    return [Fault(FILE, 0, column, value, RULE_ID, rule) for column, value, rule in found]


def _versions(record: dict[str, Any], version: str) -> list[Found]:
    found: list[Found] = []
    if record["version"] != version:
        found.append(("version", shown(record["version"]), f"must be the version of the descriptor, {version}"))
    before = record["previous"]
    is_one = isinstance(before, str) and bool(VERSION.fullmatch(before)) and _parts(before) < _parts(version)
    if before is not None and not is_one:
        found.append(("previous", shown(before), f"must be a version before {version}, or null"))
    return found


def _parts(version: str) -> list[int]:
    return [int(part) for part in version.split(".")]


def _table(name: str, one: Any, whole: Package, sheets: dict[str, Sheet]) -> list[Found]:
    if name not in {resource["name"] for resource in whole["resources"]}:
        return [(shown(f"tables.{name}"), shown(name), "the descriptor names no such table")]
    if not isinstance(one, dict) or set(one) != TABLE or not isinstance(one["cells"], list):
        return [(f"tables.{name}", shown(one), "must have rows_added, rows_removed and cells")]
    found: list[Found] = [
        (f"tables.{name}.{key}", shown(one[key]), "must be a whole number, not below 0")
        for key in ("rows_added", "rows_removed")
        if type(one[key]) is not int or one[key] < 0
    ]
    present = _cells_by_key(name, whole, sheets)
    for cell in one["cells"]:
        found += _cell(f"tables.{name}.cells", cell, present)
    return found


def _cells_by_key(name: str, whole: Package, sheets: dict[str, Sheet]) -> dict[str, dict[str, str]] | None:
    """Rows of a table by their key as the record writes it; None where the table can't be read."""
    if name not in sheets:
        return None
    key = next(resource["schema"]["primaryKey"] for resource in whole["resources"] if resource["name"] == name)
    sheet = sheets[name]
    return {BAR.join(cells): row for cells, row in zip(sheet.columns(key), sheet.rows(), strict=True)}


def _cell(where: str, cell: Any, present: dict[str, dict[str, str]] | None) -> list[Found]:
    if not isinstance(cell, dict) or set(cell) != CELL or not all(isinstance(one, str) for one in cell.values()):
        return [(where, shown(cell), "every change must have key, column, old, new and source_id, all of them texts")]
    for part, text in cell.items():
        if text and not is_text(text):
            return [(f"{where}.{part}", shown(text), "must be of signs that a reader sees")]
    row = present.get(cell["key"]) if present is not None else None
    if present is not None and row is None:
        return [(f"{where}.key", shown(cell["key"]), "the table has no row with this key")]
    if row is not None and cell["column"] in row and cell["new"] not in (row[cell["column"]], WITHHELD):
        said = f"{cell['key']}: {cell['column']} is {row[cell['column']]!r}"
        return [(f"{where}.new", shown(cell["new"]), f"the table has another value; {shown(said)}")]
    return [] if COLUMN.fullmatch(cell["column"]) else [(f"{where}.column", shown(cell["column"]), "is no column")]
