"""Ratios of what was said to what is on record, and the claims that a reader asks for."""

import pandas as pd
import pytest

from data.analysis import claim_ratio, claim_selection, claims
from data.analysis.claim_selection import Asked
from data.analysis.verdicts import WORDS

EVERY = Asked(verdicts=WORDS)
SEED = "pantau-2025-11-06-seed"
# Said and recorded, copied by hand: the article, and the table or the books that the test names.
BY_HAND = {
    "CL003": 97 / 75.138,
    "CL043": 52 / 2.5,
    "CL041": 600_000 / 50_000,
    "CL028": 300 / 335,
    "CL009": 25 / 24,
    "CL005": 100 / 53,
    "CL095": 1.0,
}


@pytest.mark.parametrize(("claim_id", "ratio"), BY_HAND.items())
def test_ratio_is_the_number_said_over_the_number_on_record(claim_id, ratio):
    found = claim_ratio.ratios().set_index("claim_id")["ratio"]
    assert found[claim_id] == pytest.approx(ratio, rel=1e-12)


def test_ratio_and_list_beside_hold_each_claim_with_a_figure_once():
    beside = claim_ratio.beside()
    listed = [*claim_ratio.ratios()["claim_id"], *beside["claim_id"]]
    found = claims.verdicts()
    assert sorted(listed) == sorted(found.loc[found["value"].notna(), "claim_id"])
    why = dict(beside.itertuples(index=False, name=None))
    assert {one: why[one] for one in ("CL001", "CL011", "CL012", "CL013", "CL032")} == {
        "CL001": "rank",
        "CL011": "standing",
        "CL012": "year",
        "CL013": "direction",
        "CL032": "zero",
    }


def test_ratio_is_above_zero_and_of_one_unit():
    found = claim_ratio.ratios()
    assert (found["ratio"] > 0).all()
    assert not claims.units_differ()


def test_claim_held_against_a_statement_is_marked_as_such():
    told = claim_ratio.ratios().set_index("claim_id")["is_told"]
    assert told[["CL005", "CL010", "CL037", "CL007"]].all()
    assert not told[["CL003", "CL009", "CL028", "CL054"]].any()


def test_at_first_what_cannot_be_checked_is_left_out_and_its_reasons_are_counted():
    whole = claims.verdicts()
    assert len(claim_selection.frame(Asked())) == (whole["verdict"] != "not_checkable").sum()
    reasons = claim_selection.reasons(Asked())
    assert sum(reasons.values()) == (whole["verdict"] == "not_checkable").sum()
    assert next(iter(reasons)) == "no_series"


def test_every_row_is_that_of_the_command_line():
    shown = claim_selection.frame(EVERY).sort_values("claim_id").reset_index(drop=True)
    pd.testing.assert_frame_equal(shown[claims.COLUMNS], claims.verdicts())


def test_tallies_are_those_of_the_verdicts_and_do_not_follow_from_the_verdicts_asked_for():
    counts = dict(claim_selection.tallies(Asked(verdicts=())).itertuples(index=False, name=None))
    assert counts == {word: int((claims.verdicts()["verdict"] == word).sum()) for word in WORDS}


def test_filters_leave_what_they_name():
    by_article = claim_selection.frame(Asked(verdicts=WORDS, article=SEED))
    assert len(by_article) == 18
    assert set(by_article["article_id"]) == {SEED}
    assert set(claim_selection.frame(Asked(WORDS, speaker="emomali-rahmon"))["speaker"]) == {"Emomali Rahmon"}
    assert set(claim_selection.frame(Asked(WORDS, kind="company"))["speaker_kind"]) == {"company"}
    assert set(claim_selection.frame(Asked(WORDS, country="TKM"))["iso3"]) == {"TKM"}
    assert set(claim_selection.frame(Asked(WORDS, evidence="statement"))["evidence"]) == {"statement"}
    assert set(claim_selection.frame(Asked(WORDS, subject="share_of_heading"))["claim_id"]) == {"CL003"}
    assert set(claim_selection.frame(Asked(WORDS, indicator="us_imports_share_pct.hs8110"))["claim_id"]) == {"CL003"}


def test_period_has_what_is_wholly_in_it():
    dates = claim_selection.frame(Asked(WORDS, since="2017-01", until="2017-11"))["date"]
    assert set(dates.str[:7]) == {"2017-02", "2017-11"}
    assert "2017" in set(claim_selection.frame(Asked(WORDS, since="2017-01", until="2017-12"))["date"])


def test_orders():
    by_ratio = claim_selection.frame(EVERY)
    with_ratio = by_ratio["ratio"].dropna()
    assert list(by_ratio["ratio"].notna()) == [True] * len(with_ratio) + [False] * (len(by_ratio) - len(with_ratio))
    assert with_ratio.is_monotonic_decreasing
    assert claim_selection.frame(Asked(WORDS, sort="date"))["date"].is_monotonic_decreasing
    speakers = claim_selection.frame(Asked(WORDS, sort="speaker"))["speaker"].str.casefold()
    assert next(iter(speakers)) == min(speakers)


def test_ids_of_speakers_tell_them_apart_and_are_no_kinds():
    names = set(claims.verdicts()["speaker"])
    assert set(claim_selection.speakers().values()) == names
    assert len(claim_selection.speakers()) == len(names)
    assert not set(claim_selection.speakers()) & set(claim_selection.KINDS)


def test_other_tests_are_those_that_the_verdict_does_not_rest_on():
    row = claim_selection.frame(EVERY).set_index("claim_id").loc["CL003"]
    assert row["alternatives"].startswith("equal 97 percent; us_imports_share_pct.hs81 ")
    assert "hs8110" not in row["alternatives"]
    assert (row["relation"], row["tolerance_pct"]) == ("equal", "5;20")
