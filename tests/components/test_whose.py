"""Whose figure it is, on every map and in every table: said at the cell where the title does not say it."""

import pytest

from components import cache
from components.figures import whose
from data import flows, indicators
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.vocabulary import terms


def test_own_figures_of_each_country_need_no_name_but_what_is_special_of_them_does():
    cells = [("KAZ", "actual", "KAZ", "national"), ("UZB", "rounded", "UZB", "news_national")]
    assert list(whose.labels(cells)) == [
        "actual",
        "rounded by the source · national statistics as the press gives them",
    ]


def test_mixed_reporters_are_named_at_each_cell():
    cells = [("CHN", "actual", "KAZ", "national"), ("USA", "actual", "USA", "customs")]
    assert list(whose.labels(cells)) == ["actual · reporter: Kazakhstan", "actual"]


@pytest.mark.parametrize(
    ("set_id", "origin", "dest", "teller"),
    [
        ("us_trade", "KAZ", "USA", "USA"),
        ("us_trade.2844", "KAZ", "USA", "USA"),
        ("mirror", "USA", "KAZ", "KAZ"),
        ("partners", "CHN", "KAZ", "KAZ"),
        ("partners_mirror", "CHN", "KAZ", "CHN"),
        ("partners", "KAZ", "UZB", ""),
    ],
)
def test_title_of_a_set_says_whose_a_flow_is_but_not_between_two_of_the_five(set_id, origin, dest, teller):
    assert whose.teller(set_id, origin, dest) == teller


@pytest.mark.parametrize(
    "one", [indicator_id for indicator_id in indicators.registry() if "_by_partner" in indicator_id]
)
def test_every_press_figure_on_a_map_by_partner_says_so(one):
    payload = cache.new_payload(one)
    has_press = indicators.values(one)["basis"].str.contains("news").any()
    assert any("press" in status for status in payload["statuses"]) == has_press


@pytest.mark.parametrize("set_id", list(flows.registry()))
def test_press_bases_of_all_flows_have_words(set_id):
    bases = {part for basis in flow_selection.frame(FlowSelection(set_id))["basis"] for part in basis.split(";")}
    assert {basis for basis in bases if "news" in basis.split("_")} <= set(terms.basis_notes())
