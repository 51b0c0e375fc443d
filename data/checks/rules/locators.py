"""Rules on what a row says twice: the place in the source names country and year, the edition follows the year.

A figure moved to another row, or two columns exchanged, is sound in every cell by itself; here it is seen."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from data.checks.rules.rule import Finder, Hit, Row, Rule, Tables, lines, number

YEAR = 4
EDITION = re.compile(r"[0-9]{4}$")


@dataclass(frozen=True)
class NamedPart:
    """What the locators of a table say where they have this form, and the column that must say the same."""

    table: str
    form: re.Pattern[str]
    column: str
    says: Callable[[re.Match[str]], str]


NAMED_PARTS = (
    NamedPart("macro", re.compile(r"([A-Z]{3}), [0-9]{4}$"), "iso3", lambda told: told[1]),
    NamedPart("macro", re.compile(r"[A-Z]{3}, ([0-9]{4})$"), "year", lambda told: told[1]),
    NamedPart("us_aid", re.compile(r"Country Code ([A-Z]{3}),"), "iso3", lambda told: told[1]),
    NamedPart("us_aid", re.compile(r"Fiscal Year ([0-9]{4})"), "fiscal_year", lambda told: told[1]),
    NamedPart("us_trade", re.compile(r"\byear ([0-9]{4})"), "year", lambda told: told[1]),
    NamedPart(
        "us_trade_monthly",
        re.compile(r"YEAR ([0-9]{4}), MONTH ([0-9]{2})"),
        "period",
        lambda told: f"{told[1]}-{told[2]}",
    ),
    NamedPart("trade_partners", re.compile(r"row year=([0-9]{4})"), "year", lambda told: told[1]),
    NamedPart("investment", re.compile(r"data\.csv, ([A-Z]{3}), [0-9]{4}$"), "host", lambda told: told[1]),
    NamedPart("investment", re.compile(r"data\.csv, [A-Z]{3}, ([0-9]{4})$"), "year", lambda told: told[1]),
)


def _locator_agrees(tables: Tables) -> Iterator[Hit]:
    for named_part in NAMED_PARTS:
        for line, row in lines(tables, named_part.table):
            match = named_part.form.search(row["locator"])
            if match and named_part.says(match) != row[named_part.column]:
                yield named_part.table, line, named_part.column, row[named_part.column]


def _edition_after_year(table: str, last_year: Callable[[Row], str], column: str) -> Finder:
    """Finds rows of a year that was not over when their edition was printed."""

    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            edition, year = EDITION.search(row["vintage"]), number(last_year(row))
            if edition and year is not None and year > int(edition[0]) - row["vintage"].startswith("MCS"):
                yield table, line, column, row[column]

    return find


def _span_in_order(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "us_import_sources"):
        first, _, last = row["period"].partition("-")
        if first >= last:
            yield "us_import_sources", line, "period", row["period"]


EDITION_WORDS = "an edition does not print a year that was still to come"
RULES = (
    Rule(
        "locator",
        "country and year of a row are those that its place in the source names",
        tuple(named_part.table for named_part in NAMED_PARTS),
        _locator_agrees,
    ),
    Rule(
        "production-edition",
        EDITION_WORDS,
        ("minerals_production",),
        _edition_after_year("minerals_production", lambda row: row["year"], "year"),
    ),
    Rule(
        "reserves-edition",
        EDITION_WORDS,
        ("minerals_reserves",),
        _edition_after_year("minerals_reserves", lambda row: row["year"], "year"),
    ),
    Rule(
        "reliance-edition",
        EDITION_WORDS,
        ("us_import_reliance",),
        _edition_after_year("us_import_reliance", lambda row: row["year"], "year"),
    ),
    Rule(
        "import-edition",
        EDITION_WORDS,
        ("us_import_sources",),
        _edition_after_year("us_import_sources", lambda row: row["period"][-YEAR:], "period"),
    ),
    Rule("import-period", "the first year of a span is before its last", ("us_import_sources",), _span_in_order),
)
