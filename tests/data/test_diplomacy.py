"""Running counts of agreements, visits and C5+1 events."""

import pandas as pd

from data import indicators
from data.package import contradictions, tables
from data.package.countries import C5


def count(indicator_id: str, iso3: str, year: int) -> float:
    frame = indicators.values(indicator_id, year)
    return frame.loc[frame["iso3"] == iso3, "value"].iloc[0]


def test_ended_agreement_no_longer_counts():
    assert count("us_agreements_count", "KGZ", 2014) - count("us_agreements_count", "KGZ", 2015) == 1


def test_agreements_of_tajikistan_are_the_three_with_all_five():
    assert count("us_agreements_count", "TJK", 2025) == 3
    records = indicators.alternatives("us_agreements_count", "TJK", 2025)
    assert list(records["vintage"]) == ["2023-09-19", "2014-05-06", "2004-06-01"]
    assert records.loc[records["preferred"], "value"].sum() == 3


def test_country_without_an_entry_has_no_figure():
    assert pd.isna(count("us_agreements_count", "TJK", 2003))


def test_agreement_counts_from_the_day_of_signature():
    # On peaceful nuclear cooperation: signed on 18 November 1997, sent to Congress on 28 January 1998.
    assert "1997-11-18" in list(indicators.alternatives("us_agreements_count", "KAZ", 1997)["vintage"])
    assert count("us_agreements_count", "KAZ", 1997) == count("us_agreements_count", "KAZ", 1998)


def test_use_of_manas_rests_on_two_agreements_and_a_statement():
    rows = tables.load("agreements").set_index("agreement_id")["kind"]
    manas = rows[rows.index.str.contains("manas")]
    assert list(manas) == ["treaty", "declaration", "treaty"]
    assert count("us_agreements_count", "KGZ", 2001) - count("us_agreements_count", "KGZ", 2000) == 1


def test_orders_of_companies_and_drafts_are_not_agreements():
    frame = tables.load("agreements").set_index("agreement_id")
    records = indicators.alternatives("us_agreements_count", "KAZ", 2026)
    titles = " ".join(records["basis"])
    for one in ("2025-11-06-boeing-kaz", "2025-11-05-jackson-vanik-bills", "2025-11-06-package-kaz"):
        assert frame.loc[one, "title"] not in titles


def test_visits_count_both_directions():
    # Baker in December 1991 and Nazarbayev in May 1992 (Office of the Historian).
    assert count("us_visits_count", "KAZ", 1992) == 2


def test_events_beside_the_format_are_left_out():
    first = indicators.alternatives("c51_events_count", "UZB", 2015)
    assert list(first["vintage"]) == ["2015-11-01"]
    # Turkmenistan missed Hamburg in 2016, Uzbekistan was not noted in New York in January 2018.
    latest = {iso3: count("c51_events_count", iso3, 2026) for iso3 in C5}
    assert latest["KAZ"] - latest["TKM"] == 1
    assert latest["KAZ"] - latest["UZB"] == 1


def test_contradictions_are_shown_beside_indicators_that_exist():
    assert contradictions.indicators_named() <= set(indicators.registry())


def test_contradiction_names_both_sides():
    assert "antimony-rank" in [one.id for one in contradictions.of("world_rank.antimony")]
    assert contradictions.of("population") == []


def test_deals_of_the_summit_are_those_of_its_day():
    frame = indicators.values("us_deals_summit_usd", 2025).set_index("iso3")["value"]
    whole = indicators.values("us_deals_usd", 2025).set_index("iso3")["value"]
    assert frame["KAZ"] == 14.75e9
    # Locomotives and a snack plant had been announced in September.
    assert whole["KAZ"] - frame["KAZ"] == 4.2e9 + 0.368e9
