"""Claims as frames: known verdicts, what holds for every claim, and that a verdict follows the tables."""

import io

import pandas as pd
import pytest

from data import __main__ as command
from data import indicators
from data.analysis import claim_evidence, claim_figures, claim_tests, claims, verdicts
from data.package import descriptor, snapshot, sources, tables
from data.package.snapshot import Snapshot

DECISIVE = ("supported", "roughly", "not_supported", "contradicted", "depends")
SEED = "pantau-2025-11-06-seed"


@pytest.fixture(scope="module")
def told() -> pd.DataFrame:
    return claims.verdicts().set_index("claim_id")


@pytest.fixture(scope="module")
def tests() -> pd.DataFrame:
    return claims.outcomes()


@pytest.mark.parametrize(
    ("claim_id", "word", "value"),
    [
        ("CL001", "supported", 2),  # antimony rank 2: second in the edition of the day; third in the one of 2026
        ("CL003", "not_supported", 75.138),  # 97 percent of sales to the US: customs 75
        ("CL004", "depends", 2),  # largest investor: second by stock, first by net flow
        ("CL005", "not_checkable", 53e9),  # more than 100 billion of investment: running totals of officials only
        ("CL007", "not_checkable", 14.75e9),  # more than 17 billion of deals: our list of announcements
        ("CL009", "supported", 24),  # a quarter of US uranium
        ("CL010", "not_checkable", 600),  # more than 600 companies: statements only
        ("CL011", "not_checkable", "announced"),  # Abraham Accords: announced, not signed
        ("CL012", "supported", 2015),  # launch of C5+1
        ("CL013", "not_supported", 4152847385),  # trade keeps growing: both ways it fell in 2023 and 2024
        ("CL015", "not_supported", 3193853948),  # trade nears 5 billion: Kazakhstan's own 2025
        ("CL027", "roughly", 1003.9e6),  # Uzbek trade nears 1 billion; "quadrupled" is not tested
        ("CL030", "not_checkable", 70),  # the table has only this statement
        ("CL041", "not_supported", 50000),  # 600,000 t of antimony: another classification
        ("CL044", "supported", 21000),  # antimony mined in 2023, by the edition of the day
        ("CL047", "not_supported", 8),  # first in antimony reserves: eighth in the edition of the day
        ("CL054", "not_checkable", 85520712),  # up to 60 million of aid: only a later extract
        ("CL083", "roughly", -1272425276),  # persistent deficit with Kazakhstan: not in six years
        ("CL103", "not_checkable", 6324470323),  # 8.8 billion of aid since 1991: only a later extract
        ("CL104", "depends", 45.28922),  # half of world uranium: of output, or of what lies in the ground
        ("CL109", "roughly", 2521184733),  # trade of 2.5 billion in 2021; the rank is not tested
        ("CL112", "due", None),  # 1,350 machines by 2020
        ("CL002", "not_checkable", None),
        ("CL018", "forecast", None),
    ],
)
def test_known_claims(told, claim_id, word, value):
    row = told.loc[claim_id]
    assert row["verdict"] == word
    assert pd.isna(row["value"]) if value is None else row["value"] == pytest.approx(value)


def test_largest_investor_depends_on_the_measure_and_every_measure_stands_there(tests):
    rows = tests[tests["claim_id"] == "CL004"]
    found = dict(zip(rows["indicator"], zip(rows["value"], rows["word"], rows["evidence"], strict=True), strict=True))
    assert found == {
        "by_investor.fdi_stock_eur.kaz": (2, "not_supported", "statistic"),
        "by_investor.fdi_flow_net_eur.kaz": (1, "roughly", "statistic"),
        "by_investor.fdi_flow_gross_rank.kaz": (2, "", "statement"),
        "by_investor.fdi_cumulative_usd.kaz": (2, "", "statement"),
    }
    first = rows.set_index("indicator")["against"]
    assert first["by_investor.fdi_stock_eur.kaz"] == "2007-2021"
    assert first["by_investor.fdi_flow_net_eur.kaz"] == "2004-2013, 2015-2016"  # first in 2003, 2014, 2017 to 2021


@pytest.mark.parametrize(
    ("claim_id", "broken"),
    [
        ("CL083", "1993-1994, 1996-1997, 2002, 2016"),
        ("CL013", "1995, 1997-1998, 2003, 2006, 2009, 2014-2015, 2017, 2020, 2023-2024"),
    ],
)
def test_persistent_and_growing_say_which_year_broke_them(tests, claim_id, broken):
    assert tests[tests["claim_id"] == claim_id].iloc[0]["against"] == broken


def test_every_direction_looks_at_every_year_on_record():
    for test in [one for ones in claim_tests.of_claims().values() for one in ones]:
        if test.relation in claim_figures.DIRECTIONS:
            series = claim_figures.measure(test).series
            frame = indicators.values(test.indicator)
            rows = frame[frame["iso3"].isin(test.countries) & frame["value"].notna() & (frame["year"] <= test.year)]
            counts = rows.groupby("year")["iso3"].nunique()
            assert [year for year, _ in series] == list(counts.index[counts == len(test.countries)])


def test_no_verdict_rests_on_statements_alone(told):
    decided = told[told["verdict"].isin(DECISIVE)]
    assert set(decided["evidence"]) <= set(claim_evidence.CLASSES) - {"statement"}
    assert set(decided["evidence"]) >= {"statistic", "edition_of_day", "other_side", "own_list"}


def test_statement_never_says_a_word(tests):
    assert set(tests.loc[tests["evidence"] == "statement", "word"]) == {""}
    assert set(tests.loc[tests["reason"].isin(["statement", "same_statement", "own_list"]), "word"]) == {""}


def test_verdicts_depend_neither_on_the_order_of_tests_nor_on_statements(told, tests):
    statements = tests[tests["evidence"] == "statement"]
    silent = set(zip(statements["claim_id"], statements["test"], strict=True))
    for row in claim_tests.rows(claim_tests.CLAIMS):
        own = claim_tests.of_claims()[row["claim_id"]]
        word = told.loc[row["claim_id"], "verdict"]
        assert verdicts.verdict(row, own[::-1]).word == word, row["claim_id"]
        left = tuple(one for one in own if (one.claim_id, one.number) not in silent)
        assert verdicts.verdict(row, left).word == word, row["claim_id"]


def test_figure_that_came_after_the_claim_decides_only_where_the_test_says_why(tests):
    own = {(test.claim_id, test.number): test for ones in claim_tests.of_claims().values() for test in ones}
    late = tests[tests["timing"].isin(["later", "undated"])]
    assert len(late) > 30
    for row in late.to_dict("records"):
        reason = own[row["claim_id"], row["test"]].late
        assert not row["word"] or reason in ("settled", "own_period"), row


def test_later_figures_stand_beside_the_verdict_as_later(told, tests):
    late = tests[tests["timing"] == "later"]["claim_id"].unique()
    assert set(told.index[told["later"].notna()]) == set(late)
    assert "usgs" in told.loc["CL001", "source_id"]
    assert "TJK 2024: 3 (statistic, later)" in told.loc["CL001", "later"]


def test_no_figure_of_the_page_that_the_claim_stands_on_decides(tests, told):
    for row in tests[tests["word"] != ""].to_dict("records"):
        own = tables.load("claims").set_index("claim_id").loc[row["claim_id"], "source_id"]
        assert not claim_evidence.is_same_page(row["source_id"], own), row


def test_every_claim_that_is_not_decided_says_why(told):
    open_ones = told[~told["verdict"].isin(DECISIVE)]
    reasons = {"no_series", "no_number", "no_value", "statement", "same_statement", "own_list", "only_later"}
    assert set(open_ones["reason"]) <= reasons | {"undated", "future", "past_due"}
    notes = tables.load("claims").set_index("claim_id")["test_note"]
    assert [one for one in open_ones.index if pd.isna(notes[one]) and told.loc[one, "reason"] == "no_series"] == []


def test_forecasts_have_a_due_date_and_what_decides_them(told):
    plans = tables.load("claims").set_index("claim_id")
    plans = plans[plans["is_forecast"]]
    assert {"CL018", "CL019", "CL031", "CL033", "CL038", "CL072", "CL101"} <= set(plans.index)
    assert plans["due_date"].notna().all()
    assert plans["decided_by"].notna().all()
    today = descriptor.released()
    for one, row in plans.iterrows():
        is_over = row["due_date"] < today[: len(row["due_date"])]
        assert told.loc[one, "verdict"] == ("due" if is_over else "forecast")


def test_trade_claims_name_the_side_whose_books_they_speak_from():
    trade = {"us_trade", "us_trade_products", "trade_mirror", "trade_partners"}
    side = tables.load("claims").set_index("claim_id")["side_iso3"]
    forecasts = tables.load("claims").set_index("claim_id")["is_forecast"]
    tested = {
        test.claim_id
        for ones in claim_tests.of_claims().values()
        for test in ones
        if indicators.get(test.indicator).table in trade
    }
    assert [one for one in tested if pd.isna(side[one]) and not forecasts[one]] == []


def test_restricted_figure_is_left_out_of_what_is_printed(told, tests):
    closed = tests[[not sources.is_downloadable(one) for one in tests["source_id"]]]
    assert len(closed) >= 3
    assert closed["value"].isna().all()
    assert closed["difference_pct"].isna().all()
    assert pd.isna(told.loc["CL108", "value"])
    assert "1644804677" not in told.loc["CL108", "working"]


def test_working_has_one_line_for_every_test(told, tests):
    counts = tests.groupby("claim_id").size()
    lines = told["working"].dropna().map(lambda text: len(text.split(" | ")))
    pd.testing.assert_series_equal(lines.astype(int), counts, check_names=False)


def test_edition_of_the_day_is_the_one_that_its_source_prints(tests):
    assert list(tests.loc[tests["evidence"] == "edition_of_day", "reason"].unique()) != []
    for test in [one for ones in claim_tests.of_claims().values() for one in ones if one.edition]:
        measured = claim_figures.measure(test)
        assert measured is not None, test
        assert measured.source_id == test.edition


@pytest.mark.parametrize(("claimed", "word"), [(1, "not_supported"), (2, "roughly")])
def test_place_in_a_list_that_is_not_whole_can_only_refute(monkeypatch, claimed, word):
    listed = pd.DataFrame({"iso3": ["NLD", "USA"], "year": 2021, "value": [52.0, 35.0], "status": "actual"})
    listed = listed.assign(source_id="s", reporter="")
    monkeypatch.setattr(indicators, "values", lambda _id, _year=None: listed)
    measured = claim_figures.measure(asked(claimed, "rank", countries=("USA",), from_year=None, year=2021))
    assert (measured.value, measured.listed, measured.is_whole) == (2, 2, False)
    assert verdicts.JUDGES["rank"](claimed, measured) == word


@pytest.mark.parametrize(("others", "is_whole"), [(44.9, False), (45.0, True)])
def test_list_of_shares_is_whole_from_four_fifths_of_the_world_on(monkeypatch, others, is_whole):
    listed = pd.DataFrame({"iso3": ["KAZ", "UZB"], "year": 2021, "value": [35.0, others], "status": "actual"})
    listed = listed.assign(source_id="s", reporter="")
    monkeypatch.setattr(indicators, "values", lambda _id, _year=None: listed)
    test = asked(1, "rank", indicator="world_share.uranium", countries=("KAZ",), from_year=None, year=2021)
    assert claim_figures.measure(test).is_whole is is_whole


def asked(claimed=None, relation="equal", **changes) -> claim_tests.ClaimTest:
    fields = {"claim_id": "CL001", "number": 1, "part": "", "unit": "USD", "indicator": "us_trade_usd"}
    fields |= {"countries": ("KAZ", "UZB"), "from_year": 2022, "year": 2024, "is_proxy": False, "late": ""}
    return claim_tests.ClaimTest(
        **{**fields, "edition": "", "note": "", "claimed": claimed, "relation": relation} | changes
    )


def test_sum_needs_every_country_and_year():
    assert claim_figures.measure(asked(1.0)).value == pytest.approx(
        3787415215 + 3393385022 + 3425180352 + 330039637 + 438660048 + 423141099
    )
    assert claim_figures.measure(asked(1.0, year=2025)) is None


def test_growth_is_the_change_from_the_first_year_to_the_last():
    found = claim_figures.measure(
        asked(37.2, "growth", indicator="mirror_trade_usd", countries=("KAZ",), from_year=2021, year=2022)
    )
    assert found.value == pytest.approx((3053178628 / 2223188997 - 1) * 100)
    assert found.unit == "percent"


def test_every_claim_of_the_seed_article_is_there():
    frame = tables.load("claims")
    seed = frame[frame["article_id"] == SEED]
    expected = [*range(1, 15), 114, 118, 119, 120]
    assert list(seed["claim_id"]) == [f"CL{number:03}" for number in expected]
    assert set(seed["claimed_value"].dropna()) >= {2, 97, 100e9, 17e9, 25, 600, 2015}


def test_verdict_follows_the_tables(monkeypatch):
    real = indicators.values

    def doubled(indicator_id: str, year: int | None = None) -> pd.DataFrame:
        frame = real(indicator_id, year)
        return frame.assign(value=frame["value"] * 2) if indicator_id == "us_uranium_share_pct" else frame

    monkeypatch.setattr(indicators, "values", doubled)
    with snapshot.held(Snapshot(snapshot.current().files)):
        row = claims.verdicts().set_index("claim_id").loc["CL009"]
    assert (row["value"], row["verdict"]) == (48, "not_supported")


def test_indicators_that_test_claims_exist():
    assert claims.tests() <= set(indicators.registry())


def test_claimed_number_and_figure_share_their_unit():
    assert claims.units_differ() == []


def test_command_prints_every_claim(capsys):
    assert command.main(["claims"]) == 0
    frame = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str)
    assert list(frame.columns) == claims.COLUMNS
    assert list(frame["claim_id"]) == list(tables.load("claims")["claim_id"])
    assert set(frame["verdict"]) <= set(verdicts.WORDS)
    assert frame["source_id"].notna().all()


def test_no_verdict_is_kept_in_the_tables():
    for name in (claim_tests.CLAIMS, claim_tests.FURTHER):
        assert not [one for one in tables.load(name) if "verdict" in one or one.startswith("check")]
