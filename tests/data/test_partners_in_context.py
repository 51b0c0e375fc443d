"""The United States beside the other partners: shares of one total, by hand from the tables of Kyrgyzstan."""

import pytest

from data.analysis import flow_selection, partners_in_context
from data.analysis.flow_selection import FlowSelection
from data.faults import UnknownId
from data.package.countries import C5

DIRECTIONS = partners_in_context.DIRECTIONS

# Kyrgyz table 4.03.00.20, 2023, US dollars.
KGZ_IMPORTS = {"USA": 430_588_220, "CHN": 5_353_257_336, "RUS": 2_182_927_174, "TUR": 453_435_643, "EU27": 964_572_921}
KGZ_TOTAL = 12_351_968_058


def _year(iso3, direction, year):
    rows = partners_in_context.of(iso3, direction)
    return rows[rows["year"] == year].set_index("partner")


def test_kyrgyz_imports_of_2023_by_hand():
    rows = _year("KGZ", "imports", 2023)
    assert rows["value_usd"].drop("REST").to_dict() == KGZ_IMPORTS
    for partner, value in KGZ_IMPORTS.items():
        assert rows.loc[partner, "share_pct"] == pytest.approx(value / KGZ_TOTAL * 100)
    assert rows.loc["REST", "value_usd"] == KGZ_TOTAL - sum(KGZ_IMPORTS.values())
    assert rows.loc[["CHN", "RUS"], "rank"].tolist() == [1, 2]
    assert (rows.loc["USA", "rank"], rows.loc["USA", "rank_last"]) == (6, 7)
    assert rows["side"].eq("own").all()


@pytest.mark.parametrize("iso3", C5)
@pytest.mark.parametrize("direction", DIRECTIONS)
def test_shares_of_a_year_add_up_to_the_whole_of_one_reporter(iso3, direction):
    rows = partners_in_context.of(iso3, direction)
    assert len(rows)
    for _, year in rows.groupby("year"):
        shares = year["share_pct"].dropna()
        assert shares.empty or shares.sum() == pytest.approx(100)
        assert shares.between(0, 100).all()
        assert year["total_usd"].nunique() <= 1
        own = year[year["reporter"] != ""]
        assert own["reporter"].eq(iso3).all() or year["share_pct"].isna().all()


def test_books_of_partners_have_values_and_no_share_and_no_rank():
    rows = partners_in_context.of("TJK", "exports")
    assert rows["side"].eq("mirror").all()
    assert rows[["share_pct", "rank", "rank_last", "total_usd"]].isna().all().all()
    assert rows["value_usd"].notna().any()
    assert rows.loc[rows["partner"] == "REST", "status"].eq("no_total").all()


def test_what_is_not_reported_is_in_the_rest_and_named():
    rows = _year("UZB", "imports", 2023)
    assert rows.loc["EU27", "status"] == "not_reported"
    assert rows.loc["REST", "includes"] == "EU27"
    assert _year("KAZ", "imports", 2023).loc["REST", "includes"] == ""


@pytest.mark.parametrize("iso3", ["KAZ", "KGZ", "UZB"])
def test_shares_are_those_of_the_flows(iso3):
    rows = partners_in_context.of(iso3, "exports")
    flows = flow_selection.frame(FlowSelection("partners", iso3, "exports", "share"))
    known = flows.set_index(["dest", "year"])["value"]
    told = rows[rows["partner"].isin(partners_in_context.COUNTRIES) & rows["share_pct"].notna()]
    for row in told.to_dict("records"):
        assert row["share_pct"] == pytest.approx(known[row["partner"], row["year"]])


def test_last_place_holds_against_the_largest_that_the_rest_could_be():
    placed = partners_in_context._placed("USA", {"USA": 10.0, "CHN": 50.0, "TUR": 5.0}, {"value": 90.0})
    # 25 without a name: two countries of more than 10 at most.
    assert (placed["rank"], placed["rank_last"]) == (2, 4)


def test_unknown_country_and_direction_are_refused():
    with pytest.raises(UnknownId):
        partners_in_context.of("USA")
    with pytest.raises(UnknownId):
        partners_in_context.of("KAZ", "net")
