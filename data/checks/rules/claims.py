"""Rules of the tables on claims and their tests: a number has a unit, a test is whole, its window is not chosen.

The first test of a claim stands in its own row, all others in claim_tests; the rules on tests look at both."""

from collections.abc import Iterator

from data.checks.rules.rule import Hit, Row, Rule, Tables, lines, listed_countries, number

TABLE, FURTHER = "claims", "claim_tests"
NO_NUMBER = ("qualitative", "event")
WITHOUT_NUMBER = ("negative", "growing", "member")
WITHOUT_YEAR = ("first_year",)
DIRECTIONS = ("negative", "growing")
FROM_YEAR = ("growth",)
TEST = ("test_indicator", "test_iso3", "test_relation")
YEAR = 4


def _number_has_unit(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        if (row["claimed_value"] == "") != (row["claimed_unit"] in NO_NUMBER):
            yield TABLE, line, "claimed_unit", row["claimed_unit"]
    for line, row in lines(tables, FURTHER):
        if (row["claimed_value"] == "") != (row["claimed_unit"] == ""):
            yield FURTHER, line, "claimed_unit", row["claimed_unit"]


def _tests(tables: Tables) -> Iterator[tuple[str, int, Row, Row]]:
    """Every test: its table, line, row, and the row of its claim."""
    claims = {row["claim_id"]: row for row in tables.get(TABLE, [])}
    yield from ((TABLE, line, row, row) for line, row in lines(tables, TABLE) if row["test_indicator"])
    for line, row in lines(tables, FURTHER):
        if row["claim_id"] in claims:
            yield FURTHER, line, row, claims[row["claim_id"]]


def _test_is_whole(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        if not row["test_indicator"]:
            filled = (*TEST, "test_from_year", "test_year")
            yield from ((TABLE, line, one, row[one]) for one in filled if row[one])
    for table, line, row, _ in _tests(tables):
        needed = (*TEST, *(() if row["test_relation"] in WITHOUT_YEAR else ("test_year",)))
        needed = (*needed, *(("test_from_year",) if row["test_relation"] in FROM_YEAR else ()))
        yield from ((table, line, one, "") for one in needed if not row[one])


def _window_is_not_chosen(tables: Tables) -> Iterator[Hit]:
    for table, line, row, _ in _tests(tables):
        if row["test_relation"] in DIRECTIONS and row["test_from_year"]:
            yield table, line, "test_from_year", row["test_from_year"]


def _relation_has_number(tables: Tables) -> Iterator[Hit]:
    for table, line, row, claim in _tests(tables):
        if row["test_relation"] not in WITHOUT_NUMBER and not (row["claimed_value"] or claim["claimed_value"]):
            yield table, line, "claimed_value", ""


def _forecast_has_due_date(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        for one in ("due_date", "decided_by"):
            if bool(row[one]) != (row["is_forecast"] == "true"):
                yield TABLE, line, one, row[one]


def _late_has_reason(tables: Tables) -> Iterator[Hit]:
    for table, line, row, claim in _tests(tables):
        was_over = (number(row["test_year"]) or 0) < (number(claim["date"][:YEAR]) or 0)
        fits = {"": True, "settled": was_over, "own_period": not was_over}.get(row["test_late"], True)
        if not fits or (row["test_late"] and not row["test_note"]):
            yield table, line, "test_late", row["test_late"]


def _edition_is_told(tables: Tables) -> Iterator[Hit]:
    for table, line, row, _ in _tests(tables):
        is_one = bool(row["test_edition_source_id"])
        if "test_editions" in row and (row["test_editions"] == "true") != is_one:
            yield table, line, "test_editions", row["test_editions"]
        if is_one and row["test_late"]:
            yield table, line, "test_late", row["test_late"]


def _years_in_order(tables: Tables) -> Iterator[Hit]:
    for table, line, row, _ in _tests(tables):
        first, last = number(row["test_from_year"]), number(row["test_year"])
        if first is not None and last is not None and first >= last:
            yield table, line, "test_from_year", row["test_from_year"]


def _tests_are_numbered(tables: Tables) -> Iterator[Hit]:
    last = {row["claim_id"]: 1 for row in tables.get(TABLE, []) if row["test_indicator"]}
    for line, row in lines(tables, FURTHER):
        if number(row["test"]) != last.get(row["claim_id"], -1) + 1:
            yield FURTHER, line, "test", row["test"]
        last[row["claim_id"]] = int(number(row["test"]) or 0)


def _country_in_article(tables: Tables) -> Iterator[Hit]:
    countries = {row["article_id"]: row["countries"].split(";") for row in tables.get("articles", [])}
    for line, row in lines(tables, TABLE):
        if row["iso3"] and row["iso3"] not in countries.get(row["article_id"], [row["iso3"]]):
            yield TABLE, line, "iso3", row["iso3"]


def _names_its_article(tables: Tables) -> Iterator[Hit]:
    article = {row["source_id"]: row["article_id"] for row in tables.get("articles", [])}
    for line, row in lines(tables, TABLE):
        if row["article_id"] != article.get(row["source_id"], ""):
            yield TABLE, line, "article_id", row["article_id"]


RULES = (
    Rule(
        "claim-article",
        "a claim names the article of its source, where there is one",
        ("articles", "claims"),
        _names_its_article,
    ),
    Rule(
        "claim-unit",
        "a number has a unit; without one a claim is qualitative or an event",
        ("claim_tests", "claims"),
        _number_has_unit,
    ),
    Rule(
        "claim-test",
        "a test names indicator, countries, relation and years, or nothing at all",
        ("claim_tests", "claims"),
        _test_is_whole,
    ),
    Rule(
        "claim-window",
        "a direction is asked of every year on record: no first year is chosen",
        ("claim_tests", "claims"),
        _window_is_not_chosen,
    ),
    Rule("claim-number", "a relation of size needs a claimed number", ("claim_tests", "claims"), _relation_has_number),
    Rule(
        "claim-forecast",
        "a forecast, and no other claim, has a due date and what decides it",
        ("claims",),
        _forecast_has_due_date,
    ),
    Rule(
        "claim-late",
        "a later figure decides for a reason that is told: settled for a year that was over, own_period for others",
        ("claim_tests", "claims"),
        _late_has_reason,
    ),
    Rule(
        "claim-edition",
        "an edition of the day is marked, and is never a later figure too",
        ("claim_tests", "claims"),
        _edition_is_told,
    ),
    Rule("claim-years", "the first year of a test is before its last", ("claim_tests", "claims"), _years_in_order),
    Rule(
        "claim-test-number",
        "further tests count on from the first, which stands with the claim",
        ("claim_tests", "claims"),
        _tests_are_numbered,
    ),
    Rule(
        "claim-country",
        "the country of a claim is among those of its article",
        ("articles", "claims"),
        _country_in_article,
    ),
    *(
        Rule(
            f"{one}-countries",
            f"countries of a test in {table} must stand in the table countries",
            (table, "countries"),
            listed_countries(table, "test_iso3"),
        )
        for table, one in ((TABLE, "claim-test"), (FURTHER, "claim-further-test"))
    ),
)
