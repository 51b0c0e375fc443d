"""Faults in the data and in requests for it, said so that the reader can mend them."""

from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path


@dataclass(frozen=True, order=True)
class Fault:
    """One fault in one cell, line or file; `line` counts from 1, the header being line 1; 0 is the whole file."""

    file: str
    line: int
    column: str
    value: str
    rule_id: str
    rule: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        parts = [place, self.column or "-", f'"{self.value}"', self.rule]
        return "  ".join(parts)


class DataFault(Exception):
    """The curated tables can't be read as their descriptor says; `faults` lists where."""

    def __init__(self, faults: list[Fault]) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


class UnknownId(ValueError):
    """An id that no registry or table has; the message names it and the ids closest to it, as `close` does."""

    def __init__(self, kind: str, wanted: str, known: list[str]) -> None:
        self.kind = kind
        self.close = tuple(get_close_matches(wanted[:80], known, n=3))
        hint = f"; did you mean {' or '.join(self.close)}?" if self.close else ""
        super().__init__(f"no {kind} “{wanted[:80]}”{hint}")


class FolderInUse(ValueError):
    """A folder that may not be written to; the message names it, why, and what to do."""

    def __init__(self, folder: Path, why: str) -> None:
        super().__init__(f"{folder} {why}; name a new or an empty folder")
