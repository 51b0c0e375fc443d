"""Files of a folder of tables as they lie on the disk: only a plain file of a bearable size is ever opened.

A pipe would be waited for, a device never ends, a link may lead out of the folder: each is told for what it is."""

import os
import stat
from pathlib import Path

from data.faults import Fault

# Several times the largest of our files; what is larger would take minutes to read and is no table of ours.
MOST_BYTES = 8_000_000
FILE = "file"
KINDS = (
    (stat.S_ISLNK, "a link"),
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISSOCK, "a socket"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
)
MISSING = "the descriptor names this file, but it is not there"


def read(path: Path) -> tuple[bytes, Fault | None]:
    """The bytes of a file, or nothing and the fault that keeps it from being read."""
    try:
        found = path.lstat()
    except FileNotFoundError:
        return b"", Fault(path.name, 0, "", "", FILE, MISSING)
    except OSError as error:
        return b"", Fault(path.name, 0, "", type(error).__name__, FILE, "the file can't be looked at")
    if not stat.S_ISREG(found.st_mode):
        kind = next((words for is_one, words in KINDS if is_one(found.st_mode)), "something else")
        return b"", Fault(path.name, 0, "", kind, FILE, "in this place must stand a plain file")
    if found.st_size > MOST_BYTES:
        rule = f"a file has at most {MOST_BYTES:,} bytes"
        return b"", Fault(path.name, 0, "", f"{found.st_size} bytes", "size", rule)
    try:
        return path.read_bytes(), None
    except OSError as error:
        return b"", Fault(path.name, 0, "", type(error).__name__, FILE, "the file can't be read")


def strangers(directory: Path, paths: set[str], *, only_tables: bool) -> list[Fault]:
    """What lies in the folder and is none of the files of `paths`; of an extract only tables are looked at."""
    found = []
    folded = {path.casefold(): path for path in paths}
    for name in sorted(os.listdir(directory)):
        if name in paths or (only_tables and not name.casefold().endswith(".csv")):
            continue
        meant = folded.get(name.casefold())
        rule = f"upper and lower case count: the file is {meant}" if meant else "the descriptor doesn't name this file"
        found.append(Fault(_plain(name), 0, "", _plain(name), FILE, rule))
    return found


def _plain(name: str) -> str:
    return name.encode("unicode_escape").decode("ascii")[:80]
