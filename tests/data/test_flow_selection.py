"""Selections of flows: nothing is lost between lines and other, and nothing is made up for balances and shares."""

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal

from data import flows, indicators
from data.analysis import flow_partners, flow_selection, flow_sums
from data.analysis.flow_selection import FlowSelection
from data.package.statuses import is_press
from data.subjects import fullness, partner_totals

SELECTIONS = [
    FlowSelection(),
    FlowSelection(direction="net"),
    FlowSelection(country="UZB", direction="imports"),
    FlowSelection("partners", "KAZ"),
    FlowSelection("partners", None, "exports"),
    FlowSelection("partners", "KGZ", "both", "share"),
    FlowSelection("mirror"),
]


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_ranks_count_from_the_largest_flow_of_each_year(selection):
    rows = flow_selection.frame(selection)
    for _, year in rows.groupby("year"):
        assert list(year["rank"]) == list(range(1, len(year) + 1))
        is_statistic = fullness.is_statistic(year)
        assert all(part["value"].is_monotonic_decreasing for part in (year[is_statistic], year[~is_statistic]))


def test_both_directions_hold_every_row_of_the_set():
    rows = flow_selection.frame(FlowSelection("partners"))[list(flows.values("partners").columns)]
    ordered = rows.sort_values(["year", "origin", "dest"]).reset_index(drop=True)
    assert_frame_equal(ordered, flows.values("partners"))


def test_exports_and_imports_of_one_country_are_both_directions():
    parts = [
        len(flow_selection.frame(FlowSelection("partners", "KAZ", direction)))
        for direction in ("exports", "imports", "both")
    ]
    assert parts[0] + parts[1] == parts[2]


def test_balance_is_the_difference_in_the_direction_of_the_surplus():
    whole = flows.values("us_trade", 2024)
    value = whole.set_index(["origin", "dest"])["value"]
    net = flow_selection.frame(FlowSelection(direction="net"), 2024).set_index(["origin", "dest"])["value"]
    assert net[("KAZ", "USA")] == value[("KAZ", "USA")] - value[("USA", "KAZ")]
    assert len(net) == 5
    assert (net > 0).all()


def test_no_balance_where_one_flow_is_not_on_record():
    assert ("KAZ", "USA") in flow_selection.missing(FlowSelection(direction="net"), 2025)
    pairs = flow_selection.frame(FlowSelection(direction="net"), 2025)
    assert not ((pairs["origin"] == "KAZ") | (pairs["dest"] == "KAZ")).any()


def test_equal_flows_have_a_balance_of_zero():
    rows = pd.DataFrame(
        {
            "origin": ["A", "B"],
            "dest": ["B", "A"],
            "year": [2020, 2020],
            "value": [5.0, 5.0],
            "unit": "USD",
            "status": ["actual", "estimated"],
            "source_id": ["one", "two"],
            "reporter": ["A", "A"],
            "basis": ["national", "mirror"],
        }
    )
    (row,) = flow_sums.balances(rows).to_dict("records")
    assert (row["value"], row["status"], row["source_id"]) == (0.0, "estimated", "one;two")
    assert (row["reporter"], row["basis"]) == ("A", "national;mirror")


def test_shares_are_of_the_world_total_and_need_one():
    share = flow_selection.frame(FlowSelection("partners", "KAZ", "exports", "share"), 2022)
    value = flow_selection.frame(FlowSelection("partners", "KAZ", "exports"), 2022)
    total = (
        partner_totals.totals()
        .query("preferred and home == 'KAZ' and flow == 'export' and year == 2022")["value_usd"]
        .item()
    )
    assert list(share["value"]) == pytest.approx(list(value["value"] / total * 100))
    assert share["value"].sum() < 100.5
    assert not flow_selection.has_shares(FlowSelection())
    assert not flow_selection.has_shares(FlowSelection("partners", "KAZ", "net"))


@pytest.mark.parametrize("selection", SELECTIONS, ids=str)
def test_every_pair_of_a_cut_is_drawn_or_missing(selection):
    for year in flows.values(selection.set_id)["year"].unique():
        rows = flow_selection.frame(selection, int(year))
        present = set(zip(rows["origin"], rows["dest"], strict=True))
        assert not present & set(flow_selection.missing(selection, int(year)))


def test_partner_sums_are_whole():
    turnover = flow_partners.by_partner(FlowSelection()).set_index(["iso3", "year"])["value"]
    value = flows.values("us_trade").set_index(["origin", "dest", "year"])["value"]
    assert turnover[("UZB", 2024)] == value[("USA", "UZB", 2024)] + value[("UZB", "USA", 2024)]
    assert ("KAZ", 2025) not in turnover.index


def test_home_is_the_us_or_the_chosen_one_of_the_five():
    assert flow_selection.reporters(FlowSelection(country="KAZ")) == ("USA",)
    assert flow_selection.reporters(FlowSelection("mirror")) == ("USA",)
    assert flow_selection.reporters(FlowSelection("partners", "KAZ")) == ("KAZ",)
    assert flow_selection.reporters(FlowSelection("partners", "CHN")) == ("KAZ", "KGZ", "TJK", "TKM", "UZB")


def test_statistics_are_ranked_before_figures_of_the_press():
    rows = flow_selection.frame(FlowSelection("partners_mirror"), 2025)
    is_statistic = fullness.is_statistic(rows).tolist()
    assert True in is_statistic
    assert is_statistic == sorted(is_statistic, reverse=True)


def test_thin_year_has_flows_on_record_though_no_share():
    selection = FlowSelection("partners", "UZB", "exports", "share")
    assert flow_selection.frame(selection, 2024).empty
    assert flow_selection.missing(selection, 2024) == flow_selection.missing(
        FlowSelection("partners", "UZB", "exports"), 2024
    )


def test_shares_of_both_ways_are_of_both_totals_and_never_added():
    # Kyrgyzstan and Russia in 2022: 45.7 % of exports and 26.3 % of imports were told as "72 percent".
    ways = [
        flow_partners.by_partner(FlowSelection("partners", "KGZ", one, "share"))
        for one in ("exports", "imports", "both")
    ]
    exports, imports, both = (way.set_index(["iso3", "year"])["value"] for way in ways)
    cell = ("RUS", 2022)
    assert min(exports[cell], imports[cell]) < both[cell] < max(exports[cell], imports[cell])
    rows = flow_selection.frame(FlowSelection("partners", "KGZ"), 2022)
    traded = rows.loc[(rows["origin"] == "RUS") | (rows["dest"] == "RUS"), "value"].sum()
    totals = partner_totals.totals().query("home == 'KGZ' and year == 2022 and preferred")["value_usd"].sum()
    assert both[cell] == pytest.approx(traded / totals * 100)


@pytest.mark.parametrize("direction", ["both", "exports", "imports"])
@pytest.mark.parametrize("country", [None, "KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_shares_of_partners_of_a_year_stay_within_the_whole(country, direction):
    found = flow_partners.by_partner(FlowSelection("partners", country, direction, "share"))
    assert (found.groupby("year")["value"].sum() < 100.5).all()
    assert set(found["year"]).isdisjoint(flow_selection.thin_years(FlowSelection("partners", country, direction)))


def test_nothing_is_a_share_of_a_figure_of_the_press():
    assert fullness.is_statistic(partner_totals.totals()).all()
    for one in ("us_trade_share_pct", "exports_to_us_share_pct", "imports_from_us_share_pct"):
        rows = indicators.values(one)
        assert not rows["basis"].map(is_press).any()
        assert rows.query("iso3 == 'UZB' and year == 2024")["value"].notna().sum() == 0
