"""How a curated file must be written: encoding, line ends, header, cells, order. One spelling keeps changes small.

These faults are looked for in the raw text, before anything parses it, so that each is named where it stands."""

import csv
import io
import re
from pathlib import Path
from typing import Any

from data.faults import Fault

WORDS_FOR_NOTHING = {"nan", "na", "n/a", "null", "none", "nil", "-", "–", "..", "...", "?", "#n/a", "missing"}
GROUPED = re.compile(r"-?\d{1,3}([,  ’']\d{3})+(\.\d+)?$")
NUMERIC = ("integer", "number")
BOM = b"\xef\xbb\xbf"


def faults(path: Path, resource: dict[str, Any]) -> list[Fault]:
    """Faults of layout of one file; parsing it further is of use only where there are none."""
    body = path.read_bytes()
    found = _bytes(body, path.name)
    try:
        text = body.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        bad = body[error.start : error.start + 1].hex()
        return [*found, Fault(path.name, line, "", f"byte {bad}", "encoding", "the file must be UTF-8")]
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n").replace("\r", "\n"))))
    return [*found, *_header(rows, path.name, resource), *_cells(rows, path.name, resource)]


def _bytes(body: bytes, file: str) -> list[Fault]:
    found = []
    if body.startswith(BOM):
        found.append(Fault(file, 1, "", "EF BB BF", "bom", "the file must not begin with a byte order mark"))
    if b"\r" in body:
        line = body.count(b"\n", 0, body.index(b"\r")) + 1
        found.append(Fault(file, line, "", "CR", "line-end", "lines must end with LF alone"))
    if body and not body.endswith(b"\n"):
        found.append(Fault(file, body.count(b"\n") + 1, "", "", "line-end", "the last line must end with LF"))
    return found


def _header(rows: list[list[str]], file: str, resource: dict[str, Any]) -> list[Fault]:
    expected = [field["name"] for field in resource["schema"]["fields"]]
    actual = rows[0] if rows else []
    found = [
        Fault(file, 1, name, name, "column-missing", "this column of the descriptor is not in the header")
        for name in expected
        if name not in actual
    ]
    found += [
        Fault(file, 1, name, name, "column-extra", "the descriptor has no such column")
        for name in actual
        if name not in expected
    ]
    doubled = sorted({name for name in actual if actual.count(name) > 1})
    found += [
        Fault(file, 1, name, name, "column-doubled", "this column stands in the header twice") for name in doubled
    ]
    if not found and actual != expected:
        place = next(at for at, (a, b) in enumerate(zip(actual, expected, strict=True)) if a != b)
        rule = f"columns must stand in the order of the descriptor: here {expected[place]}"
        found.append(Fault(file, 1, actual[place], actual[place], "column-order", rule))
    return found


def _cells(rows: list[list[str]], file: str, resource: dict[str, Any]) -> list[Fault]:
    header = rows[0] if rows else []
    fields = {field["name"]: field for field in resource["schema"]["fields"]}
    found = []
    for line, row in enumerate(rows[1:], start=2):
        if len(row) != len(header):
            rule = f"a line must have {len(header)} cells, this one has {len(row)}"
            found.append(Fault(file, line, "", ",".join(row)[:60], "ragged", rule))
            continue
        for column, cell in zip(header, row, strict=True):
            fault = _cell(cell, fields.get(column, {}))
            if fault:
                found.append(Fault(file, line, column, cell[:80], *fault))
    return found


def _cell(cell: str, field: dict[str, Any]) -> tuple[str, str] | None:
    """Rule id and rule that a cell breaks. A pattern of the descriptor goes before: NA is the code of Namibia."""
    pattern = field.get("constraints", {}).get("pattern")
    if not cell or (pattern and re.fullmatch(pattern, cell)):
        return None
    if cell != cell.strip() or "\n" in cell:
        return "space", "no space before or after a cell, no line break in it"
    if cell.casefold() in WORDS_FOR_NOTHING:
        return "nothing", "unknown is written as an empty cell, never as a word or a sign"
    if field.get("type") in NUMERIC and GROUPED.match(cell):
        return "grouping", "numbers are written without thousands separators"
    return None


def order_faults(rows: list[dict[str, str]], file: str, key: list[str]) -> list[Fault]:
    """The first line that stands before its place in the order of the primary key."""
    before: list[str] = []
    for line, row in enumerate(rows, start=2):
        now = [row[column] for column in key]
        if now < before:
            rule = f"lines must be sorted by {', '.join(key)}"
            return [Fault(file, line, key[0], ", ".join(now), "order", rule)]
        before = now
    return []
