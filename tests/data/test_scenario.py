"""What if Central Asia took over a part of a supplier's sales: worked by hand, and what must hold of every market."""

import pandas as pd
import pytest

from data.analysis import concentration, index_bounds, scenario, suppliers
from data.analysis.index_bounds import Share
from data.faults import UnknownId

BOUNDS = ["hhi_low", "hhi_high"]
# Antimony, metal and oxide: China 55, Belgium 12, Thailand 8, India 6, others 19. Belgium, Thailand and India: low
# 132.25 + 56.25 + 30.25 = 218.75, high 156.25 + 72.25 + 42.25 = 270.75; the unnamed 109 at most.
ANTIMONY = [
    (0, 3189, 3460),
    # China 41.25, Central Asia 13.75: 40.75² + 13.25² = 1836.125; 41.75² + 14.25² = 1946.125.
    (25, 1836.125 + 218.75, 1946.125 + 270.75 + 109),
    # Both 27.5: 2 x 27² = 1458; 2 x 28² = 1568.
    (50, 1458 + 218.75, 1568 + 270.75 + 109),
    (100, 3189, 3460),
]
# Beryllium: Kazakhstan 31, Latvia 25, Japan 19, Germany 5, others 20 (4 x 25 = 100 at most). Half of Latvia's to
# Kazakhstan: 43.5 and 12.5. The new share may be off by half a point and by half of Latvia's half point. Low: 42.75² +
# 12² + 18.5² + 4.5² = 1827.5625 + 144 + 342.25 + 20.25. High: 44.25² + 13² + 19.5² + 5.5² + 100 = 1958.0625 + 169 +
# 380.25 + 30.25 + 100.
BERYLLIUM = (50, 2334.0625, 2637.5625)


@pytest.mark.parametrize(("part", "low", "high"), ANTIMONY)
def test_antimony_by_hand(part, low, high):
    row = scenario.of("antimony").set_index("x_pct").loc[part]
    assert (row["from_supplier"], row["form"], row["taken_as"]) == ("CHN", "total metal and oxide", "one")
    assert tuple(row[BOUNDS]) == pytest.approx((low, high))


def test_what_central_asia_sells_already_is_joined_to_what_it_takes_over():
    part, low, high = BERYLLIUM
    rows = scenario.of("beryllium")
    assert set(rows["from_supplier"]) == {"LVA"}
    assert tuple(rows.set_index("x_pct").loc[part, BOUNDS]) == pytest.approx((low, high))


def test_by_present_output_each_of_the_five_takes_its_part():
    # Tajikistan 22,000 t, Kazakhstan 800 t, Kyrgyzstan 700 t of 23,500 t, of the 27.5 percent that China loses.
    parts = [27.5 * tons / 23_500 for tons in (22_000, 800, 700)]
    low = 27**2 + (parts[0] - 0.5) ** 2 + (parts[1] - 0.5) ** 2 + (parts[2] - 0.5) ** 2 + 218.75
    high = 28**2 + sum((part + 0.5) ** 2 for part in parts) + 270.75 + 109
    row = scenario.of("antimony", taken_as="five").set_index("x_pct").loc[50]
    assert tuple(row[BOUNDS]) == pytest.approx((low, high))


def test_best_point_is_where_one_giant_has_become_two():
    found = scenario.best(scenario.of("antimony"))
    assert found == scenario.Best(50, 1676.75, 1947.75, rises_again=True)


def test_where_a_newcomer_only_adds_to_the_largest_nothing_is_best():
    assert scenario.best(scenario.of("beryllium")) == scenario.Best(0, 1893.0, 2153.0, rises_again=True)


@pytest.mark.parametrize("way", scenario.WAYS)
def test_nothing_taken_over_is_the_table(way):
    table = concentration.every().query("basis == 'us_imports' and status == 'bounded'")
    for row in table.drop_duplicates("mineral").to_dict("records"):
        curve = scenario.of(row["mineral"], row["form"], taken_as=way)
        if curve["status"].iloc[0] == "bounded":
            assert tuple(curve.loc[curve["x_pct"] == 0, BOUNDS].iloc[0]) == (row["hhi_low"], row["hhi_high"])
            assert curve["x_pct"].tolist() == list(range(101))


def test_names_are_of_no_matter():
    shares = {"AAA": Share(60, 59.5, 60.5), "BBB": Share(30, 29.5, 30.5), "CCC": Share(5, 4.5, 5.5)}
    renamed = dict(zip(["CCC", "AAA", "BBB"], shares.values(), strict=True))
    market = index_bounds.market(shares.values())
    for part in (0.0, 0.2, 1.0):
        found = [
            index_bounds.bounds(scenario.swapped(market, named, loser, {"C5": 1.0}, part))
            for named, loser in ((shares, "AAA"), (renamed, "CCC"))
        ]
        assert found[0] == pytest.approx(found[1])


def test_joining_the_newcomers_never_lowers_the_index():
    one, five = (scenario.of("antimony", taken_as=way).set_index("x_pct") for way in scenario.WAYS)
    assert (one["hhi_low"] >= five["hhi_low"] - 1e-9).all()


def test_a_market_too_little_of_which_is_named_has_no_curve():
    rows = scenario.of("chromium", "ferrochromium")
    assert len(rows) == 1
    assert rows["status"].tolist() == ["too_little_named"]
    assert rows[["x_pct", *BOUNDS]].isna().all(axis=None)
    assert rows["coverage_pct"].tolist() == [76.0]
    assert scenario.best(rows) is None


def test_without_present_output_nothing_is_shared_out():
    assert scenario.of("beryllium", taken_as="five")["status"].tolist() == ["no_output"]
    assert scenario.of("beryllium", taken_as="one")["status"].iloc[0] == "bounded"


def test_central_asia_takes_nothing_over_from_itself():
    assert "KAZ" in set(suppliers.of("beryllium", "us_imports")["supplier"])
    assert scenario.sellers("beryllium") == ("LVA", "JPN", "DEU")
    with pytest.raises(UnknownId):
        scenario.of("beryllium", from_supplier="KAZ")


def test_sources_of_the_output_are_named_where_it_is_used():
    both = scenario.of("antimony", taken_as="five")["source_id"].unique().tolist()
    assert both == ["usgs-mcs-2026-data"]
    copper = scenario.of("copper", taken_as="five")["source_id"].unique().tolist()
    assert copper == ["usgs-mcs-2026-data;bgs-wms-2026"]


def test_columns():
    assert isinstance(scenario.of("antimony"), pd.DataFrame)
    assert list(scenario.of("antimony")) == scenario.COLUMNS
