"""How a curated file must be written: encoding, line ends, header, cells, order. One spelling keeps changes small.

These faults are looked for in the raw text, before anything types it, so that each is named where it stands. What a
cell must be (type, range, key) is not asked here: the descriptor says it."""

import csv
import io
from dataclasses import dataclass
from pathlib import Path

from data.checks import cell_format, letters
from data.faults import Fault
from data.package import files
from data.package.resource import Resource

LARGEST_FIELD = 131_072
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
    "separator",
    "size",
    files.FILE,
)
OPEN = "a quote that opens a cell must be closed before the next comma"
# Several times the rows of our largest table.
MOST_ROWS = 50_000
SEPARATORS = {";": "semicolons", "\t": "tabs", "|": "upright strokes"}


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


NOTHING = Sheet([], [], [])


def read(path: Path, resource: Resource) -> tuple[Sheet, list[Fault]]:
    """A file and its faults of layout; where one of them is the cause of all others, that one alone."""
    body, unread = files.read(path)
    if unread:
        return NOTHING, [unread]
    found = _bytes(body, path.name)
    try:
        text = body.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        bad = body.removeprefix(BOM)[error.start : error.start + 1].hex().upper()
        return NOTHING, [Fault(path.name, line, "", f"byte {bad}", "encoding", "the file must be UTF-8")]
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if text.count("\n") > MOST_ROWS:
        rule = f"a table has at most {MOST_ROWS:,} lines"
        return NOTHING, [Fault(path.name, MOST_ROWS, "", f"{text.count(chr(10))} lines", "size", rule)]
    if other := _separator(text, path.name, resource):
        return NOTHING, [other]
    sheet, torn = _parse(text, path.name)
    if not sheet.header:
        rule = "the file is empty; its first line must be the header"
        return sheet, torn or [Fault(path.name, 1, "", "", "empty", rule)]
    if of_header := _header(sheet.header, path.name, resource):
        return sheet, [*found, *of_header]
    return sheet, [*found, *torn, *_cells(sheet, path.name, resource)]


def _separator(text: str, file: str, resource: Resource) -> Fault | None:
    """Another sign than the comma between the cells, seen from the header."""
    header = text.split("\n", 1)[0]
    expected = {field["name"] for field in resource["schema"]["fields"]}
    for sign, words in SEPARATORS.items():
        named = expected & {part.strip('" ') for part in header.split(sign)}
        if sign in header and len(named) > len(expected & {part.strip('" ') for part in header.split(",")}):
            rule = f"cells are parted by commas; here they are parted by {words}"
            return Fault(file, 1, "", letters.visible(sign), "separator", rule)
    return None


def _bytes(body: bytes, file: str) -> list[Fault]:
    found = []
    if body.startswith(BOM):
        found.append(Fault(file, 1, "", "EF BB BF", "bom", "the file must not begin with a byte order mark"))
    if b"\r" in body:
        line = body.count(b"\n", 0, body.index(b"\r")) + 1
        rule = "lines must end with LF alone; `python -m data format` writes them so"
        found.append(Fault(file, line, "", "CR", "line-end", rule))
    elif body and not body.endswith(b"\n"):
        last = body.rpartition(b"\n")[2].decode("utf-8", "replace")
        found.append(
            Fault(
                file,
                body.count(b"\n") + 1,
                "",
                letters.visible(last[:60]),
                "line-end",
                "the last line must end with LF",
            )
        )
    return found


def _parse(text: str, file: str) -> tuple[Sheet, list[Fault]]:
    """Records with their lines; a fault for each that is not quoted as it must be: only where a cell needs it."""
    # One for the whole process, and other libraries lift it.
    csv.field_size_limit(LARGEST_FIELD)
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
                found.append(Fault(file, before + 1, "", letters.visible(raw[:60]), "quotes", rule))
            records.append(record)
            starts.append(before + 1)
            before = reader.line_num
    except csv.Error as error:
        is_long = str(error).startswith("field larger")
        rule = "a cell has at most 5,000 letters" if is_long else OPEN
        rule_id = "size" if is_long else "quotes-open"
        found.append(Fault(file, before + 1, "", letters.visible(lines[before][:60]), rule_id, rule))
    return Sheet(records[0] if records else [], records[1:], starts[1:]), found


def _written(record: list[str]) -> str:
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow(record)
    return line.getvalue().removesuffix("\n")


def _header(actual: list[str], file: str, resource: Resource) -> list[Fault]:
    expected = [field["name"] for field in resource["schema"]["fields"]]
    if not set(actual) & set(expected):
        rule = f"the first line must be the header: {', '.join(expected)}"
        return [Fault(file, 1, "", letters.visible(",".join(actual)[:60]), "column-missing", rule)]
    folded = {name.casefold(): name for name in expected if name not in actual}
    meant = {name: folded.pop(name.casefold()) for name in actual if name.casefold() in folded and name not in expected}
    found = [
        Fault(file, 1, name, name, "column-missing", "this column of the descriptor is not in the header")
        for name in folded.values()
    ]
    for name in actual:
        if name not in expected:
            one = letters.visible(name[:60])
            rule = "the descriptor has no such column"
            rule = f"{rule}: upper and lower case count, it is {meant[name]}" if name in meant else rule
            found.append(Fault(file, 1, one, one, "column-extra", rule))
    doubled = sorted({name for name in actual if actual.count(name) > 1})
    found += [
        Fault(file, 1, name, name, "column-doubled", "this column stands in the header twice") for name in doubled
    ]
    if not found and actual != expected:
        place = next(at for at, (a, b) in enumerate(zip(actual, expected, strict=True)) if a != b)
        rule = f"columns must stand in the order of the descriptor: here {expected[place]}"
        found.append(Fault(file, 1, actual[place], actual[place], "column-order", rule))
    return found


def _cells(sheet: Sheet, file: str, resource: Resource) -> list[Fault]:
    width = len(sheet.header)
    found = []
    for line, row in zip(sheet.starts, sheet.records, strict=True):
        if not row:
            found.append(Fault(file, line, "", "", "blank", "no empty line in the file"))
        elif len(row) != width:
            rule = f"a line must have {width} cells, this one has {len(row)}"
            found.append(Fault(file, line, "", letters.visible(",".join(row)[:60]), "ragged", rule))
    if found:
        return found
    for place, field in enumerate(resource["schema"]["fields"]):
        ask = cell_format.checker(field)
        answers: dict[str, tuple[str, str] | None] = {"": None}
        for line, row in zip(sheet.starts, sheet.records, strict=True):
            cell = row[place]
            if cell not in answers:
                answers[cell] = ask(cell)
            if fault := answers[cell]:
                found.append(Fault(file, line, field["name"], letters.visible(cell[:80])[:80], *fault))
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
