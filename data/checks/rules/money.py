"""Rules of the tables on duties, investment, aid, deals, population and output."""

from collections.abc import Iterator

from data.checks.rules.rule import Hit, Rule, Tables, lines, no_aggregate, number, one_drawn, ordered

UNITS = {"population": "persons", "gdp_usd": "USD"}
CELL = ("host", "investor", "measure", "unit", "year")
POSITIONS = ("fdi_stock", "companies")
WORLD = "WLD"


def _rate_or_standing(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "us_tariffs"):
        if row["measure"] == "legal_status" and row["rate_pct"]:
            yield "us_tariffs", line, "rate_pct", row["rate_pct"]


def _positions_within_world(tables: Tables) -> Iterator[Hit]:
    """One investor against all of them; only positions and numbers, for a net flow can be below zero."""
    key = ("host", "measure", "unit", "year", "period", "source_id")
    most = {
        tuple(row[one] for one in key): number(row["value"])
        for row in tables.get("investment", [])
        if row["investor"] == WORLD
    }
    for line, row in lines(tables, "investment"):
        value, limit = number(row["value"]), most.get(tuple(row[one] for one in key))
        if row["measure"] in POSITIONS and value is not None and limit is not None and value > limit:
            yield "investment", line, "value", row["value"]


def _only_flows_below_zero(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "investment"):
        value = number(row["value"])
        if value is not None and value < 0 and row["measure"] not in ("fdi_flow_net", "fdi_stock"):
            yield "investment", line, "value", row["value"]


def _investment_period(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "investment"):
        if not row["period"].startswith(row["year"]):
            yield "investment", line, "period", row["period"]


def _repeated_deal(tables: Tables) -> Iterator[Hit]:
    deals = {row["deal_id"]: row for row in tables.get("deals", [])}
    for line, row in lines(tables, "deals"):
        other = deals.get(row["repeats_deal_id"])
        is_wrong = other is None or other["repeats_deal_id"] or other["iso3"] != row["iso3"]
        if row["repeats_deal_id"] and is_wrong:
            yield "deals", line, "repeats_deal_id", row["repeats_deal_id"]


def _stages_of_deals(tables: Tables) -> Iterator[Hit]:
    """A stage that no deal has, and one whose words and flag say different things of its value."""
    used = {row["stage"] for row in tables.get("deals", [])}
    for line, row in lines(tables, "deal_stages"):
        if "deals" in tables and row["deal_stage"] not in used:
            yield "deal_stages", line, "deal_stage", row["deal_stage"]
        if ("(up to)" in row["deal_stage"]) != (row["up_to"] == "true"):
            yield "deal_stages", line, "up_to", row["up_to"]


def _unit_of_measure(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "macro"):
        if row["unit"] != UNITS.get(row["measure"], row["unit"]):
            yield "macro", line, "unit", row["unit"]


RULES = (
    Rule(
        "tariff-dates",
        "a duty does not end before it began",
        ("us_tariffs",),
        ordered("us_tariffs", "date", "end_date"),
    ),
    Rule("tariff-rate", "a standing under US trade law has no rate", ("us_tariffs",), _rate_or_standing),
    Rule(
        "one-preferred-investment",
        "exactly one row per host, investor, measure, unit and year is preferred",
        ("investment",),
        one_drawn("investment", "preferred", CELL),
    ),
    Rule(
        "one-preferred-aid",
        "exactly one row per country, fiscal year, agency and category is preferred",
        ("us_aid",),
        one_drawn("us_aid", "preferred", ("iso3", "fiscal_year", "agency", "category")),
    ),
    Rule("investment-period", "the period begins with the year", ("investment",), _investment_period),
    Rule(
        "investment-world",
        "a position of one investor is not above that of all",
        ("investment",),
        _positions_within_world,
    ),
    Rule("investment-sign", "only net flows and positions can be below zero", ("investment",), _only_flows_below_zero),
    Rule(
        "deal-repeats",
        "the deal that holds the money is one of the same country and repeats no other",
        ("deals",),
        _repeated_deal,
    ),
    Rule(
        "deal-stages",
        "every stage is that of a deal, and is marked as the most it may come to where its words say so",
        ("deals", "deal_stages"),
        _stages_of_deals,
    ),
    Rule(
        "macro-country",
        "a row is of a country, not of an aggregate",
        ("countries", "macro"),
        no_aggregate("macro", "iso3"),
    ),
    Rule("macro-unit", "population is in persons, gross domestic product in US dollars", ("macro",), _unit_of_measure),
)
