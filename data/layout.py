"""How a curated file must be written: encoding, line ends, header, cells, order. One spelling keeps changes small.

These faults are looked for in the raw text, before anything types it, so that each is named where it stands. What a
cell must be (type, range, key) is not asked here: the descriptor says it."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data import spelling
from data.faults import Fault

BOM = b"\xef\xbb\xbf"
# Past these the cells can't be put to columns or lines, so nothing further is asked of the file.
UNREADABLE = (
    "encoding",
    "bom",
    "empty",
    "quotes-open",
    "ragged",
    "blank",
    "column-missing",
    "column-extra",
    "column-order",
    "column-doubled",
)


@dataclass(frozen=True)
class Sheet:
    """A file as text: its header, its records, and the line of the file on which each record begins."""

    header: list[str]
    records: list[list[str]]
    starts: list[int]

    def rows(self) -> list[dict[str, str]]:
        """Records by column."""
        return [dict(zip(self.header, record, strict=True)) for record in self.records]

    def columns(self, names: list[str]) -> list[tuple[str, ...]]:
        """The cells of some columns, one tuple per record."""
        places = [self.header.index(name) for name in names]
        return [tuple(record[place] for place in places) for record in self.records]

    def line(self, number: int) -> int:
        """Line of the file for the n-th record, the header being the first; 0 is the whole file."""
        place = number - 2
        return self.starts[place] if 0 <= place < len(self.starts) else number


def read(path: Path, resource: dict[str, Any]) -> tuple[Sheet, list[Fault]]:
    """A file and its faults of layout."""
    body = path.read_bytes()
    found = _bytes(body, path.name)
    try:
        text = body.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        bad = body.removeprefix(BOM)[error.start : error.start + 1].hex().upper()
        rule = "the file must be UTF-8"
        return Sheet([], [], []), [*found, Fault(path.name, line, "", f"byte {bad}", "encoding", rule)]
    sheet, torn = _parse(text.replace("\r\n", "\n").replace("\r", "\n"), path.name)
    if not sheet.header:
        return sheet, [Fault(path.name, 1, "", "", "empty", "the file is empty; its first line must be the header")]
    return sheet, [*found, *torn, *_header(sheet.header, path.name, resource), *_cells(sheet, path.name, resource)]


def _bytes(body: bytes, file: str) -> list[Fault]:
    found = []
    if body.startswith(BOM):
        found.append(Fault(file, 1, "", "EF BB BF", "bom", "the file must not begin with a byte order mark"))
    if b"\r" in body:
        line = body.count(b"\n", 0, body.index(b"\r")) + 1
        rule = "lines must end with LF alone; `python -m data format` writes them so"
        found.append(Fault(file, line, "", "CR", "line-end", rule))
    if body and not body.endswith(b"\n"):
        last = body.rpartition(b"\n")[2].decode("utf-8", "replace")
        found.append(Fault(file, body.count(b"\n") + 1, "", last[:60], "line-end", "the last line must end with LF"))
    return found


def _parse(text: str, file: str) -> tuple[Sheet, list[Fault]]:
    """Records with their lines; a fault for each that is not quoted as it must be: only where a cell needs it."""
    reader = csv.reader(io.StringIO(text), strict=True)
    lines = text.split("\n")
    records: list[list[str]] = []
    starts: list[int] = []
    found = []
    before = 0
    try:
        for record in reader:
            raw = "\n".join(lines[before : reader.line_num])
            if record and raw != _written(record):
                rule = "quotes stand only round cells with a comma, a quote or a line break"
                found.append(Fault(file, before + 1, "", raw[:60], "quotes", rule))
            records.append(record)
            starts.append(before + 1)
            before = reader.line_num
    except csv.Error:
        rule = "a quote that opens a cell must be closed before the next comma"
        found.append(Fault(file, before + 1, "", lines[before][:60], "quotes-open", rule))
    return Sheet(records[0] if records else [], records[1:], starts[1:]), found


def _written(record: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(record)
    return line.getvalue().removesuffix("\n")


def _header(actual: list[str], file: str, resource: dict[str, Any]) -> list[Fault]:
    expected = [field["name"] for field in resource["schema"]["fields"]]
    if not set(actual) & set(expected):
        rule = f"the first line must be the header: {', '.join(expected)}"
        return [Fault(file, 1, "", ",".join(actual)[:60], "column-missing", rule)]
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


def _cells(sheet: Sheet, file: str, resource: dict[str, Any]) -> list[Fault]:
    asked = {field["name"]: spelling.asker(field) for field in resource["schema"]["fields"]}
    width = len(sheet.header)
    found = []
    for line, row in zip(sheet.starts, sheet.records, strict=True):
        if not row:
            found.append(Fault(file, line, "", "", "blank", "no empty line in the file"))
            continue
        if len(row) != width:
            rule = f"a line must have {width} cells, this one has {len(row)}"
            found.append(Fault(file, line, "", ",".join(row)[:60], "ragged", rule))
            continue
        for column, cell in zip(sheet.header, row, strict=True):
            fault = asked[column](cell) if cell and column in asked else None
            if fault:
                found.append(Fault(file, line, column, spelling.visible(cell)[:80], *fault))
    return found


def order_faults(sheet: Sheet, file: str, key: list[str]) -> list[Fault]:
    """The first line that stands before its place in the order of the primary key."""
    before: tuple[str, ...] = ()
    for line, now in zip(sheet.starts, sheet.columns(key), strict=True):
        if now < before:
            rule = f"lines must be sorted by {', '.join(key)}"
            return [Fault(file, line, key[0], ", ".join(now), "order", rule)]
        before = now
    return []
