"""Rules on claims: each finds its fault where it stands."""

import pytest

from data.rules import claims

SOUND = {
    "article_id": "a",
    "iso3": "KAZ",
    "claimed_value": "25",
    "claimed_unit": "percent",
    "is_forecast": "false",
    "test_indicator": "us_uranium_share_pct",
    "test_iso3": "KAZ",
    "test_from_year": "",
    "test_year": "2024",
    "test_relation": "equal",
}
UNTESTED = dict.fromkeys(("test_indicator", "test_iso3", "test_year", "test_relation"), "")
TABLES = {
    "articles": [{"article_id": "a", "countries": "KAZ;USA"}],
    "countries": [{"iso3": one, "kind": "country"} for one in ("KAZ", "TJK", "USA")],
}


def hits(row) -> list[tuple[str, str, str]]:
    found = [(rule.id, *hit) for rule in claims.RULES for hit in rule.find({**TABLES, "claims": [row]})]
    return [(rule, column, value) for rule, _table, _line, column, value in found]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        UNTESTED,
        {**UNTESTED, "is_forecast": "true"},
        {"test_from_year": "2017", "test_relation": "negative", "claimed_value": "", "claimed_unit": "qualitative"},
        {"test_relation": "first_year", "test_year": ""},
        {"article_id": "", "iso3": "TJK"},
    ],
)
def test_sound_rows_have_no_fault(changes):
    assert hits({**SOUND, **changes}) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"claimed_unit": "event"}, ("claim-unit", "claimed_unit", "event")),
        ({"test_iso3": ""}, ("claim-test", "test_iso3", "")),
        ({"test_year": ""}, ("claim-test", "test_year", "")),
        ({"test_indicator": ""}, ("claim-test", "test_iso3", "KAZ")),
        ({"claimed_value": "", "claimed_unit": "event"}, ("claim-number", "claimed_value", "")),
        ({"is_forecast": "true"}, ("claim-forecast", "test_indicator", "us_uranium_share_pct")),
        ({"test_from_year": "2024"}, ("claim-years", "test_from_year", "2024")),
        ({"iso3": "TJK"}, ("claim-country", "iso3", "TJK")),
        ({"test_iso3": "KAZ;XYZ"}, ("claim-test-countries", "test_iso3", "XYZ")),
    ],
)
def test_fault_is_found_where_it_stands(changes, expected):
    assert expected in hits({**SOUND, **changes})
