"""Concentration of the markets of the tables against cases that were worked by hand from the rows of the CSV files."""

import pandas as pd
import pytest

from data.analysis import concentration, suppliers
from data.analysis.concentration import BOUNDED
from data.faults import UnknownId
from data.subjects.fullness import ENOUGH_PCT

# Mineral, basis, form, period, bounds, named percent, suppliers, withheld, rule. US shares are printed as whole
# percents, so each is half a point lower in the lower bound and half a point higher in the upper one; of the unnamed as
# many as fit are as large as the smallest named one. World output: tonnes over the printed total of the edition.
BY_HAND = [
    # China 55, Belgium 12, Thailand 8, India 6, others 19. Low: 54.5² + 11.5² + 7.5² + 5.5² = 2970.25 + 132.25 + 56.25
    # + 30.25. High: 55.5² + 12.5² + 8.5² + 6.5² = 3351, and 19 = 3 x 6 + 1: 3 x 36 + 1 = 109.
    ("antimony", "us_imports", "total metal and oxide", "2021-2024", 3189, 3460, 81, 4, 0, "rest_in_parts"),
    # Mexico 86, Italy 9, others 5. 85.5² + 8.5² = 7310.25 + 72.25; 86.5² + 9.5² + 5² = 7482.25 + 90.25 + 25.
    ("antimony", "us_imports", "ore and concentrates", "2021-2024", 7382.5, 7597.5, 95, 2, 0, "rest_in_parts"),
    # Kazakhstan 31, Latvia 25, Japan 19, Germany 5, others 20. 930.25 + 600.25 + 342.25 + 20.25; 992.25 + 650.25
    # + 380.25 + 30.25 and 4 x 25.
    ("beryllium", "us_imports", "all", "2021-2024", 1893, 2153, 80, 4, 0, "rest_in_parts"),
    # 37, 36, two with 6, others 15. 1332.25 + 1260.25 + 2 x 30.25. High: were all four half a point larger, 13 would
    # be left, two more of 6.5: 1406.25 + 1332.25 + 4 x 42.25 (with 15 = 2 x 6 + 3 it would be 2904).
    ("palladium", "us_imports", "palladium", "2021-2024", 2653, 2907.5, 85, 4, 0, "rest_in_parts"),
    # Germany 51, China 40, Netherlands 9. 2550.25 + 1560.25 + 72.25; 2652.25 + 1640.25 + 90.25.
    (
        "rare earths",
        "us_imports",
        "heavy: erbium compounds and metals",
        "2021-2024",
        4182.75,
        4382.75,
        100,
        3,
        0,
        "no_rest",
    ),
    # Canada printed as more than 99: between 99² and all of it.
    ("copper", "us_imports", "ore and concentrates", "2021-2024", 9801, 10000, 99, 1, 0, "rest_in_parts"),
    # 900,000, 6,000 and 3,000 kg are 909,000 of 900,000: (900² + 6² + 3²) / 909² = 810,045 / 826,281.
    ("gallium", "world_output", "refinery", "2025", 9803.505, 9803.505, 101, 3, 0, "sum_of_listed"),
    # 23, 9, 7, 3, 2, 2 and 1.9 of 51 million t: 679.61 / 2601. The rest is 3.1 = 1.9 + 1.2: (679.61 + 3.61 + 1.44)
    # / 2601.
    ("chromium", "world_output", "mine", "2025", 2612.880, 2632.295, 93.9216, 7, 0, "rest_in_parts"),
]
# Market, percent that is named: too little for an index.
REFUSED = [
    ("gold", "world_output", "mine", 68.18),
    ("clays", "world_output", "bentonite mine", 75.95),
    ("nickel", "world_output", "mine", 0.417),
    ("palladium", "world_output", "mine", 5.007),
    ("chromium", "us_imports", "total", 53),
    ("aluminum", "us_imports", "metal", 71),
]


@pytest.mark.parametrize(
    ("mineral", "basis", "form", "period", "low", "high", "named", "listed", "withheld", "rule"), BY_HAND
)
def test_known_markets(mineral, basis, form, period, low, high, named, listed, withheld, rule):
    row = concentration.of(mineral, basis, form).iloc[0]
    assert (row["period"], row["listed_n"], row["withheld_n"]) == (period, listed, withheld)
    assert (row["rule"], row["status"]) == (rule, BOUNDED)
    assert (row["hhi_low"], row["hhi_high"]) == pytest.approx((low, high), abs=0.001)
    assert row["coverage_pct"] == pytest.approx(named, abs=0.001)


@pytest.mark.parametrize(("mineral", "basis", "form", "named"), REFUSED)
def test_nothing_is_said_where_less_than_four_fifths_are_named(mineral, basis, form, named):
    row = concentration.of(mineral, basis, form).iloc[0]
    assert row["status"] == "too_little_named"
    assert row["coverage_pct"] == pytest.approx(named, abs=0.01)
    assert row[["hhi_low", "hhi_high"]].isna().all()
    assert row["rule"] == ""


def test_every_market_has_its_row_and_its_source():
    rows = concentration.every()
    assert rows["basis"].value_counts().to_dict() == {"us_imports": 128, "world_output": 42}
    assert not rows.duplicated(["mineral", "basis", "form"]).any()
    assert rows[["source_id", "locator", "period", "status"]].notna().all(axis=None)
    is_bounded = rows["status"] == BOUNDED
    assert (rows["coverage_pct"] >= ENOUGH_PCT)[is_bounded].all()
    assert (is_bounded == rows["hhi_low"].notna()).all()
    assert (is_bounded == rows["hhi_high"].notna()).all()
    assert (rows["hhi_low"] <= rows["hhi_high"])[is_bounded].all()


def test_total_without_the_united_states_has_no_index():
    # By the notes of MCS 2026: the total of each excludes US production, which is withheld or not available.
    rows = concentration.every()
    rows = rows[rows["status"] == "total_without_us"]
    assert set(rows["mineral"]) == {"barite", "iodine", "mercury", "selenium", "silicon", "tellurium"}
    assert rows[["hhi_low", "hhi_high"]].isna().all(axis=None)


def test_unnamed_countries_are_no_supplier():
    named = suppliers.every("us_imports")
    assert named["supplier"].str.fullmatch("[A-Z]{3}").all()
    assert set(suppliers.of("antimony", "us_imports")["supplier"]) == {"CHN", "BEL", "THA", "IND"}
    assert "WLD" not in set(suppliers.every("world_output")["supplier"])


def test_a_producer_without_a_figure_stays_without_one():
    row = suppliers.of("barite", "world_output").set_index("supplier").loc["USA"]
    assert row["status"] == "withheld"
    assert pd.isna(row["value"])
    assert pd.isna(row["share_pct"])


def test_output_without_a_printed_world_total_has_no_index():
    row = concentration.of("coal", "world_output").iloc[0]
    assert row["status"] == "no_total"
    assert row[["hhi_low", "hhi_high", "coverage_pct"]].isna().all()


@pytest.mark.parametrize(
    "asked", [("unobtainium", "us_imports"), ("antimony", "mars"), ("antimony", "us_imports", "ingots")]
)
def test_unknown_markets_are_told(asked):
    with pytest.raises(UnknownId):
        concentration.of(*asked)
