"""What may befall a file as a whole, or the folder: what is done, and where it must be named."""

import os
import socket
from collections.abc import Callable
from pathlib import Path

from tests.data.damage import Expected

Bytes = Callable[[bytes], bytes]


def _line(number: int, change: Bytes) -> Bytes:
    def changed(body: bytes) -> bytes:
        lines = body.split(b"\n")
        lines[number - 1] = change(lines[number - 1])
        return b"\n".join(lines)

    return changed


def _parted_by(sign: bytes) -> Bytes:
    return lambda body: body.replace(b",", sign)


def _columns_exchanged(body: bytes) -> bytes:
    lines = [line.split(b",", 2) for line in body.split(b"\n")]
    return b"\n".join(b",".join([line[1], line[0], *line[2:]]) if len(line) > 1 else b"" for line in lines)


def _part(first: float, last: float) -> Bytes:
    """Some of the rows below the header."""

    def kept(body: bytes) -> bytes:
        head, *lines = body.splitlines(keepends=True)
        return b"".join([head, *lines[int(len(lines) * first) : int(len(lines) * last)]])

    return kept


# Each kind has a table of its own, so that all of them stand in one copy: what is done; line, column, rule.
BYTES: dict[str, tuple[str, Bytes, int, str, str]] = {
    "byte order mark": ("deals", lambda body: b"\xef\xbb\xbf" + body, 1, "", "bom"),
    "lines of another system": ("us_aid", lambda body: body.replace(b"\n", b"\r\n"), 1, "", "line-end"),
    "lines of an old system": ("forums", lambda body: body.replace(b"\n", b"\r"), 1, "", "line-end"),
    "last line without end": ("macro", lambda body: body[:-1], 2303, "", "line-end"),
    "Latin-1": ("agreements", _line(4, lambda line: line + "é".encode("latin-1")), 4, "", "encoding"),
    "UTF-16": ("articles", lambda body: body.decode().encode("utf-16"), 1, "", "encoding"),
    "UTF-7 surrogate": ("claims", _line(5, lambda line: line + b"\xed\xa0\x80"), 5, "", "encoding"),
    "empty file": ("investment", lambda body: b"", 1, "", "empty"),
    "only line ends": ("us_tariffs", lambda body: b"\n\n\n", 1, "", "empty"),
    "no header": ("contradictions", lambda body: body.split(b"\n", 1)[1], 1, "", "column-missing"),
    "header alone": ("forum_members", _part(0, 0), 0, "", "rows"),
    "half of the rows": ("us_trade_monthly", _part(0, 0.5), 0, "", "rows"),
    "last third gone": ("trade_partners", _part(0, 0.66), 0, "", "rows"),
    "column gone": (
        "mineral_sites",
        lambda body: body.replace(b",operator,", b",", 1),
        1,
        "operator",
        "column-missing",
    ),
    "column more": ("us_trade", lambda body: body.replace(b",note", b",note,remark", 1), 1, "remark", "column-extra"),
    "column twice": (
        "us_import_reliance",
        lambda body: body.replace(b",note", b",note,note", 1),
        1,
        "note",
        "column-doubled",
    ),
    "columns exchanged": ("trade_mirror", _columns_exchanged, 1, "partner", "column-order"),
    "header in capitals": (
        "sources",
        lambda body: body.replace(b"publisher", b"Publisher", 1),
        1,
        "Publisher",
        "column-extra",
    ),
    "semicolons": ("minerals", _parted_by(b";"), 1, "", "separator"),
    "tabs": ("minerals_reserves", _parted_by(b"\t"), 1, "", "separator"),
    "upright strokes": ("c51_timeline", _parted_by(b"|"), 1, "", "separator"),
    "a cell too many": ("series_notes", _line(7, lambda line: line + b",more"), 7, "", "ragged"),
    "a cell too few": ("claim_tests", _line(3, lambda line: b"CL001"), 3, "", "ragged"),
    "empty line": ("critical_lists", _line(9, lambda line: b"\n" + line), 9, "", "blank"),
    "quote that stays open": ("us_uranium_origins", _line(120, lambda line: b'"' + line), 120, "", "quotes-open"),
    "needless quotes": (
        "us_import_sources",
        _line(3, lambda line: b'"' + line.replace(b",", b'",', 1)),
        3,
        "",
        "quotes",
    ),
    "cell of megabytes": ("us_trade_products", _line(5, lambda line: line + b"a" * 3_000_000), 5, "", "size"),
}


def bytes_changed(folder: Path) -> list[Expected]:
    """Do all of BYTES to a folder."""
    found = []
    for kind, (table, change, line, column, rule_id) in BYTES.items():
        path = folder / f"{table}.csv"
        path.write_bytes(change(path.read_bytes()))
        found.append(Expected(kind, path.name, line, column, "", rule_id))
    return found


def _replaced(table: str, make: Callable[[Path], object]) -> Callable[[Path], Expected]:
    def change(folder: Path) -> Expected:
        path = folder / f"{table}.csv"
        path.unlink()
        make(path)
        return Expected("", path.name, 0, "", "", "file")

    return change


def _added(name: str, make: Callable[[Path], object]) -> Callable[[Path], Expected]:
    def change(folder: Path) -> Expected:
        make(folder / name)
        return Expected("", name, 0, "", "", "file")

    return change


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the name of a socket has a hundred letters at most
    try:
        with socket.socket(socket.AF_UNIX) as one:
            one.bind(path.name)
    finally:
        os.chdir(here)


def _other_case(folder: Path) -> Expected:
    (folder / "macro.csv").rename(folder / "Macro.csv")
    return Expected("", "Macro.csv", 0, "", "Macro.csv", "file")


def _sparse(path: Path) -> None:
    with path.open("wb") as file:
        file.truncate(5_000_000_000)


def _too_large(folder: Path) -> Expected:
    _sparse(folder / "us_trade.csv")
    return Expected("", "us_trade.csv", 0, "", "5000000000 bytes", "size")


FOLDERS: dict[str, Callable[[Path], Expected]] = {
    "file gone": _replaced("deals", lambda path: None),
    "folder in its place": _replaced("us_aid", Path.mkdir),
    "pipe in its place": _replaced("forums", os.mkfifo),
    "socket in its place": _replaced("articles", _socket),
    "link in its place": _replaced("claims", lambda path: path.symlink_to("/etc/hostname")),
    "link to a device": _replaced("sources", lambda path: path.symlink_to("/dev/zero")),
    "link that leads nowhere": _replaced("countries", lambda path: path.symlink_to("nowhere")),
    "link to itself": _replaced("minerals", lambda path: path.symlink_to(path.name)),
    "name in other letters": _other_case,
    "five gigabytes": _too_large,
    "table that is not named": _added("more.csv", lambda path: path.write_text("iso3\n")),
    "table in capitals": _added("EXTRA.CSV", lambda path: path.write_text("iso3\n")),
    "copy of an editor": _added("us_trade.csv~", lambda path: path.write_text("")),
    "hidden file": _added(".DS_Store", lambda path: path.write_text("")),
    "folder beside": _added("old", Path.mkdir),
    "another descriptor": _added("datapackage.yaml", lambda path: path.write_text("")),
    "pipe beside": _added("queue", os.mkfifo),
}
