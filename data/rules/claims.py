"""Rules of the table on claims: a number has a unit, a test is whole, a forecast is not tested."""

from collections.abc import Iterator

from data.rules.rule import Hit, Rule, Tables, lines, listed_countries, number

TABLE = "claims"
NO_NUMBER = ("qualitative", "event")
WITHOUT_NUMBER = ("negative", "growing", "member")
WITHOUT_YEAR = ("first_year",)
SERIES = ("negative", "growing")
TEST = ("test_indicator", "test_iso3", "test_relation")


def _number_has_unit(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        if (row["claimed_value"] == "") != (row["claimed_unit"] in NO_NUMBER):
            yield TABLE, line, "claimed_unit", row["claimed_unit"]


def _test_is_whole(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        if not row["test_indicator"]:
            filled = (*TEST, "test_from_year", "test_year")
            yield from ((TABLE, line, one, row[one]) for one in filled if row[one])
            continue
        needed = (*TEST, *(() if row["test_relation"] in WITHOUT_YEAR else ("test_year",)))
        needed = (*needed, *(("test_from_year",) if row["test_relation"] in SERIES else ()))
        yield from ((TABLE, line, one, "") for one in needed if not row[one])


def _relation_has_number(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        if row["test_relation"] not in ("", *WITHOUT_NUMBER) and not row["claimed_value"]:
            yield TABLE, line, "claimed_value", ""


def _forecast_has_no_test(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        if row["is_forecast"] == "true" and row["test_indicator"]:
            yield TABLE, line, "test_indicator", row["test_indicator"]


def _years_in_order(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, TABLE):
        first, last = number(row["test_from_year"]), number(row["test_year"])
        if first is not None and last is not None and first >= last:
            yield TABLE, line, "test_from_year", row["test_from_year"]


def _country_in_article(tables: Tables) -> Iterator[Hit]:
    countries = {row["article_id"]: row["countries"].split(";") for row in tables.get("articles", [])}
    for line, row in lines(tables, TABLE):
        if row["iso3"] and row["iso3"] not in countries.get(row["article_id"], [row["iso3"]]):
            yield TABLE, line, "iso3", row["iso3"]


RULES = (
    Rule("claim-unit", "the unit is qualitative or event exactly where no number is claimed", _number_has_unit),
    Rule("claim-test", "a test names indicator, countries, relation and years, or nothing at all", _test_is_whole),
    Rule("claim-number", "a relation of size needs a claimed number", _relation_has_number),
    Rule("claim-forecast", "a statement about the future is not tested", _forecast_has_no_test),
    Rule("claim-years", "the first year of a test is before its last", _years_in_order),
    Rule("claim-country", "the country of a claim is among those of its article", _country_in_article),
    Rule(
        "claim-test-countries",
        "countries of a test must stand in the table countries",
        listed_countries(TABLE, "test_iso3"),
    ),
)
