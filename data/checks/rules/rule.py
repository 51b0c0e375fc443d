"""What a named rule is, and the pieces that rules of several subjects are made of.

A rule spans cells, rows or tables, beyond what the descriptor can say. It gets all tables as text (one dict per line of
the file, every cell a string) and yields (table, line, column, value). Its words are what the curator and the visitor
of the Data page read."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data.package.statuses import LEFT_OUT

Row = dict[str, str]


class Tables(dict[str, list[Row]]):
    """All tables as text, by name, and the day of the release; a rule that gets none to look at finds nothing."""

    released: str = ""


Hit = tuple[str, int, str, str]
Finder = Callable[[Tables], Iterator[Hit]]
FIRST_LINE = 2
C5 = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
ABSENT = ("withheld", "not_reported", "not_applicable", LEFT_OUT)
TOLERANCE = 0.5
# What a rule says that looks at all tables there are.
EVERY_TABLE = ("*",)


@dataclass(frozen=True)
class Rule:
    """A rule by id, in words, with the tables that it looks at (EVERY_TABLE: all), and what finds its breaches."""

    id: str
    words: str
    tables: tuple[str, ...]
    find: Finder

    def concerns(self, table: str) -> bool:
        """Whether the rule looks at a table."""
        return self.tables == EVERY_TABLE or table in self.tables


def lines(tables: Tables, name: str) -> Iterator[tuple[int, Row]]:
    """Rows of a table with their line in the file; none where the table is not there."""
    return enumerate(tables.get(name, []), start=FIRST_LINE)


def number(text: str) -> float | None:
    """A cell as a number; None where it is empty or none."""
    try:
        return float(text)
    except ValueError:
        return None


def is_before(date: str, other: str) -> bool:
    """Whether a partial date lies before another, compared at the coarser of the two."""
    length = min(len(date), len(other))
    return bool(length) and date[:length] < other[:length]


def one_drawn(table: str, flag: str, cell: tuple[str, ...]) -> Finder:
    """Finds cells (named by the columns of `cell`) that do not have exactly one row with `flag` true."""

    def find(tables: Tables) -> Iterator[Hit]:
        rows = tables.get(table, [])
        drawn = Counter(tuple(row[one] for one in cell) for row in rows if row[flag] == "true")
        seen: set[tuple[str, ...]] = set()
        for line, row in lines(tables, table):
            key = tuple(row[one] for one in cell)
            if drawn[key] != 1 and key not in seen:
                seen.add(key)
                yield table, line, flag, f"{drawn[key]} drawn rows for {', '.join(key)}"

    return find


def ordered(table: str, first: str, last: str) -> Finder:
    """Finds rows whose partial date `last` lies before `first`."""

    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            if row[first] and row[last] and is_before(row[last], row[first]):
                yield table, line, last, row[last]

    return find


def not_above(table: str, part: str, whole: str) -> Finder:
    """Finds rows where the number in `part` is above that in `whole`, give or take half a percent of rounding."""

    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            value, most = number(row[part]), number(row[whole])
            if value is not None and most is not None and value > most * (1 + TOLERANCE / 100):
                yield table, line, part, row[part]

    return find


def within(
    table: str, column: str, group: tuple[str, ...], part: str, whole: str, left_out: tuple[str, ...] = ()
) -> Finder:
    """Finds groups whose parts together are above the row of the whole, give or take half a percent of rounding.

    `part` names the column that tells the parts apart, `whole` its value in the row of the whole; rows of `left_out`
    hold other parts and are not counted. Groups without a whole are not looked at."""

    def find(tables: Tables) -> Iterator[Hit]:
        most: dict[tuple[str, ...], float | None] = {}
        sums: dict[tuple[str, ...], float] = {}
        for row in tables.get(table, []):
            key = tuple(row[one] for one in group)
            if row[part] == whole:
                most[key] = number(row[column])
            elif row[part] not in left_out:
                sums[key] = sums.get(key, 0.0) + (number(row[column]) or 0.0)
        for line, row in lines(tables, table):
            key = tuple(row[one] for one in group)
            limit = most.get(key)
            if row[part] == whole and limit is not None and sums.get(key, 0.0) > limit * (1 + TOLERANCE / 100):
                yield table, line, column, row[column]

    return find


def one_unit(table: str, key: tuple[str, ...]) -> Finder:
    """Finds rows whose unit is not that of most rows with the same key."""

    def find(tables: Tables) -> Iterator[Hit]:
        units: dict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
        for row in tables.get(table, []):
            units[tuple(row[one] for one in key)][row["unit"]] += 1
        usual = {cell: counted.most_common(1)[0][0] for cell, counted in units.items()}
        for line, row in lines(tables, table):
            if row["unit"] != usual[tuple(row[one] for one in key)]:
                yield table, line, "unit", row["unit"]

    return find


def listed_countries(table: str, column: str) -> Finder:
    """Finds codes in a semicolon-separated column that are not those of countries."""

    def find(tables: Tables) -> Iterator[Hit]:
        known = {row["iso3"] for row in tables.get("countries", []) if row["kind"] == "country"}
        for line, row in lines(tables, table):
            for part in filter(None, row[column].split(";")):
                if part not in known:
                    yield table, line, column, part

    return find


def no_aggregate(table: str, column: str) -> Finder:
    """Finds rows whose column names an aggregate (the world, the European Union) where only a country can stand."""

    def find(tables: Tables) -> Iterator[Hit]:
        aggregates = {row["iso3"] for row in tables.get("countries", []) if row["kind"] == "aggregate"}
        for line, row in lines(tables, table):
            if row[column] in aggregates:
                yield table, line, column, row[column]

    return find
