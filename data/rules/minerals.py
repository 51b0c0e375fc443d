"""Rules of the tables on minerals."""

from collections.abc import Iterator

from data.rules.rule import ABSENT, Hit, Rule, Tables, lines, not_above, one_drawn, one_unit

PRODUCTION, RESERVES = "minerals_production", "minerals_reserves"


def _value_or_reason(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, PRODUCTION):
        if (row["value"] == "") != (row["status"] in ABSENT):
            yield PRODUCTION, line, "value", row["value"]


def _headline_exists(tables: Tables) -> Iterator[Hit]:
    pairs = (("headline_stage", PRODUCTION, "stage"), ("headline_basis", RESERVES, "basis"))
    for column, name, part in pairs:
        there = {(row["mineral"], row[part]) for row in tables.get(name, [])}
        for line, row in lines(tables, "minerals"):
            if row[column] and (row["mineral"], row[column]) not in there:
                yield "minerals", line, column, row[column]


RULES = (
    Rule(
        "one-latest-production",
        "exactly one row per country, mineral, stage and year is the latest",
        one_drawn(PRODUCTION, "latest", ("iso3", "mineral", "stage", "year")),
    ),
    Rule(
        "one-latest-reserves",
        "exactly one row per country, mineral, basis and year is the latest",
        one_drawn(RESERVES, "latest", ("iso3", "mineral", "basis", "year")),
    ),
    Rule("value-or-reason", "a row has a value, or a status that says why it has none", _value_or_reason),
    Rule("headline", "a headline stage or basis has rows in its table", _headline_exists),
    Rule(
        "production-world",
        "a country's output is not above the world total",
        not_above(PRODUCTION, "value", "world_total"),
    ),
    Rule(
        "reserves-world",
        "a country's reserves are not above the world total",
        not_above(RESERVES, "value", "world_total"),
    ),
    Rule("production-unit", "one unit per mineral and stage", one_unit(PRODUCTION, ("mineral", "stage"))),
    Rule("reserves-unit", "one unit per mineral and basis", one_unit(RESERVES, ("mineral", "basis"))),
)
