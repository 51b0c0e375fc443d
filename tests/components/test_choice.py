"""What follows from the subject: the year it opens on, the lines over it, the directions it has."""

from dataclasses import replace
from itertools import product

import pytest

from components.reader import link
from components.reader.choice import TRADE, Choice, default, fitted, has_lines
from components.words import word
from data import flows, indicators
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection


def test_lines_are_on_only_where_the_map_is_of_the_same_trade():
    lined = [indicator.id for indicator in indicators.registry().values() if has_lines(indicator.id)]
    assert lined == ["us_imports_usd", "us_exports_usd", "us_trade_usd", "us_balance_usd"]
    for indicator_id in indicators.registry():
        assert fitted(Choice(indicator_id, 2024), "").flows is has_lines(indicator_id)


@pytest.mark.parametrize("indicator_id", ["us_imports_usd", "us_aid_usd", "member.wto", "us_imports_usd.hs28"])
@pytest.mark.parametrize("said", ["on", "off"])
def test_link_says_lines_on_or_off_whatever_the_subject(indicator_id, said):
    choice, notices = link.read({"indicator": indicator_id, "flows": said})
    assert (fitted(choice, "").flows, notices) == (said == "on", [])
    assert link.write(choice)["flows"] == said


def test_lines_that_a_link_only_repeats_go_on_following_the_subject():
    choice, _ = link.read(link.write(default()))
    assert link.write(choice)["flows"] == "on"
    assert link.write(replace(choice, indicator="us_aid_usd"))["flows"] == "off"


def test_standings_counts_and_lists_by_date_open_on_their_newest_date():
    all_of_them = indicators.registry().values()
    dated = [one.id for one in all_of_them if one.kind in ("membership", "count") or one.table == "deals"]
    assert [one.id for one in all_of_them if one.is_dated] == dated
    assert [one for one in dated if indicators.default_year(one) != indicators.years(one)[-1]] == []


def test_directions_are_those_that_have_flows():
    assert flow_selection.directions("us_trade") == flow_selection.DIRECTIONS
    assert flow_selection.directions("us_trade.2844") == ("imports",)
    for set_id in flows.registry():
        for country in (None, "KAZ", "TKM"):
            offered = flow_selection.directions(set_id, country)
            if flow_selection.frame(FlowSelection(set_id, country)).empty:
                assert offered == flow_selection.DIRECTIONS
                continue
            assert offered
            assert all(len(flow_selection.frame(FlowSelection(set_id, country, one))) for one in offered)


def test_direction_that_a_set_has_not_gives_way_to_the_one_it_has():
    one_way = [one for one in flows.registry() if len(flow_selection.directions(one)) == 1]
    assert len(one_way) > 200
    wrong = []
    for set_id, direction in product(one_way, flow_selection.DIRECTIONS):
        choice, _ = link.read({"set": set_id, "direction": direction}, TRADE)
        shown = fitted(choice, TRADE).direction, link.write(choice, TRADE)["direction"]
        if set(shown) != {*flow_selection.directions(set_id)}:
            wrong.append((set_id, direction, *shown))
    assert wrong == []


def test_line_that_a_set_does_not_have_is_not_chosen_by_its_link():
    choice, notices = link.read({"set": "us_trade.2844", "pair": "KAZ-CHN"}, TRADE)
    title = flows.get("us_trade.2844").title
    assert (choice.pair, notices) == (None, [word("notices.pair", value="KAZ-CHN", shown=title)])
    assert link.read({"set": "partners", "pair": "KAZ-CHN"}, TRADE)[0].pair == "KAZ-CHN"


@pytest.mark.parametrize(
    ("set_id", "country", "shown"),
    [("us_trade", None, "KAZ-USA"), ("us_trade", "UZB", None), ("partners", "KAZ", "KAZ-USA"), ("mirror", "KGZ", None)],
)
def test_line_is_shown_only_where_set_and_country_have_it(set_id, country, shown):
    choice = replace(default(), flow_set=set_id, country=country, pair="KAZ-USA")
    assert fitted(choice, TRADE).pair == shown
