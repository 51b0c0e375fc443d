"""What may befall a file as a whole, done to a copy: named with file, line, column, value and a rule."""

from collections.abc import Callable

import pytest


def replace_text(old: str, new: str) -> Callable[[bytes], bytes]:
    return lambda body: body.replace(old.encode(), new.encode(), 1)


def on_line(number: int, change: Callable[[bytes], bytes]) -> Callable[[bytes], bytes]:
    """Change one line of the file."""

    def changed(body: bytes) -> bytes:
        lines = body.split(b"\n")
        lines[number - 1] = change(lines[number - 1])
        return b"\n".join(lines)

    return changed


def swap_columns(body: bytes) -> bytes:
    lines = [line.split(b",") for line in body.split(b"\n")]
    return b"\n".join(b",".join([line[1], line[0], *line[2:]]) if len(line) > 1 else b"" for line in lines)


def column_last(name: str, cell: str) -> Callable[[bytes], bytes]:
    def added(body: bytes) -> bytes:
        head, *rest = body.decode().rstrip("\n").split("\n")
        return "\n".join([f"{head},{name}", *(f"{line},{cell}" for line in rest), ""]).encode()

    return added


COLUMNS = "reporter, partner, flow, year, period, basis, source_id, value_usd, status, preferred, locator, note"
LF_ALONE = "lines must end with LF alone; `python -m data format` writes them so"
# what is done to us_trade.csv; line, column, value, rule
FILES: dict[str, tuple[Callable[[bytes], bytes], int, str, str, str]] = {
    "byte order mark": (
        lambda body: b"\xef\xbb\xbf" + body,
        1,
        "",
        "EF BB BF",
        "the file must not begin with a byte order mark",
    ),
    "CRLF": (lambda body: body.replace(b"\n", b"\r\n"), 1, "", "CR", LF_ALONE),
    "one CRLF": (on_line(3, lambda line: line + b"\r"), 3, "", "CR", LF_ALONE),
    "lone CR": (
        lambda body: body.rstrip(b"\n") + b"\r",
        18,
        "",
        "CR",
        LF_ALONE,
    ),
    "Latin-1": (
        on_line(4, lambda line: line + "é".encode("latin-1")),
        4,
        "",
        "byte E9",
        "the file must be UTF-8",
    ),
    "UTF-16": (lambda body: body.decode().encode("utf-16"), 1, "", "byte FF", "the file must be UTF-8"),
    "empty file": (lambda body: b"", 1, "", "", "the file is empty; its first line must be the header"),
    "no header": (
        lambda body: body.split(b"\n", 1)[1],
        1,
        "",
        None,
        f"the first line must be the header: {COLUMNS}",
    ),
    "missing column": (
        replace_text(",note", ""),
        1,
        "note",
        "note",
        "this column of the descriptor is not in the header",
    ),
    "extra column": (column_last("remark", ""), 1, "remark", "remark", "the descriptor has no such column"),
    "doubled column": (column_last("note", ""), 1, "note", "note", "this column stands in the header twice"),
    "swapped columns": (
        swap_columns,
        1,
        "partner",
        "partner",
        "columns must stand in the order of the descriptor: here reporter",
    ),
    "swapped header": (
        replace_text("reporter,partner", "partner,reporter"),
        1,
        "partner",
        "partner",
        "columns must stand in the order of the descriptor: here reporter",
    ),
    "header in capitals": (
        replace_text("partner", "Partner"),
        1,
        "Partner",
        "Partner",
        "the descriptor has no such column: upper and lower case count, it is partner",
    ),
    "too many cells": (
        on_line(2, lambda line: line + b",more"),
        2,
        "",
        None,
        "a line must have 12 cells, this one has 13",
    ),
    "too few cells": (
        on_line(3, lambda line: b"USA,TJK"),
        3,
        "",
        "USA,TJK",
        "a line must have 12 cells, this one has 2",
    ),
    "semicolons": (
        on_line(3, lambda line: b"USA;TJK;export"),
        3,
        "",
        "USA;TJK;export",
        "a line must have 12 cells, this one has 1",
    ),
    "empty line": (on_line(3, lambda line: b"\n" + line), 3, "", "", "no empty line in the file"),
    "empty line at the end": (lambda body: body + b"\n", 19, "", "", "no empty line in the file"),
    "quote that is not closed": (
        on_line(17, lambda line: b'"' + line),
        17,
        "",
        None,
        "a quote that opens a cell must be closed before the next comma",
    ),
    "needless quotes": (
        on_line(2, replace_text("USA,TJK", '"USA",TJK')),
        2,
        "",
        None,
        "quotes stand only round cells with a comma, a quote or a line break",
    ),
}


@pytest.mark.parametrize("name", FILES)
def test_damaged_file_is_named_with_line_column_value_and_rule(small_copy, found, name):
    change, line, column, value, rule = FILES[name]
    path = small_copy / "us_trade.csv"
    path.write_bytes(change(path.read_bytes()))
    told = found()
    assert {fault.file for fault in told} == {"us_trade.csv"}
    there = [fault for fault in told if fault.rule == rule]
    assert [(fault.line, fault.column) for fault in there][:1] == [(line, column)]
    assert value is None or there[0].value == value
