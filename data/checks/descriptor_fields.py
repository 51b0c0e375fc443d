"""What a column of the descriptor must say: name, type, words, unit, and constraints that can be met and be checked."""

import re
from datetime import date
from typing import Any

from data.checks import patterns
from data.checks.descriptor_keys import PLAIN_TEXT, TEXT, Found, Key, faults_of, is_name, only, shown, texts

TYPES = ("string", "integer", "number", "boolean", "date")
NUMBERS = ("integer", "number")
OF_FIELD: dict[str, Key] = {
    "name": (True, is_name, ""),
    "type": (True, lambda value: isinstance(value, str), f"the type must be one of {', '.join(TYPES)}"),
    "title": (True, *TEXT),
    "description": (True, *TEXT),
    "unit": (False, *TEXT),
    "trueValues": (False, *only(["true"])),
    "falseValues": (False, *only(["false"])),
    "constraints": (False, lambda value: isinstance(value, dict), "must be an object"),
}
OF_CONSTRAINTS = {
    "required": TYPES,
    "unique": TYPES,
    "minimum": (*NUMBERS, "date"),
    "maximum": (*NUMBERS, "date"),
    "pattern": ("string",),
    "enum": ("string",),
    "maxLength": ("string",),
}
MOST_LETTERS = 5_000
# No figure of ours comes near it.
HUGE = 1e18


def field_faults(field: Any, table: str, place: int) -> list[Found]:
    """Faults of one column of a table."""
    if not isinstance(field, dict) or not is_name(field.get("name")):
        name = field.get("name") if isinstance(field, dict) else field
        return [(f"{table}.fields[{place}].name", shown(name), "every field must have a name, such as iso3")]
    where, kind = f"{table}.{field['name']}", field.get("type")
    if kind not in TYPES:
        return [(shown(where), shown(kind), f"the type must be one of {', '.join(TYPES)}")]
    found = faults_of(field, OF_FIELD, where)
    for one in ("trueValues", "falseValues"):
        if (one in field) != (kind == "boolean") and f"{where}.{one}" not in {column for column, _, _ in found}:
            found.append(
                (f"{where}.{one}", shown(field.get(one)), "true and false are told for booleans, and only there")
            )
    limits = field.get("constraints", {})
    return found + (_constraints(limits, str(kind), where) if isinstance(limits, dict) else [])


def _constraints(limits: dict[str, Any], kind: str, where: str) -> list[Found]:
    found: list[Found] = []
    for key, value in limits.items():
        place = shown(f"{where}.constraints.{key}")
        if key not in OF_CONSTRAINTS:
            found.append((place, shown(value), "this key is not known here"))
        elif kind not in OF_CONSTRAINTS[key]:
            found.append((place, shown(value), f"a column of the type {kind} has no such constraint"))
        elif rule := _unfit(key, value, kind):
            found.append((place, shown(value), rule))
    least, most = limits.get("minimum"), limits.get("maximum")
    if not found and least is not None and most is not None and least > most:
        found.append((f"{where}.constraints.minimum", shown(least), "the minimum is above the maximum"))
    return found


def _unfit(key: str, value: Any, kind: str) -> str:
    """Why a value can't stand under a constraint; empty where it can."""
    if key in ("required", "unique"):
        return "" if isinstance(value, bool) else "must be true or false"
    if key == "maxLength":
        return "" if type(value) is int and 0 < value <= MOST_LETTERS else f"must be a number up to {MOST_LETTERS}"
    if key == "enum":
        return "" if texts(value) else f"must list what a cell may be, none twice; each {PLAIN_TEXT}"
    if key == "pattern":
        is_text = isinstance(value, str) and bool(value)
        return patterns.reason(value) if is_text else "must be a regular expression"
    if kind == "date":
        return "" if _is_day(value) else "must be a day, such as 2025-11-06"
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < HUGE
    return "" if is_number else "must be a number"


def _is_day(value: Any) -> bool:
    try:
        return bool(re.fullmatch(r"[0-9-]{10}", value)) and date.fromisoformat(value) > date.min
    except (TypeError, ValueError):
        return False
