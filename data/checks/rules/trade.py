"""Rules of the tables on trade: US trade by year and month, by product, its mirror, and trade by partner."""

from collections import defaultdict
from collections.abc import Iterator

from data.checks.rules.rule import Hit, Rule, Tables, lines, no_aggregate, number, one_drawn, within

CELL = ("reporter", "partner", "flow", "year")
PRODUCT = (*CELL, "hs_level", "hs_code")
GROUPS_OF_COUNTRIES = ("EU27", "EU28")
WORLD = "WLD"
MONTHS = 12
HUNDRED = 100.0
# Printed to the dollar, or to 0.1 million: twelve months and the year may each be off by half a step.
STEP_USD = {"actual": 1.0, "rounded": 100_000.0}


def _periods_of_their_year(tables: Tables) -> Iterator[Hit]:
    for name in ("us_trade", "us_trade_products", "trade_mirror"):
        for line, row in lines(tables, name):
            if not row["period"].startswith(row["year"]):
                yield name, line, "period", row["period"]


def _whole_year_first(tables: Tables) -> Iterator[Hit]:
    for name in ("us_trade", "us_trade_products", "trade_mirror"):
        cell = PRODUCT if name == "us_trade_products" else CELL
        whole = {tuple(row[one] for one in cell) for row in tables.get(name, []) if row["period"] == row["year"]}
        for line, row in lines(tables, name):
            is_part = row["period"] != row["year"]
            if row["preferred"] == "true" and is_part and tuple(row[one] for one in cell) in whole:
                yield name, line, "period", row["period"]


def _months_add_up(tables: Tables) -> Iterator[Hit]:
    key = ("reporter", "partner", "flow", "basis", "source_id")
    sums: dict[tuple[str, ...], list[float]] = defaultdict(list)
    for row in tables.get("us_trade_monthly", []):
        sums[(row["period"][:4], *(row[one] for one in key))].append(number(row["value_usd"]) or 0.0)
    for line, row in lines(tables, "us_trade"):
        months = sums.get((row["period"], *(row[one] for one in key)), [])
        slack = (MONTHS + 1) / 2 * STEP_USD.get(row["status"], 0.0)
        year = number(row["value_usd"])
        if len(months) == MONTHS and year is not None and abs(sum(months) - year) > slack:
            yield "us_trade", line, "value_usd", row["value_usd"]


def _turnover_is_both(tables: Tables) -> Iterator[Hit]:
    """Sources print turnover in few digits, hence the percent."""
    for name in ("trade_mirror", "trade_partners"):
        key = ("reporter", "partner", "year", "basis", "source_id")
        parts: dict[tuple[str, ...], dict[str, float | None]] = defaultdict(dict)
        for row in tables.get(name, []):
            parts[tuple(row[one] for one in key)][row["flow"]] = number(row["value_usd"])
        for line, row in lines(tables, name):
            one = parts[tuple(row[column] for column in key)]
            export, imported, both = one.get("export"), one.get("import"), one.get("turnover")
            if row["flow"] != "turnover" or export is None or imported is None or both is None:
                continue
            if abs(export + imported - both) > both / 100:
                yield name, line, "value_usd", row["value_usd"]


def _shares_within_hundred(tables: Tables) -> Iterator[Hit]:
    sums: dict[tuple[str, ...], float] = defaultdict(float)
    for line, row in lines(tables, "trade_partner_shares"):
        key = tuple(row[one] for one in ("reporter", "flow", "year", "basis", "source_id"))
        before = sums[key]
        sums[key] += number(row["share_pct"]) or 0.0
        if before <= HUNDRED < sums[key]:
            yield "trade_partner_shares", line, "share_pct", row["share_pct"]


def _mirror_agrees(tables: Tables) -> Iterator[Hit]:
    """The same figure in the mirror table and in the table of partners."""
    key = ("reporter", "flow", "year", "basis", "source_id")
    known = {
        tuple(row[one] for one in key): number(row["value_usd"])
        for row in tables.get("trade_mirror", [])
        if row["period"] == row["year"]
    }
    for line, row in lines(tables, "trade_partners"):
        other = known.get(tuple(row[one] for one in key)) if row["partner"] == "USA" else None
        if other is not None and other != number(row["value_usd"]):
            yield "trade_partners", line, "value_usd", row["value_usd"]


def _chapters_make_the_total(tables: Tables) -> Iterator[Hit]:
    """Chapters at customs value against the drawn total of US imports."""
    totals = {
        (row["partner"], row["year"]): number(row["value_usd"])
        for row in tables.get("us_trade", [])
        if row["preferred"] == "true" and row["flow"] == "import" and row["basis"] == "customs"
    }
    sums: dict[tuple[str, str], float] = defaultdict(float)
    first: dict[tuple[str, str], int] = {}
    for line, row in lines(tables, "us_trade_products"):
        if row["hs_level"] == "2" and row["flow"] == "import" and row["basis"] == "customs":
            sums[row["partner"], row["year"]] += number(row["value_usd"]) or 0.0
            first.setdefault((row["partner"], row["year"]), line)
    for key, whole in sums.items():
        total = totals.get(key)
        if total is not None and abs(whole - total) > 1:
            yield "us_trade_products", first[key], "value_usd", f"{whole:.0f} in chapters, {total:.0f} in all"


def _parts_within_code(tables: Tables) -> Iterator[Hit]:
    """Headings against their chapter, subheadings against their heading, within one source."""
    for level, digits in (("4", 2), ("6", 4)):
        key = ("reporter", "partner", "flow", "year", "period", "basis", "source_id")
        rows = tables.get("us_trade_products", [])
        upper = {
            (*(row[one] for one in key), row["hs_code"]): number(row["value_usd"])
            for row in rows
            if row["hs_level"] == str(digits)
        }
        sums: dict[tuple[str, ...], float] = defaultdict(float)
        for line, row in lines(tables, "us_trade_products"):
            if row["hs_level"] != level:
                continue
            place = (*(row[one] for one in key), row["hs_code"][:digits])
            before = sums[place]
            sums[place] += number(row["value_usd"]) or 0.0
            most = upper.get(place)
            if most is not None and before <= most + 1 < sums[place]:
                yield "us_trade_products", line, "value_usd", row["value_usd"]


RULES = (
    Rule(
        "one-preferred",
        "exactly one row per partner, flow and year is preferred",
        ("us_trade",),
        one_drawn("us_trade", "preferred", CELL),
    ),
    Rule(
        "one-preferred-month",
        "exactly one row per partner, flow and month is preferred",
        ("us_trade_monthly",),
        one_drawn("us_trade_monthly", "preferred", ("reporter", "partner", "flow", "period")),
    ),
    Rule(
        "one-preferred-product",
        "exactly one row per reporter, partner, flow, year and product is preferred",
        ("us_trade_products",),
        one_drawn("us_trade_products", "preferred", PRODUCT),
    ),
    Rule(
        "one-preferred-mirror",
        "exactly one row per reporter, flow and year is preferred",
        ("trade_mirror",),
        one_drawn("trade_mirror", "preferred", CELL),
    ),
    Rule(
        "one-preferred-partner",
        "exactly one row per reporter, partner, flow and year is preferred",
        ("trade_partners",),
        one_drawn("trade_partners", "preferred", CELL),
    ),
    Rule(
        "one-preferred-share",
        "exactly one share per reporter, partner, flow and year is preferred",
        ("trade_partner_shares",),
        one_drawn("trade_partner_shares", "preferred", CELL),
    ),
    Rule(
        "partners-reporter",
        "a reporter is a country, not an aggregate",
        ("countries", "trade_partners"),
        no_aggregate("trade_partners", "reporter"),
    ),
    Rule(
        "period-year",
        "the period begins with the year",
        ("trade_mirror", "us_trade", "us_trade_products"),
        _periods_of_their_year,
    ),
    Rule(
        "part-year",
        "a part of a year is not preferred where the whole year is on record",
        ("trade_mirror", "us_trade", "us_trade_products"),
        _whole_year_first,
    ),
    Rule(
        "months-year",
        "the twelve months of a source add up to the year it prints, but for rounding",
        ("us_trade", "us_trade_monthly"),
        _months_add_up,
    ),
    Rule(
        "turnover",
        "turnover is exports and imports together where a source prints all three, give or take one percent",
        ("trade_mirror", "trade_partners"),
        _turnover_is_both,
    ),
    Rule(
        "partners-world",
        "partners together are not above the world total of the same reporter, flow, year, basis and source",
        ("trade_partners",),
        within(
            "trade_partners",
            "value_usd",
            (*(one for one in CELL if one != "partner"), "basis", "source_id"),
            "partner",
            WORLD,
            GROUPS_OF_COUNTRIES,
        ),
    ),
    Rule(
        "shares-whole",
        "shares of partners in one list add up to 100 percent at most",
        ("trade_partner_shares",),
        _shares_within_hundred,
    ),
    Rule(
        "mirror-partners",
        "the tables trade_mirror and trade_partners print one figure alike",
        ("trade_mirror", "trade_partners"),
        _mirror_agrees,
    ),
    Rule(
        "chapters-total",
        "chapters of the Harmonized System add up to US imports from the partner in the year",
        ("us_trade", "us_trade_products"),
        _chapters_make_the_total,
    ),
    Rule(
        "product-part",
        "headings are within their chapter, subheadings within their heading",
        ("us_trade_products",),
        _parts_within_code,
    ),
)
