"""What frictionless finds in the tables by the descriptor, said in words that a curator can act on."""

from pathlib import Path
from typing import Any

from data.faults import Fault
from data.layout import Sheet
from data.package import DESCRIPTOR

TYPES = {
    "number": "must be a number",
    "integer": "must be a whole number",
    "boolean": "must be true or false",
    "date": "must be a day of the calendar, written 2025-11-06",
}
PROFILE = "https://datapackage.org/profiles/2.0/datapackage.json"
SEALED = ("hash", "bytes", "rows")


def faults(directory: Path, whole: dict[str, Any], sheets: dict[str, Sheet]) -> list[Fault]:
    """Faults of types, constraints and keys in the tables of `sheets`; the others, and keys to them, are left out.

    Foreign keys are followed here, by the descriptor: frictionless reads the other table anew for each of them."""
    resources = [one for one in whole["resources"] if one["name"] in sheets]
    found = []
    for one in resources:
        found += typed(directory, one, sheets[one["name"]])
    for one in resources:
        found += _lost(one, sheets)
    return found


def typed(directory: Path, resource: dict[str, Any], sheet: Sheet) -> list[Fault]:
    """Faults of one table by itself: types, constraints, primary key."""
    from frictionless import FrictionlessException, Package  # takes a second to import, and only a check needs it

    whole = {"$schema": PROFILE, "name": resource["name"], "resources": [_bare(resource)]}
    try:
        report = Package.from_descriptor(whole, basepath=str(directory)).validate()
    except FrictionlessException as refused:
        reasons = " ".join(str(one.message) for one in (refused.reasons or [refused.error]))
        return [Fault(DESCRIPTOR, 0, resource["name"], "", "descriptor", " ".join(reasons.split()))]
    found = [_general(DESCRIPTOR, error) for error in report.errors]
    for error in report.tasks[0].errors if report.tasks else []:
        found += _told(error, resource, sheet)
    return found


def _bare(resource: dict[str, Any]) -> dict[str, Any]:
    """A table without its foreign keys, and without hash and size: the seal says what to do about a difference."""
    kept = {name: value for name, value in resource.items() if name not in SEALED}
    return {**kept, "schema": {**resource["schema"], "foreignKeys": []}}


def _lost(resource: dict[str, Any], sheets: dict[str, Sheet]) -> list[Fault]:
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
                found.append(Fault(resource["path"], line, ", ".join(key["fields"]), value, "foreign-key", rule))
    return found


def _general(file: str, error: Any) -> Fault:
    return Fault(file, 0, "", "", str(error.type), " ".join(str(error.message).split()))


def _told(error: Any, resource: dict[str, Any], sheet: Sheet) -> list[Fault]:
    file = resource["path"]
    number = int(getattr(error, "row_number", 0) or 0)
    if not number:
        return [_general(file, error)]
    key = resource["schema"]["primaryKey"]
    row = dict(zip(sheet.header, sheet.records[number - 2], strict=True))
    if error.type == "primary-key":
        columns, rule = key, _primary(error, sheet, key, row)
    else:
        columns = [error.field_name]
        field = next(one for one in resource["schema"]["fields"] if one["name"] == error.field_name)
        rule = _cell(error, field, sheet, row)
    if not rule:
        return []
    value = ", ".join(row[column] for column in columns)
    return [Fault(file, sheet.line(number), ", ".join(columns), value[:80], str(error.type), rule)]


def _primary(error: Any, sheet: Sheet, key: list[str], row: dict[str, str]) -> str:
    """The doubled key in words; nothing where the key is just incomplete, which its empty cell is told for."""
    if not all(row[column] for column in key):
        return ""
    first = sheet.columns(key).index(tuple(row[column] for column in key))
    return f"the key must differ in every line; line {sheet.starts[first]} has this one already"


def _cell(error: Any, field: dict[str, Any], sheet: Sheet, row: dict[str, str]) -> str:
    if error.type == "type-error":
        return TYPES.get(field["type"], f"must be of the type {field['type']}")
    if error.type == "unique-error":
        first = sheet.columns([field["name"]]).index((row[field["name"]],))
        return f"must differ in every line; line {sheet.starts[first]} has it already"
    return _constraint(error, field["constraints"])


def _constraint(error: Any, limits: dict[str, Any]) -> str:
    name = next(one for one in (*limits, "") if f'"{one}"' in str(error.note))
    said = {
        "required": "must not be empty",
        "minimum": f"must be at least {limits.get('minimum')}",
        "maximum": f"must be at most {limits.get('maximum')}",
        "pattern": f"must have the form {limits.get('pattern')}",
        "enum": f"must be one of {', '.join(map(str, limits.get('enum', [])))}",
    }
    return said.get(name, " ".join(str(error.note).split()))
