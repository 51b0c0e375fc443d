"""The whole check of a folder of curated tables: layout, descriptor, named rules, seal.

Frictionless checks types, constraints, keys and foreign keys by the descriptor; our own part is the layout of the files
(`data/layout.py`) and the rules that span tables (`data/rules/`). Every fault names file, line, column, value and
rule."""

import csv
from pathlib import Path
from typing import Any

from data import layout, package
from data.faults import Fault
from data.rules import registry
from data.rules.rule import Tables

UNREADABLE = ("encoding", "ragged", "column-missing", "column-extra", "column-order", "column-doubled", "bom")


def run(directory: Path) -> list[Fault]:
    """All faults of the tables in a folder, sorted by file and line; empty where all is well."""
    try:
        whole = package.read_descriptor(directory)
    except (OSError, ValueError) as error:
        return [Fault(package.DESCRIPTOR, 0, "", type(error).__name__, "descriptor", f"can't be read: {error}")]
    found = package.stale(directory)
    present = [one for one in whole["resources"] if (directory / one["path"]).exists()]
    for one in present:
        found += layout.faults(directory / one["path"], one)
    broken = {fault.file for fault in found if fault.rule_id in UNREADABLE}
    sound = [one for one in present if one["path"] not in broken]
    tables = {one["name"]: _rows(directory / one["path"]) for one in sound}
    for one in sound:
        key = one["schema"]["primaryKey"]
        found += layout.order_faults(tables[one["name"]], one["path"], key)
    found += _by_descriptor(directory, whole, sound, tables)
    if not broken:
        found += _by_rules(tables, {one["name"]: one["path"] for one in present})
    return sorted(set(found))


def counts(directory: Path) -> dict[str, int]:
    """Rows per table."""
    whole = package.read_descriptor(directory)
    return {one["name"]: len(_rows(directory / one["path"])) for one in whole["resources"]}


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _by_rules(tables: Tables, files: dict[str, str]) -> list[Fault]:
    return [
        Fault(files[name], line, column, value[:80], rule.id, rule.words)
        for rule in registry.RULES
        for name, line, column, value in rule.find(tables)
    ]


def _by_descriptor(directory: Path, whole: dict[str, Any], sound: list[dict[str, Any]], tables: Tables) -> list[Fault]:
    """What frictionless finds; tables whose layout is broken are left out, with the keys that lead to them."""
    from frictionless import Package  # it takes a second to import, and only a check needs it

    names = {one["name"] for one in sound}
    resources = []
    for one in sound:
        schema = dict(one["schema"])
        schema["foreignKeys"] = [key for key in schema["foreignKeys"] if key["reference"]["resource"] in names]
        # Hash and size are compared by the seal, which says what to do about a difference.
        resources.append({**{k: v for k, v in one.items() if k not in ("hash", "bytes", "rows")}, "schema": schema})
    report = Package.from_descriptor({**whole, "resources": resources}, basepath=str(directory)).validate()
    found = [
        Fault(package.DESCRIPTOR, 0, "", "", getattr(error, "type", "error"), _plain(error.message))
        for error in report.errors
    ]
    for task in report.tasks:
        path = task.place
        for error in task.errors:
            found.append(_fault(error, Path(path).name, tables.get(task.name, [])))
    return found


def _fault(error: Any, file: str, rows: list[dict[str, str]]) -> Fault:
    line = int(getattr(error, "row_number", 0) or 0)
    column = str(getattr(error, "field_name", "") or "")
    value = str(getattr(error, "cell", "") or "")
    names = getattr(error, "field_names", None)
    if not column and names:
        column = ", ".join(names)
        value = ", ".join(map(str, getattr(error, "field_cells", None) or getattr(error, "cells", [])))
    elif not column and error.type == "primary-key" and rows:
        value = ", ".join(map(str, getattr(error, "cells", [])[:4]))
    return Fault(file, line, column, value[:80], str(error.type), _plain(error.note or error.message))


def _plain(text: str) -> str:
    return " ".join(str(text).split())
