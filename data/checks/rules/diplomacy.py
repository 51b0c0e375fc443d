"""Rules of the tables on diplomacy: events, agreements, ties, visits, country profiles, contradictions."""

import re
from collections.abc import Iterator

from data.checks.rules.rule import C5, Finder, Hit, Rule, Tables, lines, listed_countries, ordered

US = "USA"
SIX = (*C5, US)
CYRILLIC = re.compile("[\u0400-\u04ff]")


def _participants_of_the_six(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "c51_timeline"):
        for part in row["participants"].split(";"):
            if part not in SIX:
                yield "c51_timeline", line, "participants", part


def _with_the_us(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "agreements"):
        parties = row["parties"].split(";")
        if US not in parties or not set(C5) & set(parties):
            yield "agreements", line, "parties", row["parties"]


def _ended_has_its_date(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "agreements"):
        if (row["stage"] == "ended") != bool(row["ended"]):
            yield "agreements", line, "ended", row["ended"]


def _direction_fits_type(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "official_visits"):
        is_secretary = row["type"] == "US Secretary of State to Central Asia"
        us, other = ("from_iso3", "to_iso3") if is_secretary else ("to_iso3", "from_iso3")
        if row[us] != US:
            yield "official_visits", line, us, row[us]
        if row[other] not in C5:
            yield "official_visits", line, other, row[other]


def _one_row_each(table: str, wanted: tuple[str, ...]) -> Finder:
    def find(tables: Tables) -> Iterator[Hit]:
        have = [row["iso3"] for row in tables.get(table, [])]
        for line, row in lines(tables, table):
            if row["iso3"] not in wanted:
                yield table, line, "iso3", row["iso3"]
        for one in wanted:
            if have and one not in have:
                yield table, 0, "iso3", one

    return find


def _name_in_script(table: str) -> Finder:
    """Finds names in Russian without a Cyrillic letter, and names in Indonesian with one."""

    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            for column, is_cyrillic in (("name_ru", True), ("name_id", False)):
                if row[column] and bool(CYRILLIC.search(row[column])) != is_cyrillic:
                    yield table, line, column, row[column]

    return find


RULES = (
    Rule(
        "profile-script",
        "a Russian name is in Cyrillic letters, an Indonesian one in Latin",
        ("country_profiles",),
        _name_in_script("country_profiles"),
    ),
    Rule(
        "mineral-script",
        "a Russian name is in Cyrillic letters, an Indonesian one in Latin",
        ("minerals",),
        _name_in_script("minerals"),
    ),
    Rule(
        "event-participants",
        "only the six take part in an event of the timeline",
        ("c51_timeline",),
        _participants_of_the_six,
    ),
    Rule(
        "agreement-countries",
        "parties of an agreement must stand in the table countries",
        ("agreements", "countries"),
        listed_countries("agreements", "parties"),
    ),
    Rule(
        "agreement-us",
        "the United States and one of the five are parties to every agreement",
        ("agreements",),
        _with_the_us,
    ),
    Rule(
        "agreement-dates",
        "an agreement does not end before it began",
        ("agreements",),
        ordered("agreements", "date", "ended"),
    ),
    Rule("agreement-ended", "an end is given exactly where the stage is ended", ("agreements",), _ended_has_its_date),
    Rule(
        "visit-dates",
        "a visit does not end before it began",
        ("official_visits",),
        ordered("official_visits", "start_date", "end_date"),
    ),
    Rule(
        "visit-direction",
        "a visit leads from or to the United States as its kind says",
        ("official_visits",),
        _direction_fits_type,
    ),
    Rule(
        "ties-order",
        "relations are not older than the recognition",
        ("diplomatic_ties",),
        ordered("diplomatic_ties", "us_recognition_date", "relations_established"),
    ),
    Rule(
        "contradiction-countries",
        "countries of a contradiction must stand in the table countries",
        ("contradictions", "countries"),
        listed_countries("contradictions", "iso3"),
    ),
    Rule(
        "ties-five", "there is one row for each of the five", ("diplomatic_ties",), _one_row_each("diplomatic_ties", C5)
    ),
    Rule(
        "profiles-six",
        "there is one row for each of the six",
        ("country_profiles",),
        _one_row_each("country_profiles", SIX),
    ),
)
