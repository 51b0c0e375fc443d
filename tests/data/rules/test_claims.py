"""Rules on claims: each finds its fault where it stands."""

import pytest

from data.checks.rules import claims

SOUND = {
    "claim_id": "CL001",
    "article_id": "a",
    "source_id": "s",
    "iso3": "KAZ",
    "date": "2025-11-06",
    "claimed_value": "25",
    "claimed_unit": "percent",
    "is_forecast": "false",
    "due_date": "",
    "decided_by": "",
    "test_indicator": "us_uranium_share_pct",
    "test_iso3": "KAZ",
    "test_from_year": "",
    "test_year": "2024",
    "test_relation": "equal",
    "test_editions": "false",
    "test_late": "",
    "test_edition_source_id": "",
    "test_note": "",
}
FURTHER = {
    **{key: SOUND[key] for key in SOUND if key.startswith(("claim", "test_")) and key != "test_editions"},
    "test": "2",
}
UNTESTED = dict.fromkeys(("test_indicator", "test_iso3", "test_year", "test_relation"), "")
FORECAST = {"is_forecast": "true", "due_date": "2028", "decided_by": "exports"}
TABLES = {
    "articles": [{"article_id": "a", "source_id": "s", "countries": "KAZ;USA"}],
    "countries": [{"iso3": one, "kind": "country"} for one in ("KAZ", "TJK", "USA")],
}


def hits(row, *further) -> list[tuple[str, str, str]]:
    tables = {**TABLES, "claims": [row], "claim_tests": list(further)}
    return [(rule.id, hit[2], hit[3]) for rule in claims.RULES for hit in rule.find(tables)]


@pytest.mark.parametrize(
    "changes",
    [
        {},
        UNTESTED,
        {**UNTESTED, **FORECAST},
        FORECAST,
        {"test_relation": "negative", "claimed_value": "", "claimed_unit": "qualitative"},
        {"test_relation": "first_year", "test_year": ""},
        {"test_relation": "growth", "test_from_year": "2023"},
        {"test_late": "settled", "test_note": "out before"},
        {"test_late": "own_period", "test_year": "2025", "test_note": "not over"},
        {"test_editions": "true", "test_edition_source_id": "older"},
        {"article_id": "", "source_id": "t", "iso3": "TJK"},
    ],
)
def test_sound_rows_have_no_fault(changes):
    assert hits({**SOUND, **changes}) == []


def test_sound_further_tests_have_no_fault():
    assert hits(SOUND, FURTHER, {**FURTHER, "test": "3", "claimed_value": "", "claimed_unit": ""}) == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"claimed_unit": "event"}, ("claim-unit", "claimed_unit", "event")),
        ({"test_iso3": ""}, ("claim-test", "test_iso3", "")),
        ({"test_year": ""}, ("claim-test", "test_year", "")),
        ({"test_indicator": ""}, ("claim-test", "test_iso3", "KAZ")),
        ({"test_relation": "growth"}, ("claim-test", "test_from_year", "")),
        ({"test_relation": "growing", "test_from_year": "2022"}, ("claim-window", "test_from_year", "2022")),
        ({"test_relation": "negative", "test_from_year": "2017"}, ("claim-window", "test_from_year", "2017")),
        ({"claimed_value": "", "claimed_unit": "event"}, ("claim-number", "claimed_value", "")),
        ({"is_forecast": "true"}, ("claim-forecast", "due_date", "")),
        ({**FORECAST, "decided_by": ""}, ("claim-forecast", "decided_by", "")),
        ({"due_date": "2028"}, ("claim-forecast", "due_date", "2028")),
        ({"test_late": "settled"}, ("claim-late", "test_late", "settled")),
        ({"test_late": "settled", "test_year": "2025", "test_note": "n"}, ("claim-late", "test_late", "settled")),
        ({"test_late": "own_period", "test_note": "n"}, ("claim-late", "test_late", "own_period")),
        ({"test_editions": "true"}, ("claim-edition", "test_editions", "true")),
        (
            {"test_editions": "true", "test_edition_source_id": "s", "test_late": "settled", "test_note": "n"},
            ("claim-edition", "test_late", "settled"),
        ),
        ({"test_from_year": "2024"}, ("claim-years", "test_from_year", "2024")),
        ({"iso3": "TJK"}, ("claim-country", "iso3", "TJK")),
        ({"test_iso3": "KAZ;XYZ"}, ("claim-test-countries", "test_iso3", "XYZ")),
    ],
)
def test_fault_is_found_where_it_stands(changes, expected):
    assert expected in hits({**SOUND, **changes})


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"claimed_unit": ""}, ("claim-unit", "claimed_unit", "")),
        ({"test_relation": "growing", "test_from_year": "2022"}, ("claim-window", "test_from_year", "2022")),
        ({"test_late": "settled"}, ("claim-late", "test_late", "settled")),
        ({"test": "3"}, ("claim-test-number", "test", "3")),
        ({"test_iso3": "XYZ"}, ("claim-further-test-countries", "test_iso3", "XYZ")),
    ],
)
def test_fault_of_a_further_test_is_found_too(changes, expected):
    assert expected in hits(SOUND, {**FURTHER, **changes})


def test_further_test_needs_a_first_one():
    assert ("claim-test-number", "test", "2") in hits({**SOUND, **UNTESTED}, FURTHER)
