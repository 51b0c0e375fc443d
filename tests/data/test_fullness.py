"""How full a year is: what counts, what is enough, and that nothing is added up, ranked or shared below it."""

import pandas as pd
import pytest

from data import flows, indicators
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import sources
from data.subjects import fullness
from data.subjects.fullness import Fullness

COLUMNS = ["year", "value", "basis", "status"]


def _rows(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def test_press_figures_and_statements_are_counted_apart():
    rows = _rows(
        *[(2022, 1.0, "national", "actual")] * 4,
        *[(2023, 1.0, "national", "actual")] * 3,
        (2023, 9.0, "news_national", "rounded"),
        (2024, 9.0, "mirror_gacc_news", "rounded"),
        (2024, 9.0, "claim", "claim"),
    )
    found = fullness.by_year(rows, {2023: 4.0})
    assert found == {2022: Fullness(4, 4, 0, None), 2023: Fullness(3, 4, 1, 75.0), 2024: Fullness(0, 4, 2, None)}
    assert [one.is_full for one in found.values()] == [True, True, False]


@pytest.mark.parametrize(
    ("one", "is_full"),
    [
        (Fullness(3, 4, 0, None), True),
        (Fullness(2, 4, 0, None), False),
        (Fullness(2, 4, 0, 80.0), True),
        (Fullness(2, 4, 9, 79.0), False),
        (Fullness(0, 0, 3, None), False),
    ],
)
def test_enough_is_three_quarters_of_the_parts_or_four_fifths_of_the_total(one, is_full):
    assert one.is_full is is_full


def test_newest_full_year_goes_before_a_newer_half_empty_one():
    found = {2022: Fullness(4, 4, 0, None), 2023: Fullness(4, 4, 0, None), 2024: Fullness(1, 4, 0, None)}
    assert fullness.newest(found) == 2023
    assert fullness.newest({2023: Fullness(1, 4, 0, None), 2024: Fullness(1, 4, 0, None)}) == 2024


def test_kyrgyzstan_2024_is_not_told_as_a_year_of_its_partners():
    # It said "3 flows, together 2,949.6 million", led by a press figure and without Russia (issue 9, Figures 2).
    one = FlowSelection("partners", "KGZ")
    assert flow_selection.default_year(one) == 2023
    assert flow_selection.fullnesses(one)[2023].parts == 66
    assert 2024 not in flow_selection.years(one)
    assert indicators.default_year("trade_by_partner_usd.kgz") == 2023


@pytest.mark.parametrize(
    ("selection", "year"),
    [
        (FlowSelection("partners", "KAZ"), 2025),
        (FlowSelection("partners", "UZB"), 2023),
        (FlowSelection(), 2024),
        (FlowSelection(direction="imports"), 2025),
        (FlowSelection(country="KAZ"), 2024),
        (FlowSelection("us_trade.2844"), 2025),
    ],
)
def test_default_year_of_a_cut_is_its_newest_full_one(selection, year):
    assert flow_selection.default_year(selection) == year


def test_two_of_66_partners_are_neither_ranked_nor_added_up():
    one = FlowSelection("partners", "UZB")
    assert not flow_selection.fullnesses(one)[2024].is_full
    assert flow_selection.placed(one, 2024)["place"].isna().all()
    assert not flow_selection.adds_up(one, 2024)


def test_goods_and_services_are_never_added_to_goods():
    for one in (FlowSelection("partners"), FlowSelection("mirror"), FlowSelection("partners_mirror", "KAZ")):
        for year in flow_selection.years(one):
            bases = flow_selection.frame(one, year)["basis"]
            if bases.str.contains("goods_services").any() and not bases.str.contains("goods_services").all():
                assert not flow_selection.adds_up(one, year)


@pytest.mark.parametrize("set_id", list(flows.registry()))
def test_ranks_are_of_statistics_in_full_years_alone(set_id):
    for year in flows.years(set_id):
        rows = flow_selection.placed(FlowSelection(set_id), year)
        told = rows[rows["place"].notna()]
        assert list(told["place"]) == list(range(1, len(told) + 1))
        assert told["is_statistic"].all()
        assert len(told) == 0 or flow_selection.adds_up(FlowSelection(set_id), year)


def test_share_of_a_year_that_is_not_full_is_a_word_in_the_file():
    one = FlowSelection("partners", "UZB", "exports", "share")
    assert flow_selection.frame(one, 2024).empty
    told = flow_selection.unshared(one, 2024)
    assert len(told)
    assert told["value"].isna().all()
    assert set(told["status"]) == {"incomplete_year"}


def test_share_divides_by_a_total_of_the_same_coverage_and_country():
    # Uzbekistan's own total of 2024 in goods and services is 26.9 bn (press), that of goods alone 19.698 bn (WTO): no
    # share is of either.
    rows = flow_selection.flow_sums.with_totals(flows.seen_from("partners", "UZB"))
    assert (rows["basis"].str.contains("goods_services") == (rows["coverage"] == "goods_services")).mean() > 0.9
    assert rows[(rows["year"] == 2024) & (rows["dest"] == "USA")].empty
    assert (rows["reporter"] == rows["reporter_total"]).all()


def test_balance_is_never_of_two_countries_books():
    rows = flow_selection.frame(FlowSelection("partners", direction="net"))
    assert not rows["reporter"].str.contains(";").any()


@pytest.mark.parametrize(
    "one", [indicator_id for indicator_id in indicators.registry() if indicator_id.startswith("partner_share")]
)
def test_printed_shares_are_of_national_statistics_or_of_the_reports_of_partners(one):
    rows = indicators.values(one)
    rows = rows[rows["value"].notna()]
    home, kind = indicators.get(one).series[1], indicators.get(one).series[3]
    assert set(rows["reporter"]) == ({home} if kind == "national" else {""})
    # Press figures of national statistics say so.
    assert set(rows["basis"]) <= ({"national", "news_national"} if kind == "national" else {"cia_mirror_based"})
    press = {source.kind == "news" for one in rows["source_id"] for source in sources.describe(one)}
    assert press <= {basis == "news_national" for basis in rows["basis"]}
