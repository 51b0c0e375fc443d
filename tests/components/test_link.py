"""The link: every choice written and read back, every nonsense answered in words."""

from dataclasses import replace

import pytest

from components.widgets import link
from components.widgets.choice import Choice, default, earlier
from components.widgets.parameters import LONGEST_TEXT
from data import indicators, package

NONSENSE = "<script>alert(1)</script>"


def test_written_link_reads_back_as_the_same_choice():
    choice = Choice(
        indicator="member.wto",
        year=2021,
        view="eurasia",
        country="TKM",
        flows=False,
        points=True,
        classes="10;100.5",
        topic="energy",
        table="us_trade",
        q="gas & oil",
    )
    assert link.read(link.write(choice)) == (choice, [])


def test_defaults_are_written_out():
    assert link.write(default()) == {
        "indicator": "us_imports_usd",
        "year": str(indicators.default_year("us_imports_usd")),
        "view": "us_central_asia",
        "flows": "on",
        "points": "off",
        "classes": "auto",
        "v": package.version(),
    }


@pytest.mark.parametrize(
    "name", ["indicator", "year", "view", "country", "flows", "points", "classes", "topic", "table", "lang", "v"]
)
@pytest.mark.parametrize("value", [NONSENSE, "\x00", "9" * 5000, "нет", "-1", "1e309"])
def test_nonsense_falls_back_with_a_notice(name, value):
    choice, notices = link.read({name: value})
    assert choice == default()
    assert len(notices) == 1


def test_long_search_text_is_cut_with_a_notice():
    choice, notices = link.read({"q": "x" * 5000})
    assert choice == replace(default(), q="x" * LONGEST_TEXT)
    assert len(notices) == 1


def test_unknown_part_gets_a_notice_and_nothing_else():
    choice, notices = link.read({"colour": "red"})
    assert choice == default()
    assert "colour" in notices[0]


def test_year_without_figures_goes_to_the_nearest_with_a_notice():
    choice, notices = link.read({"indicator": "us_imports_usd", "year": "1950"})
    assert choice.year == min(indicators.years("us_imports_usd"))
    assert "1950" in notices[0]


@pytest.mark.parametrize("code", ["WLD", "EU27", "C5", "XXX", "ZZZ"])
def test_aggregates_are_no_countries(code):
    assert link.read({"country": code})[0].country is None


TRADE = {"flow_set": "partners", "direction": "exports", "measure": "share", "top": 5, "chart": "sankey"}


def test_link_to_the_trade_page_reads_back_as_the_same_choice():
    choice = replace(default(), year=2022, country="KAZ", pair="KAZ-CHN", **TRADE)
    assert link.read(link.write(choice, "trade"), "trade") == (choice, [])


def test_year_of_the_trade_page_is_one_of_its_set():
    choice, notices = link.read({"set": "partners", "year": "1992"}, "trade")
    assert choice.year == 2015
    assert len(notices) == 1


COMPARE = {"mode": "difference", "compare": "gdp_usd", "compare_year": 2019, "change": "percent"}


def test_link_to_the_compare_page_reads_back_as_the_same_choice():
    choice = replace(default(), year=2022, country="KAZ", view="eurasia", classes="natural", **COMPARE)
    assert link.read(link.write(choice, "compare"), "compare") == (choice, [])


def test_links_of_other_pages_leave_out_what_is_compared():
    choice = replace(default(), **COMPARE)
    assert not set(COMPARE) & {*link.write(choice), *link.write(choice, "trade"), *link.write(choice, "data")}


def test_comparing_an_indicator_with_itself_needs_no_second_one():
    choice, notices = link.read({"indicator": "gdp_usd", "compare": "gdp_usd"}, "compare")
    assert (choice.compare, notices) == (None, [])


def test_other_year_is_one_of_the_other_indicator():
    choice, notices = link.read({"compare": "member.wto", "compare_year": "1950"}, "compare")
    assert choice.compare_year == min(indicators.years("member.wto"))
    assert "1950" in notices[0]


def test_default_other_year_is_another_one_with_figures():
    for one in indicators.registry():
        years = indicators.years(one)
        assert earlier(one, years[-1]) in (years[:-1] or years)


@pytest.mark.parametrize("name", ["mode", "compare", "compare_year", "change"])
@pytest.mark.parametrize("value", [NONSENSE, "\x00", "9" * 5000, "нет", "-1", "1e309"])
def test_nonsense_on_the_compare_page_falls_back_with_a_notice(name, value):
    choice, notices = link.read({name: value}, "compare")
    assert choice == default()
    assert len(notices) == 1


@pytest.mark.parametrize("name", ["set", "direction", "measure", "top", "chart", "pair"])
@pytest.mark.parametrize("value", [NONSENSE, "\x00", "9" * 5000, "KAZ-KAZ", "KAZ-WLD", "-1"])
def test_nonsense_on_the_trade_page_falls_back_with_a_notice(name, value):
    choice, notices = link.read({name: value}, "trade")
    assert choice == default()
    assert len(notices) == 1
