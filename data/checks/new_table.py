"""The resource of a new table, written into the descriptor from the header and the cells of its CSV file.

What cells can tell is proposed: types, units and words of columns that other tables have too, limits, keys. What they
can't tell, what the table and its own columns mean, is left empty: `check` names each such place until it is filled."""

import re
from collections import Counter
from collections.abc import Callable
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any, cast

from data.checks import csv_layout
from data.checks.csv_layout import Sheet
from data.checks.descriptor_keys import is_name
from data.faults import DataFault, Fault
from data.package import descriptor
from data.package.descriptor import DESCRIPTOR
from data.package.resource import Constraints, Field, ForeignKey, Package, Resource

RULE_ID = "new"
# What this many tables say of a column in the same words is said of the new one, too.
USUAL = 5
SOURCES, SOURCE_SUFFIX, LIST_SIGN = "sources", "source_id", ";"
COUNTRY_CODE = "[A-Z]{3}"
DATES = ("year", "fiscal_year", "date", "period")
# Columns that say how or where, never which row it is.
NEVER_KEYS = ("locator", "note", "status", "url")
UNITS = {"_usd": "US dollars", "_pct": "percent", "_t": "tonnes"}
INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
MOST_IN_KEY = 5
WORDS = ("title", "description")
# Whether a cell keeps a limit.
KEEPS: dict[str, Callable[[str, Any], bool]] = {
    "pattern": lambda cell, limit: bool(re.fullmatch(limit, cell)),
    "enum": lambda cell, limit: cell in limit,
    "maxLength": lambda cell, limit: len(cell) <= limit,
    "minimum": lambda cell, limit: _as(limit, cell) >= limit,
    "maximum": lambda cell, limit: _as(limit, cell) <= limit,
}

Columns = dict[str, list[str]]


def _as(limit: float | str, cell: str) -> Any:
    """A cell as a limit is written: days as texts."""
    return cell if isinstance(limit, str) else float(cell)


def write(name: str, directory: Path) -> list[str]:
    """Add a table to the descriptor of a folder; the places that are left to fill. Raises DataFault."""
    whole = descriptor.read_descriptor(directory)
    _refuse(name, whole)
    columns = _columns(directory / f"{name}.csv")
    resource = _resource(name, columns, whole, directory)
    whole["resources"].append(resource)
    descriptor.write_descriptor(directory, whole)
    parts = [(name, resource), *((f"{name}.{field['name']}", field) for field in resource["schema"]["fields"])]
    return [f"{place}.{key}" for place, part in parts for key in WORDS if not part.get(key)]


def _refuse(name: str, whole: Package) -> None:
    if not is_name(name):
        raise _fault(DESCRIPTOR, "name", name, "a table has a name such as us_aid: small letters, digits, _")
    if name in {resource["name"] for resource in whole["resources"]}:
        raise _fault(DESCRIPTOR, "name", name, "the descriptor has this table already")


def _fault(file: str, column: str, value: str, rule: str, line: int = 0) -> DataFault:
    return DataFault([Fault(file, line, column, value[:60], RULE_ID, rule)])


def _columns(path: Path) -> Columns:
    """The cells of a file by column. Raises DataFault where it can't be read as a table, or has no rows."""
    if not path.is_file():
        raise _fault(path.name, "", "", f"first put the rows there: {path}")
    header = path.read_text("utf-8-sig", errors="replace").partition("\n")[0].strip("\r").split(",")
    for one in header:
        if not is_name(one):
            raise _fault(path.name, one, one, "a column has a name such as value_usd: small letters, digits, _", 1)
    plain: list[Field] = [{"name": one, "type": "string", "title": "", "description": ""} for one in header]
    sheet, found = csv_layout.read(path, _with(path.stem, plain, [], [], []))
    if unread := [one for one in found if one.rule_id in csv_layout.UNREADABLE]:
        raise DataFault(unread)
    if not sheet.records:
        raise _fault(path.name, "", "", "at least one row must stand below the header: types are told from the cells")
    return {one: [row[place] for row in sheet.records] for place, one in enumerate(header)}


def _resource(name: str, columns: Columns, whole: Package, directory: Path) -> Resource:
    led = {one: _leads_to(one, cells, whole, directory) for one, cells in columns.items()}
    foreign: list[ForeignKey] = [
        {"fields": [one], "reference": {"resource": to[0], "fields": [to[1]]}} for one, to in led.items() if to
    ]
    primary = _primary_key(columns, [one for one, to in led.items() if to])
    fields = [_field(one, cells, whole) for one, cells in columns.items()]
    for field in fields:
        if primary == [field["name"]]:
            field["constraints"]["unique"] = True
    return _with(name, fields, primary, foreign, whole["licenses"])


def _with(
    name: str,
    fields: list[Field],
    primary: list[str],
    foreign: list[ForeignKey],
    licences: list[dict[str, str]],
) -> Resource:
    """A resource with all its keys, in the order of the descriptor."""
    return {
        "name": name,
        "type": "table",
        "title": "",
        "description": "",
        "path": f"{name}.csv",
        "scheme": "file",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "dialect": {"delimiter": ",", "lineTerminator": "\n"},
        "licenses": licences,
        "schema": {
            "$schema": "https://datapackage.org/profiles/2.0/tableschema.json",
            "fieldsMatch": "exact",
            "missingValues": [""],
            "fields": fields,
            "primaryKey": primary,
            "foreignKeys": foreign,
        },
    }


def _field(name: str, cells: list[str], whole: Package) -> Field:
    said = [cell for cell in cells if cell]
    kind = _type(said)
    usual = _usual(name, kind, whole)
    field: Field = {"name": name, "type": kind, "title": "", "description": ""}
    unit = next((unit for end, unit in UNITS.items() if name.endswith(end)), "")
    if usual:
        field["title"], field["description"] = usual["title"], usual["description"]
        unit = usual.get("unit", unit)
    if unit and kind in ("integer", "number"):
        field["unit"] = unit
    if kind == "boolean":
        field["trueValues"], field["falseValues"] = ["true"], ["false"]
    required: Constraints = {"required": True} if len(said) == len(cells) else {}
    field["constraints"] = required | _limits(said, kind, usual.get("constraints", {}) if usual else {})
    return field


def _type(said: list[str]) -> str:
    """The narrowest type that all cells have; text where there is none to tell from."""
    if not said:
        return "string"
    if set(said) <= {"true", "false"}:
        return "boolean"
    if all(map(INTEGER.fullmatch, said)):
        return "integer"
    if all(map(NUMBER.fullmatch, said)):
        return "number"
    return "date" if all(map(_is_day, said)) else "string"


def _is_day(cell: str) -> bool:
    try:
        return bool(DAY.fullmatch(cell) and date.fromisoformat(cell))
    except ValueError:
        return False


def _usual(name: str, kind: str, whole: Package) -> Field | None:
    """What at least `USUAL` tables say of a column of that name and type in the same words; else None."""
    known = [
        field
        for table in whole["resources"]
        for field in table["schema"]["fields"]
        if (field["name"], field["type"]) == (name, kind)
    ]
    words = Counter((field["title"], field["description"]) for field in known)
    if not words or words.most_common(1)[0][1] < USUAL:
        return None
    wanted = words.most_common(1)[0][0]
    return next(field for field in known if (field["title"], field["description"]) == wanted)


def _limits(said: list[str], kind: str, usual: Constraints) -> Constraints:
    """Limits that the cells keep: those usual for the column, else what can be told from the cells alone."""
    fit = {key: limit for key, limit in usual.items() if key in KEEPS and all(KEEPS[key](one, limit) for one in said)}
    if fit:
        return cast(Constraints, fit)
    if kind in ("integer", "number"):
        return {} if any(cell.startswith("-") for cell in said) else {"minimum": 0}
    if kind != "string":
        return {}
    if said and all(re.fullmatch(COUNTRY_CODE, cell) for cell in said):
        return {"pattern": COUNTRY_CODE}
    return {"maxLength": max([10, *(-(-len(cell) // 10) * 10 for cell in said)])}


def _leads_to(column: str, cells: list[str], whole: Package, directory: Path) -> tuple[str, str] | None:
    """The table and the column that a column leads to: by its name, or because it holds codes of countries."""
    owners = {tuple(resource["schema"]["primaryKey"]): resource for resource in reversed(whole["resources"])}
    if any(LIST_SIGN in cell for cell in cells):
        return None
    if column.endswith(SOURCE_SUFFIX):
        return SOURCES, SOURCE_SUFFIX
    if owner := owners.get((column,)):
        return owner["name"], column
    said = {cell for cell in cells if cell}
    is_code = bool(said) and all(re.fullmatch(COUNTRY_CODE, cell) for cell in said)
    countries = owners.get(("iso3",))
    if not is_code or not countries:
        return None
    known = {code for (code,) in _sheet(directory, countries).columns(["iso3"])}
    return (countries["name"], "iso3") if said <= known else None


def _sheet(directory: Path, resource: Resource) -> Sheet:
    return csv_layout.read(directory / resource["path"], resource)[0]


def _primary_key(columns: Columns, leading: list[str]) -> list[str]:
    """The fewest columns that tell all rows apart, of those that say whose and when first; else all that are full."""
    full = [one for one, cells in columns.items() if all(cells) and one not in NEVER_KEYS]
    first = [one for one in full if (one in leading and not one.endswith(SOURCE_SUFFIX)) or one in DATES]
    numbers = [one for one in full if one not in first and _type(columns[one]) in ("number", "integer")]
    others = [one for one in full if one not in first and one not in numbers]
    others.sort(key=lambda one: one.endswith(SOURCE_SUFFIX))
    if first and _tell_apart(first, columns):
        return first
    for size in range(1, MOST_IN_KEY):
        for more in combinations(others, size):
            if _tell_apart([*first, *more], columns):
                return [column for column in columns if column in {*first, *more}]
    return full


def _tell_apart(names: list[str], columns: Columns) -> bool:
    rows = list(zip(*(columns[name] for name in names), strict=True))
    return len(set(rows)) == len(rows)
