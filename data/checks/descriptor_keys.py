"""The keys that a descriptor may have, and what may stand under each: for the package, a table, its schema.

An entry is whether the key must be there, what tells that its value fits, and the rule in words."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from data.checks import letters
from data.package import addresses

# Place in the descriptor, value, rule.
Found = tuple[str, str, str]
Key = tuple[bool, Callable[[Any], bool], str]
VERSION = re.compile(r"(0|[1-9][0-9]{0,3})(\.(0|[1-9][0-9]{0,3})){2}")
MOMENT = "%Y-%m-%dT%H:%M:%SZ"
NAME = re.compile(r"[a-z][a-z0-9_]*")
PLAIN_TEXT = "must be a text that is not empty, of signs that a reader sees"
FIRST_YEAR, LAST_YEAR = 2025, 2100


def shown(value: Any) -> str:
    """A value for a message on one line."""
    return "" if value is None else letters.visible(str(value)[:60])[:80]


def is_text(value: Any) -> bool:
    """Whether it is a text that is not empty and spelled as the cells must be."""
    return isinstance(value, str) and bool(value) and len(value) < 5_000 and letters.fault(value) is None


def only(wanted: Any) -> tuple[Callable[[Any], bool], str]:
    """What may be one value and no other, of the same type."""
    return (lambda value: type(value) is type(wanted) and value == wanted), f"must be {wanted!r}".replace("'", '"')


def _is_version(value: Any) -> bool:
    return isinstance(value, str) and bool(VERSION.fullmatch(value))


def _is_moment(value: Any) -> bool:
    try:
        moment = datetime.strptime(value, MOMENT)
    except (TypeError, ValueError):
        return False
    return FIRST_YEAR <= moment.year <= LAST_YEAR and moment.strftime(MOMENT) == value


def is_name(value: Any) -> bool:
    """Whether it can be the name of a table or a column."""
    return isinstance(value, str) and bool(NAME.fullmatch(value))


def texts(value: Any) -> bool:
    """Whether it is a list of texts, none twice."""
    return isinstance(value, list) and bool(value) and all(map(is_text, value)) and len(set(value)) == len(value)


def _are_licences(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(_is_licence(one) for one in value)


def _is_licence(value: Any) -> bool:
    is_whole = isinstance(value, dict) and set(value) == {"name", "title", "path"} and all(map(is_text, value.values()))
    return is_whole and not addresses.fault(value["path"])


def _are_contributors(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict) and set(one) == {"title", "roles"} and is_text(one["title"]) and texts(one["roles"])
        for one in value
    )


def _are_sources(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(one, dict)
        and set(one) == {"title", "path"}
        and is_text(one["title"])
        and one["path"] == "sources.csv"
        for one in value
    )


def _is_coverage(value: Any) -> bool:
    return (
        isinstance(value, dict)
        and bool(value)
        and set(value) <= {"country", "year"}
        and all(map(is_text, value.values()))
    )


def _are_missing(value: Any) -> bool:
    """Whether only the empty cell stands for nothing, with or without a label."""
    return isinstance(value, list) and bool(value) and all(_is_nothing(one) for one in value)


def _is_nothing(value: Any) -> bool:
    if isinstance(value, dict):
        return set(value) == {"value", "label"} and value["value"] == "" and is_text(value["label"])
    return isinstance(value, str) and value == ""


def _is_count(value: Any) -> bool:
    return type(value) is int and value > 0


def _are_foreign(value: Any) -> bool:
    return isinstance(value, list) and all(_is_foreign(one) for one in value)


def _is_foreign(value: Any) -> bool:
    if not isinstance(value, dict) or set(value) != {"fields", "reference"} or not texts(value["fields"]):
        return False
    led = value["reference"]
    is_whole = isinstance(led, dict) and set(led) == {"resource", "fields"} and is_text(led["resource"])
    return is_whole and texts(led["fields"]) and len(led["fields"]) == len(value["fields"])


TEXT = (is_text, PLAIN_TEXT)
LICENCES = (_are_licences, "must list licences, each with name, title and the address of its text")
SEALED = (lambda value: True, "")
OF_PACKAGE: dict[str, Key] = {
    "$schema": (True, *only("https://datapackage.org/profiles/2.0/datapackage.json")),
    "profile": (False, lambda value: value in ("data-package", "tabular-data-package"), "must be tabular-data-package"),
    "name": (True, *only("c5plus1-atlas")),
    "title": (True, *TEXT),
    "description": (True, *TEXT),
    "version": (True, _is_version, "must be a version such as 1.0.0"),
    "created": (True, _is_moment, "must be the moment of the release, such as 2026-01-31T00:00:00Z"),
    "keywords": (True, texts, "must list words, none of them twice"),
    "licenses": (True, *LICENCES),
    "contributors": (True, _are_contributors, "must list title and roles of each contributor"),
    "sources": (True, _are_sources, "must lead to sources.csv"),
    "extract": (False, *only(True)),
    "resources": (
        True,
        lambda value: isinstance(value, list) and bool(value),
        "the descriptor must list its tables under resources",
    ),
}
OF_RESOURCE: dict[str, Key] = {
    "name": (True, is_name, ""),
    "type": (True, *only("table")),
    "profile": (False, *only("tabular-data-resource")),
    "title": (True, *TEXT),
    "description": (True, *TEXT),
    "path": (True, *TEXT),
    "scheme": (True, *only("file")),
    "format": (True, *only("csv")),
    "mediatype": (True, *only("text/csv")),
    "encoding": (True, *only("utf-8")),
    "dialect": (True, *only({"delimiter": ",", "lineTerminator": "\n"})),
    "bytes": (False, *SEALED),
    "hash": (False, *SEALED),
    "rows": (False, *SEALED),
    "rows_left_out": (False, _is_count, "must be the number of rows that an export leaves out for their licence"),
    "licenses": (True, *LICENCES),
    "coverage": (False, _is_coverage, "must name the columns of country and year"),
    "schema": (True, lambda value: isinstance(value, dict), "every table must have a schema with its fields"),
}
OF_SCHEMA: dict[str, Key] = {
    "$schema": (True, *only("https://datapackage.org/profiles/2.0/tableschema.json")),
    "fieldsMatch": (True, *only("exact")),
    "missingValues": (True, _are_missing, "only the empty cell may stand for what is not known"),
    "primaryKey": (True, texts, "every schema must list the columns of its primaryKey"),
    "foreignKeys": (True, _are_foreign, "every foreign key must have fields and a reference: resource and fields"),
    "fields": (True, lambda value: isinstance(value, list), "must list the columns"),
}


def faults_of(thing: dict[str, Any], keys: dict[str, Key], where: str) -> list[Found]:
    """Keys of a part of the descriptor that are missing, not known, or have something under them that doesn't fit."""
    found: list[Found] = []
    for key, (is_needed, fits, rule) in keys.items():
        if key not in thing:
            found += [(f"{where}.{key}".strip("."), "", "the descriptor must say it")] if is_needed else []
        elif not fits(thing[key]):
            found.append((f"{where}.{key}".strip("."), shown(thing[key]), rule))
    for key in thing:
        if key not in keys:
            found.append((shown(f"{where}.{key}".strip(".")), shown(thing[key]), "this key is not known here"))
    return found
