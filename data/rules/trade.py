"""Rules of the tables on trade."""

from collections.abc import Iterator

from data.rules.rule import Hit, Rule, Tables, lines, no_aggregate, one_drawn

CELL = ("reporter", "partner", "flow", "year")


def _period_is_of_its_year(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "us_trade"):
        if not row["period"].startswith(row["year"]):
            yield "us_trade", line, "period", row["period"]


RULES = (
    Rule(
        "one-preferred",
        "exactly one row per partner, flow and year is preferred",
        one_drawn("us_trade", "preferred", CELL),
    ),
    Rule("trade-partner", "a partner is a country, not an aggregate", no_aggregate("us_trade", "partner")),
    Rule("trade-reporter", "a reporter is a country, not an aggregate", no_aggregate("us_trade", "reporter")),
    Rule("period-year", "the period begins with the year", _period_is_of_its_year),
)
