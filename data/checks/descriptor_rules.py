"""What the descriptor itself must have, so that everything else can be read by it.

Keys and what may stand under them are a closed list: a key that is not known here is a fault, and so is an address in a
place from which a reader would fetch something. The first faults found keep the tables from being looked at."""

from pathlib import Path
from typing import Any, cast

from data.checks import strict_json
from data.checks.descriptor_fields import field_faults
from data.checks.descriptor_keys import OF_PACKAGE, OF_RESOURCE, OF_SCHEMA, Found, faults_of, is_name, shown
from data.faults import Fault
from data.package import descriptor, files
from data.package.resource import Package

RULE_ID = "descriptor"


def read(directory: Path) -> tuple[Package | None, list[Fault]]:
    """The descriptor of a folder and its faults; None where the tables can't be read by it."""
    body, unread = files.read(directory / descriptor.DESCRIPTOR)
    if unread:
        value, rule = (unread.value or "FileNotFoundError"), f"the descriptor can't be read: {unread.rule}"
        return None, [_fault(("", value, rule))]
    whole, broken = strict_json.load(body, descriptor.DESCRIPTOR, RULE_ID)
    if broken:
        return None, [broken]
    if not isinstance(whole, dict):
        return None, [_fault(("", shown(whole), "the descriptor must be an object"))]
    found = faults_of(whole, OF_PACKAGE, "")
    if any(column == "resources" for column, _, _ in found):
        return None, [*map(_fault, found)]
    for at, one in enumerate(whole["resources"]):
        found += _resource(one, at)
    if not found:
        found = _doubled(whole["resources"]) + [one for table in whole["resources"] for one in _keys(table, whole)]
    return (None if found else cast(Package, whole)), [*map(_fault, found)]


def _fault(found: Found) -> Fault:
    return Fault(descriptor.DESCRIPTOR, 0, *found[:2], RULE_ID, found[2])


def _resource(resource: Any, at: int) -> list[Found]:
    if not isinstance(resource, dict) or not is_name(resource.get("name")):
        name = resource.get("name") if isinstance(resource, dict) else resource
        return [(f"resources[{at}].name", shown(name), "every table must have a name, such as us_aid")]
    name = resource["name"]
    found = faults_of(resource, OF_RESOURCE, name)
    path = resource.get("path")
    if path != f"{name}.csv":
        rule = f"must be the name of a CSV file in the same folder: {name}.csv"
        found = [*(one for one in found if one[0] != f"{name}.path"), (f"{name}.path", shown(path), rule)]
    schema = resource.get("schema")
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list) or not schema["fields"]:
        is_told = any(one[0] == f"{name}.schema" for one in found)
        rule = "every table must have a schema with its fields"
        return found if is_told else [*found, (f"{name}.schema", "", rule)]
    found += faults_of(schema, OF_SCHEMA, name)
    for place, field in enumerate(schema["fields"]):
        found += field_faults(field, name, place)
    return found


def _doubled(resources: list[dict[str, Any]]) -> list[Found]:
    names = [one["name"] for one in resources]
    doubled = sorted({name for name in names if names.count(name) > 1})
    found: list[Found] = [("name", one, "two tables of the descriptor have it") for one in doubled]
    for resource in resources:
        columns = [field["name"] for field in resource["schema"]["fields"]]
        for one in sorted({column for column in columns if columns.count(column) > 1}):
            found.append((f"{resource['name']}.{one}", one, "two fields of the table have this name"))
    return found


def _keys(resource: dict[str, Any], whole: dict[str, Any]) -> list[Found]:
    """Faults of what leads from column to column: primary key, foreign keys, the columns of the heat map."""
    name, schema = resource["name"], resource["schema"]
    fields = {one["name"]: one for one in schema["fields"]}
    known = {one["name"]: {field["name"] for field in one["schema"]["fields"]} for one in whole["resources"]}
    found: list[Found] = []
    for one in schema["primaryKey"]:
        if one not in fields:
            found.append((f"{name}.primaryKey", one, "the key names a column that the table doesn't have"))
        elif not fields[one].get("constraints", {}).get("required"):
            found.append((f"{name}.{one}.constraints", "", "a column of the primary key must be required"))
    for key in schema["foreignKeys"]:
        there = known.get(key["reference"]["resource"], set())
        if not set(key["fields"]) <= set(fields) or not set(key["reference"]["fields"]) <= there:
            rule = "a foreign key must lead from a column of the table to a column of another"
            found.append((f"{name}.foreignKeys", ", ".join(key["fields"]), rule))
    led = {one for key in schema["foreignKeys"] for one in key["fields"]}
    for one, field in fields.items():
        other = _owner(one, whole)
        limits = field.get("constraints", {})
        is_list = ";" in limits.get("pattern", "")
        if other and other != name and limits.get("required") and one not in led and not is_list:
            found.append((f"{name}.foreignKeys", one, f"the column must lead to the table {other} by a foreign key"))
    for one in resource.get("coverage", {}).values():
        if one not in fields:
            found.append((f"{name}.coverage", shown(one), "must be a column of the table"))
    return found


def _owner(column: str, whole: dict[str, Any]) -> str:
    """The table whose key is this column alone."""
    owners = (resource["name"] for resource in whole["resources"] if resource["schema"]["primaryKey"] == [column])
    return next(owners, "")
