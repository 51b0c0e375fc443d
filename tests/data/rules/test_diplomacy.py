"""Rules on diplomacy: each finds its fault at the line and column, and nothing in a sound row."""

import pytest

from data.checks.rules import diplomacy

EVENT = {"participants": "KAZ;USA"}
AGREEMENT = {"parties": "USA;KAZ", "date": "2015-11", "stage": "signed", "ended": ""}
VISIT = {
    "type": "Central Asian head of state to the US",
    "from_iso3": "KAZ",
    "to_iso3": "USA",
    "start_date": "2025-11-06",
    "end_date": "2025-11-06",
}
COUNTRIES = [{"iso3": one, "kind": "country"} for one in ("KAZ", "USA", "ISR")]


def hits(tables) -> list[tuple[str, str, int, str, str]]:
    return [(rule.id, *hit) for rule in diplomacy.RULES for hit in rule.find({"countries": COUNTRIES, **tables})]


def test_sound_rows_have_no_fault():
    assert hits({"c51_timeline": [EVENT], "agreements": [AGREEMENT], "official_visits": [VISIT]}) == []


@pytest.mark.parametrize(
    ("table", "row", "expected"),
    [
        ("c51_timeline", {**EVENT, "participants": "KAZ;RUS"}, ("event-participants", "participants", "RUS")),
        ("agreements", {**AGREEMENT, "parties": "USA;KAZ;XYZ"}, ("agreement-countries", "parties", "XYZ")),
        ("agreements", {**AGREEMENT, "parties": "KAZ;ISR"}, ("agreement-us", "parties", "KAZ;ISR")),
        ("agreements", {**AGREEMENT, "parties": "USA;ISR"}, ("agreement-us", "parties", "USA;ISR")),
        (
            "agreements",
            {**AGREEMENT, "stage": "ended", "ended": "2014"},
            ("agreement-dates", "ended", "2014"),
        ),
        ("agreements", {**AGREEMENT, "stage": "ended"}, ("agreement-ended", "ended", "")),
        ("official_visits", {**VISIT, "end_date": "2025-11-05"}, ("visit-dates", "end_date", "2025-11-05")),
        ("official_visits", {**VISIT, "to_iso3": "KAZ"}, ("visit-direction", "to_iso3", "KAZ")),
        ("official_visits", {**VISIT, "from_iso3": "RUS"}, ("visit-direction", "from_iso3", "RUS")),
    ],
)
def test_fault_is_found_where_it_stands(table, row, expected):
    rule, column, value = expected
    assert hits({table: [row]}) == [(rule, table, 2, column, value)]


def test_missing_country_is_named():
    rows = [{"iso3": one, "name_ru": "", "name_id": ""} for one in ("KAZ", "KGZ", "TJK", "UZB")]
    assert [(hit[0], hit[-1]) for hit in hits({"country_profiles": rows})] == [
        ("profiles-six", "TKM"),
        ("profiles-six", "USA"),
    ]
