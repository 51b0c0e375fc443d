"""The order of products in lists: shares of US imports that follow from the tables."""

import pytest

from data.analysis import product_order
from data.package import licensing, snapshot, sources, tables
from data.package.countries import C5
from data.package.snapshot import Snapshot


@pytest.mark.parametrize("country", [None, "TJK", "KAZ"])
def test_shares_of_chapters_make_up_the_whole(country):
    shares = product_order.shares(country)
    chapters = [share for code, share in shares.by_code.items() if len(code) == 2]
    assert sum(chapters) == pytest.approx(100, abs=1)
    assert list(shares.by_code.values()) == sorted(shares.by_code.values(), reverse=True)


def test_share_is_that_of_the_table():
    rows = tables.load("us_trade_products")
    shares = product_order.shares("TJK")
    rows = rows[(rows["reporter"] == "USA") & (rows["partner"] == "TJK") & (rows["year"] == shares.year)]
    printed = rows[rows["preferred"] & (rows["hs_level"] == "2")].set_index("hs_code")["share_pct"]
    assert len(printed) > 5
    for code, share in printed.items():
        assert shares.by_code.get(code, 0) == pytest.approx(share, abs=0.01)


def test_other_country_than_the_five_has_the_list_of_the_five():
    assert product_order.shares("USA") == product_order.shares()


def test_small_share_is_told_as_such_and_none_not_at_all(monkeypatch):
    known = {"10": 12.4, "20": 1.26, "30": 0.01}
    monkeypatch.setattr(product_order, "shares", lambda country=None: product_order.Shares(2024, known))
    said = [product_order.with_share("x", code) for code in ("10", "20", "30", "40")]
    assert said == ["x · 12 %", "x · 1.3 %", "x · < 0.1 %", "x"]


def test_figure_that_may_not_be_passed_on_has_no_place(monkeypatch):
    rows = tables.load("us_trade_products")
    newest = product_order.shares("KAZ").year
    drawn = (rows["reporter"] == "USA") & (rows["partner"] == "KAZ") & (rows["year"] == newest) & rows["preferred"]
    source = rows.loc[drawn, "source_id"].iloc[0]
    real = sources.is_downloadable
    monkeypatch.setattr(sources, "is_downloadable", lambda ids: source not in ids.split(";") and real(ids))
    with snapshot.held(Snapshot(snapshot.current().files)):
        held = set(rows.loc[drawn & licensing.is_withheld(rows), "hs_code"])
        left = set(product_order.shares("KAZ").by_code)
    assert held
    assert not held & left


@pytest.mark.parametrize("iso3", C5)
@pytest.mark.parametrize("year", [2010, 2022, 2023, 2024])
def test_largest_chapters_are_those_of_the_table(iso3, year):
    rows = tables.load("us_trade_products")
    is_asked = (rows["reporter"] == "USA") & (rows["partner"] == iso3) & (rows["period"] == str(year))
    rows = rows[is_asked & rows["preferred"] & (rows["hs_level"] == "2") & (rows["share_pct"] > 0)]
    wanted = rows.sort_values("share_pct", ascending=False)["share_pct"].head(3).tolist()
    assert [one["share_pct"] for one in product_order.largest(iso3, year)] == wanted
    assert (year == 2010) <= (wanted == [])


def test_what_the_us_bought_from_kazakhstan_in_2024_was_oil_first():
    assert [one["hs_code"] for one in product_order.largest("KAZ", 2024)] == ["27", "28", "71"]
    assert product_order.largest("TJK", 2024)[0]["hs_code"] == "81"
