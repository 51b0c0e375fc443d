"""Verdicts on claims: the rules at their edges, known claims, and that a verdict follows the tables."""

import io

import pandas as pd
import pytest

from data import __main__ as command
from data import claims, indicators, measures, tables
from data.measures import Measured

HEADER = "claim_id,speaker,date,claim,claimed_value,unit,value,year,difference_pct,verdict,source_id"
WORDS = {"supported", "roughly", "not_supported", "contradicted", "not_checkable", "forecast"}
CLAIM = {
    "claimed_value": 100.0,
    "claimed_unit": "USD",
    "is_forecast": False,
    "test_indicator": "us_imports_usd",
    "test_iso3": "KAZ",
    "test_from_year": None,
    "test_year": 2024,
    "test_relation": "equal",
    "test_editions": False,
    "test_is_proxy": False,
    "source_id": "speech",
}


def figure(value: float, **fields) -> Measured:
    return Measured(value, **{"unit": "USD", "year": 2024, "status": "actual", "source_id": "customs", **fields})


@pytest.fixture
def judge(monkeypatch):
    """The verdict on a claim whose indicators have the given figures, in their order."""

    def run(*figures: Measured | None, **changes) -> claims.Verdict:
        ids = [f"i{place}" for place in range(len(figures))]
        monkeypatch.setattr(claims, "measure", lambda one, _claim: figures[ids.index(one)])
        return claims.verdict({**CLAIM, "test_indicator": ";".join(ids), **changes})

    return run


@pytest.mark.parametrize(
    ("relation", "claimed", "value", "word"),
    [
        ("equal", 105, 100, "supported"),
        ("equal", 95, 100, "supported"),
        ("equal", 105.1, 100, "roughly"),
        ("equal", 80, 100, "roughly"),
        ("equal", 120.1, 100, "not_supported"),
        ("equal", 199, 100, "not_supported"),
        ("equal", 200, 100, "contradicted"),
        ("equal", 50, 100, "contradicted"),
        ("equal", 100, -100, "contradicted"),
        ("equal", 0, 0, "supported"),
        ("equal", 5, 0, "contradicted"),
        ("at_least", 100, 100, "supported"),
        ("at_least", 100, 250, "supported"),
        ("at_least", 100, 99, "roughly"),
        ("at_least", 121, 100, "not_supported"),
        ("at_least", 200, 100, "contradicted"),
        ("at_most", 100, 40, "supported"),
        ("at_most", 99, 100, "roughly"),
        ("at_most", 40, 100, "contradicted"),
        ("rank", 2, 2, "supported"),
        ("rank", 2, 3, "not_supported"),
        ("rank", 1, 2, "not_supported"),
        ("rank", 2, 4, "contradicted"),
        ("rank", 9, 11, "not_supported"),
        ("first_year", 2015, 2015, "supported"),
        ("first_year", 2015, 2016, "not_supported"),
    ],
)
def test_tolerance_at_its_edges(judge, relation, claimed, value, word):
    assert judge(figure(value), test_relation=relation, claimed_value=claimed).word == word


@pytest.mark.parametrize(
    ("relation", "series", "word"),
    [
        ("growing", (1, 2, 3), "supported"),
        ("growing", (1, 3, 2), "roughly"),
        ("growing", (3, 2, 1), "contradicted"),
        ("negative", (-1, -2), "supported"),
        ("negative", (-1, 2), "not_supported"),
        ("negative", (1, 2), "contradicted"),
    ],
)
def test_direction_needs_no_number(judge, relation, series, word):
    found = judge(figure(series[-1], series=series), test_relation=relation, claimed_value=None)
    assert (found.word, found.difference_pct) == (word, None)


@pytest.mark.parametrize(
    ("standing", "status", "word"),
    [
        ("member", "actual", "supported"),
        ("member", "claim", "roughly"),
        ("announced", "claim", "roughly"),
        ("applicant", "actual", "not_supported"),
    ],
)
def test_announced_accession_is_roughly_a_membership(judge, standing, status, word):
    found = judge(figure(float("nan"), word=standing, status=status), test_relation="member", claimed_value=None)
    assert found.word == word


def test_difference_is_told_in_percent_of_our_figure(judge):
    assert judge(figure(80)).difference_pct == 25.0


def test_figure_that_is_only_a_claim_cannot_support(judge):
    assert judge(figure(100, status="claim")).word == "roughly"
    assert judge(figure(20, status="claim")).word == "contradicted"


def test_measure_that_is_not_the_same_cannot_support(judge):
    assert judge(figure(100), test_is_proxy=True).word == "roughly"


def test_measure_that_is_not_the_same_cannot_contradict(judge):
    assert judge(figure(20), test_is_proxy=True).word == "not_supported"


def test_other_side_or_edition_makes_it_roughly_true_at_best(judge):
    assert judge(figure(50), figure(100)).word == "roughly"
    assert judge(figure(50, editions=(figure(100, source_id="older"),))).word == "roughly"
    assert judge(figure(50), figure(40)).word == "contradicted"


def test_same_statement_does_not_test_itself(judge):
    found = judge(figure(100, source_id="speech"))
    assert (found.word, found.reason) == ("not_checkable", "same_statement")
    assert judge(figure(100, source_id="speech"), figure(100)).word == "supported"
    assert judge(figure(50, editions=(figure(100, source_id="speech"),))).word == "contradicted"


def test_what_cannot_be_checked_says_why(judge):
    assert judge(None).reason == "no_value"
    assert judge(figure(1), claimed_value=None).reason == "no_number"
    assert judge(figure(1), test_indicator=None).reason == "no_series"
    assert judge(figure(1), is_forecast=True).word == "forecast"


@pytest.mark.parametrize(
    ("claim_id", "word", "value"),
    [
        ("CL001", "roughly", 3),  # antimony rank 2: third in the edition of 2026, second in that of 2025
        ("CL003", "not_supported", 75.138),  # 97 percent of sales to the US: customs 75
        ("CL009", "supported", 24),  # a quarter of US uranium
        ("CL011", "roughly", "announced"),  # Abraham Accords: announced, not signed
        ("CL012", "supported", 2015),  # launch of C5+1
        ("CL004", "not_supported", 2),  # largest investor: second by stock
        ("CL005", "not_supported", 62e9),  # more than 100 billion of investment
        ("CL007", "roughly", 14.75e9),  # more than 17 billion of deals; what was listed on the day
        ("CL010", "roughly", 600),  # more than 600 companies: statements only
        ("CL103", "not_supported", 6324470323),  # 8.8 billion of aid since 1991
        ("CL030", "not_checkable", 70),  # the table has only this statement
        ("CL041", "contradicted", 50000),  # 600,000 t of antimony
        ("CL047", "contradicted", 9),  # first in antimony reserves
        ("CL083", "supported", -1272425276),  # US deficit with Kazakhstan
        ("CL109", "supported", 2521184733),  # trade of 2.5 billion in 2021
        ("CL002", "not_checkable", None),
        ("CL018", "forecast", None),
    ],
)
def test_known_claims(claim_id, word, value):
    row = claims.verdicts().set_index("claim_id").loc[claim_id]
    assert row["verdict"] == word
    assert pd.isna(row["value"]) if value is None else row["value"] == pytest.approx(value)


@pytest.mark.parametrize(("claimed", "place"), [(1, 2), (2, None)])
def test_place_in_a_list_that_is_not_whole_can_only_refute(monkeypatch, claimed, place):
    listed = pd.DataFrame({"iso3": ["NLD", "USA"], "year": 2021, "value": [52.0, 35.0], "status": "actual"})
    monkeypatch.setattr(indicators, "values", lambda _id, _year=None: listed.assign(source_id="s"))
    claim = {**CLAIM, "claimed_value": claimed, "test_iso3": "USA", "test_year": 2021, "test_relation": "rank"}
    found = measures.measure("us_imports_usd", claim)
    assert (found and found.value) == place


def test_sum_needs_every_country_and_year():
    whole = {**CLAIM, "test_iso3": "KAZ;UZB", "test_from_year": 2022, "test_year": 2024}
    assert measures.measure("us_trade_usd", whole).value == pytest.approx(
        3787415215 + 3393385022 + 3425180352 + 330039637 + 438660048 + 423141099
    )
    assert measures.measure("us_trade_usd", {**whole, "test_year": 2025}) is None


def test_every_claim_of_the_seed_article_is_there():
    frame = tables.load("claims")
    seed = frame[frame["article_id"] == "pantau-2025-11-06-seed"]
    assert list(seed["claim_id"]) == [f"CL{number:03}" for number in range(1, 15)] + ["CL114"]
    assert set(seed["claimed_value"].dropna()) >= {2, 97, 100e9, 17e9, 25, 600, 2015}


def test_verdict_follows_the_tables(monkeypatch):
    real = indicators.values

    def doubled(indicator_id: str, year: int | None = None) -> pd.DataFrame:
        frame = real(indicator_id, year)
        factor = 2 if indicator_id == "us_uranium_share_pct" else 1
        return frame.assign(value=frame["value"] * factor) if factor == 2 else frame

    monkeypatch.setattr(indicators, "values", doubled)
    row = claims.verdicts().set_index("claim_id").loc["CL009"]
    assert (row["value"], row["verdict"]) == (48, "not_supported")


def test_indicators_that_test_claims_exist():
    assert claims.tests() <= set(indicators.registry())


def test_claimed_number_and_figure_share_their_unit():
    assert claims.units_differ() == []


def test_command_prints_every_claim(capsys):
    assert command.main(["claims"]) == 0
    printed = capsys.readouterr().out
    assert printed.splitlines()[0] == HEADER
    frame = pd.read_csv(io.StringIO(printed), dtype=str)
    assert list(frame["claim_id"]) == list(tables.load("claims")["claim_id"])
    assert set(frame["verdict"]) <= WORDS
    assert frame["source_id"].notna().all()


def test_no_verdict_is_kept_in_the_table():
    assert not [name for name in tables.load("claims") if "verdict" in name or name.startswith("check")]
