"""The parts of a descriptor that has passed its check, by type: package, resource, schema, field.

`data/checks/descriptor_keys.py` says what may stand under each key; a test holds both to each other."""

from typing import Any, NotRequired, TypedDict


class Constraints(TypedDict, total=False):
    """What the cells of a column must meet."""

    required: bool
    unique: bool
    minimum: float | str
    maximum: float | str
    pattern: str
    enum: list[str]
    maxLength: int


class Field(TypedDict):
    """A column of a table."""

    name: str
    type: str
    title: str
    description: str
    unit: NotRequired[str]
    trueValues: NotRequired[list[str]]
    falseValues: NotRequired[list[str]]
    constraints: NotRequired[Constraints]


class Reference(TypedDict):
    """The columns of a table that a foreign key leads to; an empty name means the table itself."""

    resource: str
    fields: list[str]


class ForeignKey(TypedDict):
    """Columns whose cells stand in another table."""

    fields: list[str]
    reference: Reference


Schema = TypedDict(
    "Schema",
    {
        "$schema": str,
        "fieldsMatch": str,
        "missingValues": list[str],
        "primaryKey": list[str],
        "foreignKeys": list[ForeignKey],
        "fields": list[Field],
    },
)


class Coverage(TypedDict):
    """The columns that a table is counted by."""

    country: str
    year: str


class Resource(TypedDict):
    """A table: its file, its words, its schema; bytes, hash and rows once it is sealed."""

    name: str
    type: str
    profile: NotRequired[str]
    title: str
    description: str
    path: str
    scheme: str
    format: str
    mediatype: str
    encoding: str
    dialect: dict[str, str]
    bytes: NotRequired[int]
    hash: NotRequired[str]
    rows: NotRequired[int]
    rows_left_out: NotRequired[int]
    licenses: list[dict[str, str]]
    coverage: NotRequired[Coverage]
    schema: Schema


Package = TypedDict(
    "Package",
    {
        "$schema": str,
        "profile": NotRequired[str],
        "name": str,
        "title": str,
        "description": str,
        "version": str,
        "created": str,
        "keywords": list[str],
        "licenses": list[dict[str, str]],
        "contributors": list[dict[str, Any]],
        "sources": list[dict[str, str]],
        "extract": NotRequired[bool],
        "resources": list[Resource],
    },
)
