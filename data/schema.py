"""What the descriptor itself must have, so that everything else can be read by it."""

import json
from pathlib import Path
from typing import Any

from data import package
from data.faults import Fault

TYPES = ("string", "integer", "number", "boolean", "date")
OF_PACKAGE = ("name", "title", "description", "version", "created", "licenses")
OF_RESOURCE = ("title", "description", "bytes", "hash", "rows", "licenses")
OF_FIELD = ("title", "description")


def read(directory: Path) -> tuple[dict[str, Any], list[Fault]]:
    """The descriptor of a folder and its faults; empty where it can't be read."""
    try:
        whole = package.read_descriptor(directory)
    except json.JSONDecodeError as error:
        rule = f"the descriptor is not JSON: {error.msg}, column {error.colno}"
        return {}, [Fault(package.DESCRIPTOR, error.lineno, "", "", "descriptor", rule)]
    except (OSError, ValueError, TypeError) as error:
        return {}, [_fault("", type(error).__name__, f"the descriptor can't be read: {error}")]
    found = _missing(whole, OF_PACKAGE, "")
    resources = whole.get("resources")
    if not isinstance(resources, list) or not resources:
        return {}, [*found, _fault("resources", "", "the descriptor must list its tables under resources")]
    broken = [fault for one in resources for fault in _unusable(one)]
    if broken:
        return {}, [*found, *broken]
    known = {one["name"]: {field["name"] for field in one["schema"]["fields"]} for one in resources}
    for part in ("name", "path"):
        named = [one[part] for one in resources]
        found += [_fault(part, one, "two tables of the descriptor have it") for one in _doubled(named)]
    found += [fault for one in resources for fault in _resource(one, known)]
    return whole, [*found, *_strangers(directory, {one["path"] for one in resources})]


def _fault(column: str, value: str, rule: str) -> Fault:
    return Fault(package.DESCRIPTOR, 0, column, value, "descriptor", rule)


def _doubled(named: list[str]) -> list[str]:
    return sorted({one for one in named if named.count(one) > 1})


def _missing(thing: dict[str, Any], wanted: tuple[str, ...], where: str) -> list[Fault]:
    return [
        _fault(f"{where}.{one}".strip("."), "", "the descriptor must say it") for one in wanted if not thing.get(one)
    ]


def _unusable(resource: Any) -> list[Fault]:
    """What would keep the table from being read at all."""
    if not isinstance(resource, dict) or not isinstance(resource.get("name"), str):
        return [_fault("resources", str(resource)[:60], "every table must have a name")]
    name, path, schema = resource["name"], str(resource.get("path", "")), resource.get("schema")
    if not path.endswith(".csv") or "/" in path or "\\" in path:
        return [_fault(f"{name}.path", path, "must be the name of a CSV file in the same folder")]
    if not isinstance(schema, dict) or not isinstance(schema.get("fields"), list) or not schema["fields"]:
        return [_fault(f"{name}.schema", "", "every table must have a schema with its fields")]
    if not all(isinstance(one, dict) and isinstance(one.get("name"), str) for one in schema["fields"]):
        return [_fault(f"{name}.schema", "", "every field must have a name")]
    if not isinstance(schema.get("primaryKey"), list) or not isinstance(schema.get("foreignKeys"), list):
        return [_fault(f"{name}.schema", "", "every schema must list primaryKey and foreignKeys")]
    columns = [one["name"] for one in schema["fields"]]
    strange = [one for one in schema["primaryKey"] if one not in columns]
    kinds = [one for one in schema["fields"] if one.get("type") not in TYPES]
    return [
        *(_fault(f"{name}.primaryKey", one, "the key names a column that the table doesn't have") for one in strange),
        *(_fault(f"{name}.{one}", one, "two fields of the table have this name") for one in _doubled(columns)),
        *(
            _fault(f"{name}.{one['name']}", str(one.get("type")), f"the type must be one of {', '.join(TYPES)}")
            for one in kinds
        ),
    ]


def _resource(resource: dict[str, Any], known: dict[str, set[str]]) -> list[Fault]:
    name = resource["name"]
    found = [one for one in _missing(resource, OF_RESOURCE, name) if resource.get(one.column.split(".")[-1]) != 0]
    for field in resource["schema"]["fields"]:
        found += _missing(field, OF_FIELD, f"{name}.{field['name']}")
    for key in resource["schema"]["foreignKeys"]:
        there = known.get(key["reference"]["resource"], set())
        if not set(key["fields"]) <= known[name] or not set(key["reference"]["fields"]) <= there:
            rule = "a foreign key must lead from a column of the table to a column of another"
            found.append(_fault(f"{name}.foreignKeys", ", ".join(key["fields"]), rule))
    return found


def _strangers(directory: Path, paths: set[str]) -> list[Fault]:
    rule = "the descriptor doesn't name this file"
    return [
        Fault(one.name, 0, "", one.name, "file", rule)
        for one in sorted(directory.glob("*.csv"))
        if one.name not in paths
    ]
