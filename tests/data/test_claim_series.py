"""What the test of a claim finds in other years, and what a figure of a later day would have said."""

import pytest

from data.analysis import claim_series, claims

# Shares of Kazakhstan in deliveries to US reactors, as the US Energy Information Administration prints them.
URANIUM_PCT = {2014: 23.0, 2021: 35.0, 2023: 22.0, 2024: 24.0}


def test_series_has_the_figures_that_are_printed_and_says_which_fit():
    found = claim_series.series("CL095").set_index("year")
    assert {year: found["value"][year] for year in URANIUM_PCT} == URANIUM_PCT
    assert list(found.index[found["fits"].astype(bool)]) == [2021]


@pytest.mark.parametrize("claim_id", ["CL003", "CL009", "CL015", "CL028", "CL060", "CL106"])
def test_year_of_the_test_has_the_figure_that_the_verdict_has(claim_id):
    row = claims.verdicts().set_index("claim_id").loc[claim_id]
    found = claim_series.series(claim_id).set_index("year")
    assert found["value"][int(row["year"])] == pytest.approx(row["value"])


def test_claim_without_a_series_of_numbers_has_none():
    assert claim_series.series("CL002").empty
    assert claim_series.series("CL011").empty
    assert claim_series.series("CL012").empty


def test_later_figure_says_what_it_would_have_given_and_a_statement_says_nothing():
    # 63 percent was said, 55 percent stands in the edition of the year after: 14.5 percent off.
    assert claim_series.would_give("CL046") == {1: "roughly"}
    assert claim_series.would_give("CL005") == {}


def test_no_word_is_given_where_the_test_has_one():
    tests = claims.outcomes()
    for claim_id, rows in tests.groupby("claim_id"):
        decided = set(rows.loc[rows["word"] != "", "test"])
        assert not decided & set(claim_series.would_give(str(claim_id)))
