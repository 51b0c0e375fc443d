"""A generator of damage: what may befall the curated tables, each kind with the place where the check must name it.

A kind is done to a copy of the tables in memory (`Copy`), many kinds to one copy where they don't touch each other. The
seed chooses rows and letters, so that another run of another seed damages other places."""

import csv
import io
import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.package import descriptor

Row = dict[str, str]


@dataclass
class Copy:
    """The tables and the descriptor of a folder in memory, to damage and to write."""

    folder: Path
    whole: dict[str, Any]
    tables: dict[str, list[Row]] = field(default_factory=dict)
    touched: set[str] = field(default_factory=set)

    def rows(self, table: str) -> list[Row]:
        if table not in self.tables:
            text = (self.folder / f"{table}.csv").read_text("utf-8")
            self.tables[table] = list(csv.DictReader(io.StringIO(text, newline="")))
        return self.tables[table]

    def set(self, table: str, at: int, column: str, value: str) -> int:
        """Write a cell; the line of the file on which it stands."""
        self.rows(table)[at][column] = value
        self.touched.add(table)
        return at + 2

    def write(self, to: Path) -> None:
        for table in self.touched:
            rows = self.rows(table)
            written = io.StringIO()
            writer = csv.DictWriter(written, list(rows[0]), lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
            (to / f"{table}.csv").write_text(written.getvalue(), "utf-8")


def read(folder: Path) -> Copy:
    """A fresh copy of a folder in memory."""
    return Copy(folder, descriptor.read_descriptor(folder))


@dataclass(frozen=True)
class Expected:
    """Where a kind of damage must be named, once: an empty value or rule is not looked at, line -1 is any line."""

    kind: str
    file: str
    line: int
    column: str
    value: str = ""
    rule_id: str = ""


# --- cells: every column by itself -----------------------------------------------------------------------------------

TWINS = str.maketrans("aeopcxyABEKMHOPCTX", "аеорсхуАВЕКМНОРСТХ")
UNSEEN = (
    *("\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u200e", "\u202e", "\u2066", "\u2028", "\u0000"),
    *("\u0007", "\u007f", "\u009b", "\u115f", "\u3164", "\u2800", "\u034f", "\ufe0f", "\U000e0041", "\ufffd", "\u180e"),
)
BLANKS = ("\u00a0", "\u2009", "\u202f", "\u3000", "\u2003", "  ")
STRANGE = ("１", "Ａ", "𝐀", "ﬁ", "Ⅳ", "٣", "☺", "ᴀ", "ɑ", "＝", "ꓮ", "⁄")
NOTHING = ("N/A", "null", "None", "n.a.", "-", "—", "..", "unknown", "#N/A", "NaN", "?")
FORMULAS = ("=1+1", "+cmd", "-2+3", "@SUM(A1)")
FULL_FORMULAS = ("＝1+1", "＋1", "－1", "＠A1", "﹢1", "⁼1")
NUMBERS = ("many", "1,234", "1 234", "1'234", "12,5", "1e5", "0x1F", "inf", "NaN", "+5", "007", "5%", "$5", "5 t", "９")
HUGE = "9" * 40
WRONG_BOOLEANS = ("TRUE", "yes", "1", "True", "wahr", "0", "t")
WRONG_DATES = (
    "0000",
    "9999",
    "0999-01",
    "2025-13",
    "2025-02-31",
    "01.01.2025",
    "2025/01/01",
    "January 2025",
    "2025-1-1",
)
Change = Callable[[str, random.Random], str | None]


def _inside(sign: str) -> Change:
    """Put a sign inside a text of two letters or more."""

    def change(cell: str, _chance: random.Random) -> str | None:
        return f"{cell[: len(cell) // 2]}{sign}{cell[len(cell) // 2 :]}" if len(cell) > 1 else None

    return change


def _any_inside(signs: tuple[str, ...]) -> Change:
    return lambda cell, chance: _inside(chance.choice(signs))(cell, chance)


def _twin(cell: str, chance: random.Random) -> str | None:
    """One letter of a word of two or more replaced by its Cyrillic twin."""
    places = [
        at
        for at, letter in enumerate(cell)
        if letter.translate(TWINS) != letter and (cell[at - 1 : at].isalpha() or cell[at + 1 : at + 2].isalpha())
    ]
    return (
        None
        if not places
        else (lambda at: cell[:at] + cell[at].translate(TWINS) + cell[at + 1 :])(chance.choice(places))
    )


def _decomposed(cell: str, _chance: random.Random) -> str | None:
    return f"{cell}\u0301" if cell[-1:].isalpha() else None


def _one_of(values: tuple[str, ...]) -> Change:
    return lambda _cell, chance: chance.choice(values)


def _doubled_member(cell: str, _chance: random.Random) -> str | None:
    return f"{cell};{cell.split(';')[0]}"


TEXTS: dict[str, Change] = {
    "look-alike letter": _twin,
    "sign without a shape": _any_inside(UNSEEN),
    "blank that is none": _any_inside(BLANKS),
    "sign of a picture font": _any_inside(STRANGE),
    "letter and mark apart": _decomposed,
    "blank at the end": lambda cell, _: f"{cell} " if cell else None,
    "no-break blank before": lambda cell, _: f"\u00a0{cell}" if cell else None,
    "line break": _inside("\n"),
    "tab": _inside("\t"),
    "word for nothing": _one_of(NOTHING),
    "formula": _one_of(FORMULAS),
    "formula in full width": _one_of(FULL_FORMULAS),
    "huge cell": lambda _cell, _: "long " * 4_000 + "end",
}
OF_KIND: dict[str, dict[str, Change]] = {
    "number": {"no plain number": _one_of(NUMBERS), "huge number": lambda *_: HUGE, "blank number": lambda *_: "1 "},
    "integer": {"no plain number": _one_of(NUMBERS), "fraction": lambda *_: "2.5", "huge number": lambda *_: HUGE},
    "boolean": {"other word for true": _one_of(WRONG_BOOLEANS), "unseen in a boolean": lambda *_: "true\u200b"},
    "date": {"no date": _one_of(WRONG_DATES)},
    "string": TEXTS,
}


def _of_constraints(column: dict[str, Any]) -> dict[str, Change]:
    limits = column.get("constraints", {})
    changes: dict[str, Change] = {}
    if limits.get("required"):
        changes["empty"] = lambda *_: ""
    if "minimum" in limits and column["type"] != "date":
        changes["below the least"] = lambda *_: str(int(limits["minimum"]) - 1)
    if "maximum" in limits and column["type"] != "date":
        changes["above the most"] = lambda *_: str(int(limits["maximum"]) + 1)
    if "maxLength" in limits:
        changes["longer than the longest"] = lambda *_: "long " * (limits["maxLength"] // 5) + "enough"
    if "enum" in limits:
        changes["not in the list"] = lambda *_: "else"
    pattern = limits.get("pattern", "")
    if pattern and not pattern.startswith("[^"):
        changes["another form"] = lambda *_: "!Ab, c!"
        changes["blank inside an id"] = lambda cell, _: f"{cell} {cell}" if " " not in pattern else None
    if pattern.startswith("[0-9]{4}("):
        changes["no date"] = _one_of(WRONG_DATES)
    if pattern.startswith("[a-z0-9]"):
        changes["capital in an id"] = lambda cell, _: cell.upper() if cell.upper() != cell else None
    if ";" in pattern:
        changes["member twice"] = _doubled_member
        changes["empty member"] = lambda cell, _: f"{cell};" if cell else None
        changes["blank in a list"] = lambda cell, _: f"{cell}; {cell}" if cell else None
    return changes


def cell_kinds(whole: dict[str, Any]) -> Iterator[tuple[str, str, str, Change]]:
    """Every kind of damage to a cell, for every column by itself: table, column, kind, change."""
    for resource in whole["resources"]:
        for column in resource["schema"]["fields"]:
            limits = column.get("constraints", {})
            for kind, change in {**OF_KIND[column["type"]], **_of_constraints(column)}.items():
                # A pattern that it fits makes NA a code and +7 a calling code.
                if kind in ("word for nothing", "formula") and "pattern" in limits:
                    continue
                yield resource["name"], column["name"], kind, change


def damage_cells(copy: Copy, kinds: list[tuple[str, str, str, Change]], chance: random.Random) -> list[Expected]:
    """Do each of the kinds to a filled cell of its column; those that no cell can bear are left out."""
    found = []
    for table, column, kind, change in kinds:
        rows = copy.rows(table)
        places = [at for at, row in enumerate(rows) if row[column]]
        for at in chance.sample(places, min(len(places), 12)):
            value = change(rows[at][column], chance)
            if value is not None and value != rows[at][column]:
                line = copy.set(table, at, column, value)
                found.append(Expected(f"{table}.{column}: {kind}", f"{table}.csv", line, column))
                break
    return found


def batches(whole: dict[str, Any], seed: int) -> Iterator[list[tuple[str, str, str, Change]]]:
    """The kinds of damage to cells in turns, each of which damages a column once; line breaks in a turn of their own,
    for they move the lines below them."""
    chance = random.Random(seed)
    left: dict[tuple[str, str], list[tuple[str, str, str, Change]]] = {}
    broken: list[tuple[str, str, str, Change]] = []
    for cell_kind in cell_kinds(whole):
        if cell_kind[2] == "line break":
            broken.append(cell_kind)
        else:
            left.setdefault(cell_kind[:2], []).append(cell_kind)
    for kinds in left.values():
        chance.shuffle(kinds)
    while any(left.values()):
        yield [kinds.pop() for kinds in left.values() if kinds]
    of_table = {one[0]: one for one in chance.sample(broken, len(broken))}
    yield list(of_table.values())


# --- the descriptor: every key ---------------------------------------------------------------------------------------

OTHERS: tuple[Any, ...] = (
    None,
    7,
    -1,
    True,
    "",
    " ",
    [],
    {},
    [None],
    {"a": 1},
    "https://evil.invalid/x",
    "tаble",
    "a\u200bb",
)
FREE = ("unit", "coverage", "constraints", "keywords")
SEALED = ("bytes", "hash", "rows")


def descriptor_kinds(whole: dict[str, Any]) -> Iterator[tuple[str, Callable[[dict[str, Any]], None], str]]:
    """Every key of the package, of a table, of its schema, its columns and their constraints: what is done, and how the
    place begins at which it must be named."""
    yield from _of_object(whole, (), "", {"resources"})
    at, resource = next((at, one) for at, one in enumerate(whole["resources"]) if one["name"] == "us_trade")
    here = ("resources", at)
    yield from _of_object(resource, here, "us_trade", set(SEALED))
    yield from _of_object(resource["schema"], (*here, "schema"), "us_trade", set())
    for place, column in enumerate(resource["schema"]["fields"]):
        path = (*here, "schema", "fields", place)
        yield from _of_object(column, path, f"us_trade.{column['name']}", set())
        for key in column.get("constraints", {}):
            where = f"us_trade.{column['name']}.constraints.{key}"
            for value in OTHERS:
                is_fit = (key in ("required", "unique") and value is True) or (
                    key in ("minimum", "maximum", "maxLength") and value in (7, -1) and value is not True
                )
                if not is_fit and not (key == "pattern" and isinstance(value, str) and value):
                    yield (
                        f"{where} = {value!r}",
                        _setter((*path, "constraints", key), value),
                        f"us_trade.{column['name']}",
                    )


def _of_object(thing: dict[str, Any], path: tuple[Any, ...], where: str, left_out: set[str]) -> Iterator[Any]:
    for key, now in thing.items():
        if key in left_out:
            continue
        place = f"{where}.{key}".strip(".")
        if key not in FREE:
            yield f"{place} taken out", _remover((*path, key)), _told_at(path, place)
        for value in OTHERS:
            if value != now and not _is_free(key, value):
                yield f"{place} = {value!r}", _setter((*path, key), value), _told_at(path, place)
    yield f"{where}: a key that is not known", _setter((*path, "$ref"), "https://evil.invalid/x"), where


def _told_at(path: tuple[Any, ...], place: str) -> str:
    """Where a key is told of; a table or column without its name is told by its place."""
    if not place.endswith(".name"):
        return place
    table = place.split(".")[0]
    return f"resources[{path[1]}].name" if len(path) == 2 else f"{table}.fields[{path[-1]}].name"


def _is_free(key: str, value: Any) -> bool:
    """Whether the value is one that can stand under the key: any address is a text."""
    is_plain = value == "https://evil.invalid/x"
    return (
        (key in ("title", "description", "unit") and is_plain)
        or (key == "foreignKeys" and value == [])
        or (key in ("contributors", "sources") and value == [])
        or (key == "constraints" and value == {})
    )


def _reach(whole: dict[str, Any], path: tuple[Any, ...]) -> Any:
    for key in path:
        whole = whole[key]
    return whole


def _setter(path: tuple[Any, ...], value: Any) -> Callable[[dict[str, Any]], None]:
    return lambda whole: _reach(whole, path[:-1]).__setitem__(path[-1], value)


def _remover(path: tuple[Any, ...]) -> Callable[[dict[str, Any]], None]:
    return lambda whole: _reach(whole, path[:-1]).__delitem__(path[-1])


def as_text(whole: dict[str, Any]) -> str:
    return json.dumps(whole, ensure_ascii=False)
