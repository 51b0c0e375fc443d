"""Rules of the tables on minerals."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

from data.checks.rules.rule import ABSENT, Hit, Row, Rule, Tables, lines, not_above, number, one_drawn, one_unit

PRODUCTION, RESERVES = "minerals_production", "minerals_reserves"


def _value_or_reason(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, PRODUCTION):
        if (row["value"] == "") != (row["status"] in ABSENT):
            yield PRODUCTION, line, "value", row["value"]


def _headline_exists(tables: Tables) -> Iterator[Hit]:
    pairs = (
        ("headline_stage", PRODUCTION, "stage"),
        ("headline_basis", RESERVES, "basis"),
        ("headline_reliance_form", "us_import_reliance", "form"),
        ("headline_import_form", "us_import_sources", "form"),
    )
    for column, name, part in pairs:
        there = {(row["mineral"], row[part]) for row in tables.get(name, [])}
        for line, row in lines(tables, "minerals"):
            if row[column] and (row["mineral"], row[column]) not in there:
                yield "minerals", line, column, row[column]


def _editions(tables: Tables) -> dict[tuple[str, ...], list[Row]]:
    """Rows on countries by mineral, stage, year and edition."""
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in tables.get(PRODUCTION, []):
        if row["iso3"] != "WLD":
            found[_edition(row)].append(row)
    return found


def _edition(row: Row) -> tuple[str, ...]:
    return row["mineral"], row["stage"], row["year"], row["vintage"]


def _rank_by_value(tables: Tables) -> Iterator[Hit]:
    ordered: dict[tuple[str, ...], list[float] | None] = {}
    for edition, rows in _editions(tables).items():
        values = [number(row["value"]) for row in rows]
        ordered[edition] = None if None in values else sorted(value for value in values if value is not None)
    for line, row in lines(tables, PRODUCTION):
        value, rank = number(row["value"]), number(row["world_rank"])
        if rank is None:
            continue
        others = ordered.get(_edition(row))
        if value is None or others is None or rank != 1 + len(others) - bisect_right(others, value):
            yield PRODUCTION, line, "world_rank", row["world_rank"]


def _open_before_restricted(tables: Tables) -> Iterator[Hit]:
    shut = {row["source_id"] for row in tables.get("sources", []) if row["redistribution"] == "restricted"}
    for name, part in ((PRODUCTION, "stage"), (RESERVES, "basis")):
        is_open: dict[tuple[str, ...], bool] = defaultdict(bool)
        for row in tables.get(name, []):
            cell = (row["iso3"], row["mineral"], row[part], row["year"])
            is_open[cell] |= bool(row["value"]) and row["source_id"] not in shut
        for line, row in lines(tables, name):
            cell = (row["iso3"], row["mineral"], row[part], row["year"])
            if row["latest"] == "true" and row["source_id"] in shut and is_open[cell]:
                yield name, line, "latest", row["source_id"]


RULES = (
    Rule(
        "one-latest-production",
        "exactly one row per country, mineral, stage and year is the latest",
        ("minerals_production",),
        one_drawn(PRODUCTION, "latest", ("iso3", "mineral", "stage", "year")),
    ),
    Rule(
        "one-latest-reserves",
        "exactly one row per country, mineral, basis and year is the latest",
        ("minerals_reserves",),
        one_drawn(RESERVES, "latest", ("iso3", "mineral", "basis", "year")),
    ),
    Rule(
        "value-or-reason",
        "a row has a value, or a status that says why it has none",
        ("minerals_production",),
        _value_or_reason,
    ),
    Rule(
        "headline",
        "a headline stage, basis or form has rows in its table",
        ("minerals", "minerals_production", "minerals_reserves", "us_import_reliance", "us_import_sources"),
        _headline_exists,
    ),
    Rule(
        "production-world",
        "a country's output is not above the world total",
        ("minerals_production",),
        not_above(PRODUCTION, "value", "world_total"),
    ),
    Rule(
        "reserves-world",
        "a country's reserves are not above the world total",
        ("minerals_reserves",),
        not_above(RESERVES, "value", "world_total"),
    ),
    Rule(
        "production-unit",
        "one unit per mineral and stage",
        ("minerals_production",),
        one_unit(PRODUCTION, ("mineral", "stage")),
    ),
    Rule(
        "reserves-unit",
        "one unit per mineral and basis",
        ("minerals_reserves",),
        one_unit(RESERVES, ("mineral", "basis")),
    ),
    Rule(
        "rank-by-value",
        "a world rank follows from the values of its edition, none of which is withheld or missing",
        ("minerals_production",),
        _rank_by_value,
    ),
    Rule(
        "open-before-restricted",
        "a figure whose source forbids passing it on is drawn only where no open source has one",
        ("minerals_production", "minerals_reserves", "sources"),
        _open_before_restricted,
    ),
)
