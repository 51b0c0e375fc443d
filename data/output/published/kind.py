"""What a published file is: its kind, and which one of the kind; with the words and the one form of JSON for all.

The kinds stand in the modules beside this one, and `tree.py` puts them together. Every file is made of what the
downloads are made of, so the licence gate (`data/package/licensing.py`) holds for each."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.output import extract
from data.package import descriptor
from data.vocabulary.terms import TERMS

JSON, CSV, PARQUET = "application/json", "text/csv", "application/vnd.apache.parquet"
JSON_LD, GEOJSON = "application/ld+json", "application/geo+json"
YEAR, COUNTRY = "year", "country"
SEVERAL = ";"
Row = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What of a file is asked for: one year, one country, or all; `site` is the address of the atlas, or empty."""

    site: str = ""
    year: int | None = None
    country: str | None = None


@dataclass(frozen=True)
class About:
    """What an index says of a file: title, unit, first and last year, licences of the sources behind it."""

    title: str
    unit: str = ""
    years: tuple[int, int] | None = None
    licences: tuple[str, ...] = ()


@dataclass(frozen=True)
class Kind:
    """A kind of file: its id, its folder (empty for a file that is the one of its kind), the ending and the type.

    `ids` gives those of its files, `make` the bytes of one (raises UnknownId for a year or a country that is not in
    it), `about` what the index says of it, `stem` its name without the ending when it is saved; `narrows` are the parts
    of Asked that it heeds."""

    id: str
    folder: str
    ending: str
    mime: str
    ids: Callable[[], Iterable[str]]
    make: Callable[[str, Asked], bytes]
    about: Callable[[str], About]
    stem: Callable[[str], str] = extract.table_stem
    narrows: tuple[str, ...] = ()

    def path(self, item: str) -> str:
        """Where a file stands below its version."""
        name = f"{item}.{self.ending}"
        return f"{self.folder}/{name}" if self.folder else name

    def said(self) -> str:
        """What stands in such a file."""
        return word(self.id)


def word(name: str, **gaps: object) -> str:
    """A text on what is published."""
    return TERMS.word(f"published.{name}", **gaps)


def single(name: str, make: Callable[[str, Asked], bytes], *, ending: str = "json", mime: str = JSON) -> Kind:
    """The kind of a file that is the only one of its kind; its words are those of its name."""
    known = f"{name}_{ending}"
    return Kind(known, "", ending, mime, lambda: (name,), make, lambda _: About(word(known)))


def as_json(made: Any, *, is_dense: bool = False) -> bytes:
    """JSON as all of it is published; dense is without line breaks, for what has many coordinates."""
    spacing: Mapping[str, Any] = {"separators": (",", ":")} if is_dense else {"indent": 1}
    return (json.dumps(made, ensure_ascii=False, allow_nan=False, **spacing) + "\n").encode()


def records(frame: pd.DataFrame, kinds: Mapping[str, str], lists: tuple[str, ...] = ()) -> list[Row]:
    """The rows of a frame of text as objects: numbers and truths by the types of `kinds`, an empty cell null, and the
    parts of a cell of `lists` as a list."""
    columns = {
        str(name): [parts(cell) if name in lists else typed(cell, kinds.get(str(name), "string")) for cell in cells]
        for name, cells in frame.items()
    }
    return [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)]


def typed(cell: str, kind: str) -> Any:
    """A cell of text as a value of a type of the descriptor; None where it is empty."""
    if cell == "":
        return None
    if kind == "boolean":
        return cell == "true"
    if kind in ("integer", "number"):
        return float(cell) if "." in cell else int(cell)
    return cell


def types_of(table: str) -> dict[str, str]:
    """The types of the columns of a table. Raises UnknownId."""
    return {field["name"]: field["type"] for field in descriptor.resource(table)["schema"]["fields"]}


def parts(cell: str) -> list[str]:
    """The ids in a cell."""
    return [part for part in cell.split(SEVERAL) if part]
