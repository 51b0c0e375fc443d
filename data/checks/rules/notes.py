"""Rules of the table of remarks on single figures and steps."""

from collections.abc import Iterator

from data.checks.rules.rule import Hit, Rule, Tables, lines, listed_countries, number

TABLE = "series_notes"


def _years_in_order(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        first, last = number(row["year_from"]), number(row["year_to"])
        if first is not None and last is not None and first > last:
            yield TABLE, line, "year_to", row["year_to"]


RULES = (
    Rule("note-years", "a remark does not end before the year in which it begins", ("series_notes",), _years_in_order),
    Rule(
        "note-country",
        "the country of a remark must stand in the table countries",
        ("countries", "series_notes"),
        listed_countries(TABLE, "iso3"),
    ),
)
