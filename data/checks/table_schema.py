"""Types, constraints and keys of the tables, by the descriptor: each breach named in words that a curator can act on.

The descriptor is the only schema, and it is read here by ourselves: what is damaged must be named quickly and where it
stands, however it is damaged. Frictionless, an independent reader, goes over what we found no fault in."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from data.checks.csv_layout import Sheet
from data.faults import Fault
from data.package.resource import Field, Package, Resource

PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
CONSTRAINT, UNIQUE, PRIMARY, FOREIGN = "constraint-error", "unique-error", "primary-key", "foreign-key"
# What of a table frictionless is given; it can fetch what a descriptor names, so it sees nothing else.
READ_KEYS = ("name", "type", "path", "scheme", "format", "mediatype", "encoding", "dialect")
Asked = Callable[[str], str]


def faults(whole: Package, sheets: dict[str, Sheet]) -> list[Fault]:
    """Faults of types, constraints and keys in the tables of `sheets`; the others, and keys to them, are left out."""
    resources = [resource for resource in whole["resources"] if resource["name"] in sheets]
    found = []
    for resource in resources:
        found += typed(resource, sheets[resource["name"]])
    for resource in resources:
        found += _lost(resource, sheets)
    return found


def typed(resource: Resource, sheet: Sheet) -> list[Fault]:
    """Faults of one table by itself: constraints, values that must differ, primary key."""
    found = []
    file = resource["path"]
    for field, column in zip(resource["schema"]["fields"], zip(*sheet.records, strict=True), strict=False):
        ask = _constraint(field)
        answers: dict[str, str] = {}
        for line, cell in zip(sheet.starts, column, strict=True):
            if cell not in answers:
                answers[cell] = ask(cell)
            if answers[cell]:
                found.append(Fault(file, line, field["name"], cell[:80], CONSTRAINT, answers[cell]))
        if _differs(field):
            for line, (cell,), first in _doubled(sheet, [field["name"]]):
                rule = f"must differ in every line; line {first} has it already"
                found.append(Fault(file, line, field["name"], cell[:80], UNIQUE, rule))
    key = resource["schema"]["primaryKey"]
    is_told = len(key) == 1 and any(_differs(one) for one in resource["schema"]["fields"] if one["name"] == key[0])
    for line, cells, first in () if is_told else _doubled(sheet, key):
        rule = f"the key must differ in every line; line {first} has this one already"
        found.append(Fault(file, line, ", ".join(key), ", ".join(cells)[:80], PRIMARY, rule))
    return found


def _differs(field: Field) -> bool:
    return bool(field.get("constraints", {}).get("unique"))


def _doubled(sheet: Sheet, names: list[str]) -> Iterator[tuple[int, tuple[str, ...], int]]:
    """Lines whose cells, all of them filled, stand on an earlier line already."""
    seen: dict[tuple[str, ...], int] = {}
    for line, cells in zip(sheet.starts, sheet.columns(names), strict=True):
        if all(cells) and seen.setdefault(cells, line) != line:
            yield line, cells, seen[cells]


def _constraint(field: Field) -> Asked:
    """What tells, of a cell, the words of the constraint that it breaks, or nothing."""
    limits = field.get("constraints", {})
    least, most, enum = limits.get("minimum"), limits.get("maximum"), limits.get("enum")
    fits = re.compile(limits["pattern"]).fullmatch if "pattern" in limits else None
    longest = limits.get("maxLength")
    as_value: Callable[[str], Any] = float if field["type"] in ("number", "integer") else str

    def ask(cell: str) -> str:
        if not cell:
            return "must not be empty" if limits.get("required") else ""
        try:
            value = as_value(cell)
        except ValueError:
            return ""  # the spelling of the cell is told already
        if least is not None and value < least:
            return f"must be at least {least}"
        if most is not None and value > most:
            return f"must be at most {most}"
        if longest is not None and len(cell) > longest:
            return f"must have at most {longest} letters"
        if fits and not fits(cell):
            return f"must have the form {limits['pattern']}"
        return f"must be one of {', '.join(enum)}" if enum and cell not in enum else ""

    return ask


def _lost(resource: Resource, sheets: dict[str, Sheet]) -> list[Fault]:
    """Cells whose foreign key leads nowhere."""
    sheet = sheets[resource["name"]]
    found = []
    for key in resource["schema"]["foreignKeys"]:
        other = sheets.get(key["reference"]["resource"])
        if other is None:
            continue
        known = set(other.columns(key["reference"]["fields"]))
        rule = f"must stand in the table {key['reference']['resource']}, column {', '.join(key['reference']['fields'])}"
        for line, cells in zip(sheet.starts, sheet.columns(key["fields"]), strict=True):
            if any(cells) and cells not in known:
                value = ", ".join(cells)[:80]
                found.append(Fault(resource["path"], line, ", ".join(key["fields"]), value, FOREIGN, rule))
    return found


def second_reader(directory: Path, resource: Resource) -> list[Fault]:
    """Faults that frictionless finds in a table, given only what we have looked at ourselves."""
    from frictionless import FrictionlessException, Package  # takes a second to import, and only a check needs it

    schema = {key: value for key, value in resource["schema"].items() if key != "$schema"} | {"foreignKeys": []}
    table = {key: value for key, value in resource.items() if key in READ_KEYS} | {"schema": schema}
    try:
        report = Package.from_descriptor(
            {"$schema": PROFILE, "name": resource["name"], "resources": [table]}, basepath=str(directory)
        ).validate()
    except FrictionlessException as refused:
        said = " ".join(str(one.message) for one in (refused.reasons or [refused.error]))
        return [Fault(resource["path"], 0, "", "", "frictionless", " ".join(said.split()))]
    return [
        Fault(
            resource["path"],
            int(getattr(error, "row_number", 0) or 0),
            str(getattr(error, "field_name", "") or ""),
            "",
            str(error.type),
            " ".join(str(error.message).split()),
        )
        for error in [*report.errors, *(one for task in report.tasks for one in task.errors)]
    ]
