"""A remark has its years in order and a country that is listed."""

from data.checks.rules import notes

COUNTRIES = [{"iso3": "KAZ", "kind": "country"}, {"iso3": "WLD", "kind": "aggregate"}]


def hits(**changes) -> list[tuple[str, str]]:
    row = {"note_id": "a", "iso3": "KAZ", "year_from": "1995", "year_to": "1995", **changes}
    found = [hit for rule in notes.RULES for hit in rule.find({"series_notes": [row], "countries": COUNTRIES})]
    return [(column, value) for _, _, column, value in found]


def test_remark_on_one_year_of_one_country_or_of_all_is_good():
    assert hits() == hits(iso3="", year_to="1996") == []


def test_remark_that_ends_before_it_begins_and_one_on_no_country_are_named():
    assert hits(year_to="1994") == [("year_to", "1994")]
    assert hits(iso3="WLD") == [("iso3", "WLD")]
