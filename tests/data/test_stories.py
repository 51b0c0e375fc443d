"""Stories: tables are whole, quotations short, and every figure is what stands in the tables, read there by hand."""

import re

import pandas as pd
import pytest

from data.analysis import claim_facts, stories
from data.package import sources, tables
from data.vocabulary.terms import TERMS

STEPS = [step for steps in stories.every().values() for step in steps]
LABELS = [step.key for step in STEPS]
GAP = re.compile(r"\{(\w+)\}")
MOST_WORDS = 30
# Read in the files by hand: table, row and column.
BY_HAND = [
    # c51_timeline.csv: level summit, 2023-09-19 and 2025-11-06
    ("november_2025", 1, "summits", 2),
    ("november_2025", 1, "first", "2023-09-19"),
    # critical_lists and minerals_production, as `python -m data get critical_minerals_count` prints them
    ("november_2025", 3, "kaz", 14),
    ("november_2025", 3, "tkm", None),
    # us_import_reliance.csv: antimony, 2025
    ("november_2025", 5, "reliance", 91),
    # minerals_production.csv: TJK, antimony, mine, 2024, column world_rank of MCS2025 and of MCS2026
    ("november_2025", 6, "then", 2),
    ("november_2025", 6, "later", 3),
    # minerals_production.csv: TJK, antimony, mine, 2024, MCS2026
    ("november_2025", 7, "mine", 22000),
    ("november_2025", 7, "smelter", 0),
    # deals.csv: TJK, D038 to D043
    ("november_2025", 9, "deals", 6),
    ("november_2025", 9, "digital", 3),
    # us_uranium_origins.csv: Kazakhstan 2024 and 2023, Uzbekistan 2024
    ("november_2025", 13, "kaz", 24),
    ("november_2025", 13, "before", 22),
    ("november_2025", 13, "uzb", 9),
    # investment.csv: companies, claims of 2017 and 2024
    ("november_2025", 14, "first", 300),
    ("november_2025", 14, "last", 600),
    ("november_2025", 15, "standing", "announced"),
    # us_uranium_origins.csv: 2002, US origin; no row of Kazakhstan
    ("us_uranium", 1, "usa", 10.89),
    ("us_uranium", 1, "kaz", None),
    # us_uranium_origins.csv: 2018
    ("us_uranium", 4, "kaz", 8200),
    ("us_uranium", 4, "uzb", 2500),
]


@pytest.mark.parametrize(("story", "step", "name", "wanted"), BY_HAND)
def test_figure_is_the_one_of_the_table(story, step, name, wanted):
    found = stories.values(story, step).set_index("name")["value"]
    assert found[name] == wanted


def test_sum_is_that_of_the_five_as_the_books_have_them():
    rows = tables.load("us_trade")
    rows = rows[(rows["year"] == 2024) & rows["preferred"]]
    found = stories.values("november_2025", 4).set_index("name").loc["now"]
    assert found["value"] == rows[rows["flow"].isin(["import", "export"])]["value_usd"].sum() == 4152847385
    assert found["year"] == 2024


def test_missing_part_makes_no_sum(monkeypatch):
    row = dict.fromkeys(("claim_id", "test", "table", "rows", "column"), "")
    row |= {"story": "x", "step": "1", "name": "sum", "take": "sum", "indicator": "us_import_share.antimony"}
    monkeypatch.setattr(stories, "_rows", lambda _table: (row | {"iso3": "CHN;TJK", "year": "2024"},))
    (found,) = stories.values.__wrapped__("x", 1).to_dict("records")
    assert (found["value"], found["status"], found["source_id"]) == (None, "not_reported", "")


@pytest.mark.parametrize("step", STEPS, ids=LABELS)
def test_every_figure_fills_a_gap_and_every_gap_has_its_figure(step):
    names = list(stories.values(step.story, step.number)["name"])
    gaps = set(GAP.findall(TERMS.word(f"story_readings.{step.key}")))
    assert {gap.removesuffix("_year") for gap in gaps} == set(names)
    assert set(names) <= gaps


@pytest.mark.parametrize("step", STEPS, ids=LABELS)
def test_figure_that_is_there_has_a_source_and_one_that_is_not_a_reason(step):
    for row in stories.values(step.story, step.number).to_dict("records"):
        if row["value"] is None:
            assert row["status"], row
        elif row["take"] != "count" or row["value"]:
            assert sources.describe(row["source_id"]), row


@pytest.mark.parametrize("step", STEPS, ids=LABELS)
def test_quotation_is_short_and_its_source_and_claims_are_of_one_report(step):
    assert len(step.quote.split()) <= MOST_WORDS
    assert step.locator
    for claim_id in step.claim_ids if step.quote else ():
        assert claim_facts.get(claim_id).row["source_id"] == step.source_id


def test_our_words_are_no_place_for_figures_that_the_report_does_not_have():
    said = set(re.findall(r"\d[\d.,]*", " ".join(TERMS.word(f"story_texts.{one.key}").rstrip(".") for one in STEPS)))
    assert {one.strip(".,") for one in said} == {"97", "100", "17", "25", "600", "2015", "2025"}


def test_steps_are_those_of_the_design():
    assert {story: len(steps) for story, steps in stories.every().items()} == {"november_2025": 17, "us_uranium": 6}


def test_conditions_on_one_column_are_alternatives_and_on_several_all_hold():
    rows = pd.DataFrame({"iso3": ["KAZ", "KAZ;UZB", "TJK"], "kind": ["a", "b", "b"]})
    assert list(stories.matching(rows, "iso3=KAZ&iso3=TJK").index) == [0, 1, 2]
    assert list(stories.matching(rows, "iso3=UZB&iso3=TJK&kind=b").index) == [1, 2]
    assert list(stories.matching(rows, "iso3=KAZ&kind=b").index) == [1]
