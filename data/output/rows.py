"""The rows of a table as they are read: in words, searched, filtered and put in order.

Only rows that may leave, for whatever shows them can also copy them. `raw` has the cells as written, `shown` the same
rows in words, with the same index; a `Query` finds some of them. Claims carry what the figures on record say of them,
and where that comes from."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd

from data.analysis import claims
from data.output import cells, judged
from data.package import descriptor, licensing, sources
from data.package.snapshot import kept
from data.vocabulary.terms import TERMS

MOST_TABLES = 8
MOST_VALUES = 300
LONGEST_VALUE = 120
LINK = ".url"
DESCENDING = "-"
# Columns that stand before the others where the order of the file would hide what a table is read for.
LEADING: Mapping[str, tuple[str, ...]] = {
    claims.TABLE: (
        *("claim_id", "date", "speaker", "iso3", "verdict", "claim", "claimed_value", "claimed_unit"),
        *("value", "unit", "year", "difference_pct", "evidence", "evidence_source_id"),
    ),
    "articles": ("article_id", "published", "title_en", "title", "publisher", "url"),
}
_CONDITION = re.compile(r"([a-z][a-z0-9_]*):(.*)", re.DOTALL)


@dataclass(frozen=True)
class Column:
    """A column as it is read. `type` is that of the descriptor, `words` the kind of words of its cells (`cells.py`)."""

    name: str
    title: str
    description: str
    type: str
    words: str = ""
    unit: str = ""

    @property
    def is_address(self) -> bool:
        """Whether its cells are web addresses."""
        return self.name == "url" or self.name.endswith(LINK)

    @property
    def is_year(self) -> bool:
        """Whether its cells are years, whose thousands are not parted."""
        return self.type == "integer" and "year" in self.name.split("_")

    @property
    def is_number(self) -> bool:
        """Whether its cells are numbers."""
        return self.type in ("number", "integer")


@dataclass(frozen=True)
class Query:
    """Which rows of a table are asked for: those that hold every word of `text` and meet `where`, in the order `sort`.

    Of the conditions on one column one must be met, and of every column some; `sort` is a column, from the largest down
    with a hyphen before it, and empty for the order of the file."""

    text: str = ""
    where: tuple[tuple[str, str], ...] = ()
    sort: str = ""


@kept(worded=True)
def columns(name: str) -> tuple[Column, ...]:
    """The columns of a table in the order in which they are read, those worked out among them. Raises UnknownId."""
    kinds = cells.of_table(name)
    listed = [
        Column(
            field["name"],
            field["title"],
            field["description"],
            field["type"],
            kinds[field["name"]],
            field.get("unit", ""),
        )
        for field in descriptor.resource(name)["schema"]["fields"]
    ]
    listed += [
        Column(one, TERMS.word(f"computed.{one}.title"), TERMS.word(f"computed.{one}.description"), kind, words)
        for one, kind, words in judged.COMPUTED.get(name, ())
    ]
    first = LEADING.get(name, ())
    return tuple(sorted(listed, key=lambda one: first.index(one.name) if one.name in first else len(first)))


def column(name: str, wanted: str) -> Column | None:
    """A column of a table by its name; None where it has no such column."""
    return next((one for one in columns(name) if one.name == wanted), None)


@kept(MOST_TABLES)
def raw(name: str) -> pd.DataFrame:
    """The rows that may leave, every cell as written, columns as the descriptor names them, then those worked out."""
    rows = licensing.open_rows(name)
    return rows if name not in judged.COMPUTED else rows.assign(**judged.columns(rows))


@kept(MOST_TABLES, worded=True)
def shown(name: str) -> pd.DataFrame:
    """The rows in words: columns as `columns` has them, with ids in words and the id behind, numbers as numbers; behind
    a source the address of the first one (`<column>.url`)."""
    rows, made = raw(name), {}
    for one in columns(name):
        text = rows[one.name]
        if one.is_number:
            number = pd.to_numeric(text.where(text != ""))
            made[one.name] = number.astype("Int64" if one.type == "integer" else "float64")
        else:
            made[one.name] = cells.in_words(text, one.words)
        if one.words == "source":
            made[f"{one.name}{LINK}"] = text.map(_addresses(text))
    return pd.DataFrame(made, index=rows.index)


def _addresses(ids: pd.Series) -> dict[str, str | None]:
    return {cell: sources.describe(cell)[0].url if cell else None for cell in ids.unique()}


@kept(MOST_TABLES, worded=True)
def _searched(name: str) -> pd.Series:
    """All that can be looked for in a row, words and ids, in small letters."""
    worded = [one.name for one in columns(name) if one.words]
    cells_of = [raw(name)[column] for column in raw(name)] + [shown(name)[column] for column in worded]
    return pd.Series(["\n".join(row).casefold() for row in zip(*cells_of, strict=True)], index=raw(name).index)


def find(name: str, query: Query) -> pd.Index:
    """The rows of a table that a query asks for, as places in `raw` and `shown`, in its order.

    A condition or an order on a column that is not there is none. Rows without a value come last either way."""
    is_found = pd.Series(True, index=raw(name).index)
    for word in query.text.casefold().split():
        is_found &= _searched(name).str.contains(word, regex=False)
    asked: dict[str, set[str]] = {}
    for column_name, value in query.where:
        asked.setdefault(column_name, set()).add(value)
    for column_name, wanted in asked.items():
        if column_name in raw(name):
            is_found &= raw(name)[column_name].map(lambda cell, wanted=wanted: not wanted.isdisjoint(_parts(cell)))
    return _ordered(name, query.sort, is_found.index[is_found])


def _ordered(name: str, sort: str, found: pd.Index) -> pd.Index:
    by = sort.removeprefix(DESCENDING)
    if by not in shown(name):
        return found
    keys = shown(name).loc[found, by]
    if column(name, by) and not pd.api.types.is_numeric_dtype(keys):
        keys = keys.where(keys != "").str.casefold()
    return keys.sort_values(ascending=not sort.startswith(DESCENDING), kind="stable", na_position="last").index


def _parts(cell: str) -> list[str]:
    return [part for part in cell.split(cells.SEVERAL) if part]


def values(name: str, wanted: str) -> set[str]:
    """What stands in a column, each of several in a cell by itself."""
    return {part for cell in raw(name)[wanted].unique() for part in _parts(cell)}


@kept(MOST_TABLES, worded=True)
def filterable(name: str) -> dict[str, dict[str, str]]:
    """Columns whose values are few enough to choose from, and their values in words, in the order of the words."""
    found = {}
    for one in columns(name):
        told = values(name, one.name) if one.type != "number" and not one.is_address else set()
        if not 1 < len(told) <= min(MOST_VALUES, len(raw(name)) - 1):
            continue
        said = {
            value: value if one.is_number else str(cells.in_words(pd.Series([value]), one.words)[0]) for value in told
        }
        if max(map(len, said.values())) <= LONGEST_VALUE:
            found[one.name] = dict(sorted(said.items(), key=lambda pair: _order(pair, one)))
    return found


def _order(pair: tuple[str, str], one: Column) -> tuple[int, str]:
    """Numbers from the newest year down, words by the alphabet."""
    return (-int(pair[0]), "") if one.is_number else (0, pair[1].casefold())


def row_called(name: str, text: str) -> int | None:
    """The place of the row whose key is `text`; None where the key has several columns or no row is called so."""
    key = descriptor.resource(name)["schema"]["primaryKey"]
    if len(key) != 1:
        return None
    rows = raw(name)
    places = rows.index[rows[key[0]].map(str.casefold) == text.strip().casefold()]
    return int(places[0]) if len(places) else None


def conditions(text: str) -> list[tuple[str, str]]:
    """The conditions of a text: "column:value", with commas between. A comma that no column follows is one of a value.

    What is no condition has an empty column."""
    found: list[tuple[str, str]] = []
    for piece in text.split(","):
        condition = _CONDITION.fullmatch(piece)
        if condition:
            found.append((condition[1], condition[2]))
        elif found:
            found[-1] = (found[-1][0], f"{found[-1][1]},{piece}")
        else:
            found.append(("", piece))
    return found


def as_text(where: tuple[tuple[str, str], ...]) -> str:
    """Conditions as one text, which `conditions` reads back."""
    return ",".join(f"{column_name}:{value}" for column_name, value in where)
