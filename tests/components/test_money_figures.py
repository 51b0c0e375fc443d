"""Figures on deals, investors and aid: what is drawn is the frame, what is missing has no mark, the finding is said."""

import math

import pytest

from components.figures import aid_bars, deals_ladder, investors_dots, us_rank_lines
from data.analysis import aid_by_agency, investors
from data.analysis import deals_ladder as ladders
from data.analysis.deals import Asked
from data.output import money_frames
from data.subjects.investment import US

SUMMIT = "2025-11-06"


def _drawn(values):
    return [None if one is None or math.isnan(one) else one for one in values]


def test_bars_of_the_ladder_are_the_sums_and_a_missing_sum_has_no_length():
    rows = ladders.ladder(Asked("KAZ", SUMMIT, SUMMIT))
    figure = deals_ladder.build(rows)
    known, up_to = figure.data
    assert _drawn(known.x) == [None, 4.05e9, None, 7e9, None]
    assert _drawn(up_to.x) == [None, None, None, 3.7e9, None]
    assert list(up_to.base) == [0, 4.05e9, 0, 7e9, 0]
    assert up_to.marker.color == "rgba(0, 0, 0, 0)"
    texts = [note.text for note in figure.layout.annotations]
    assert texts[:4] == ["none", "", "4.05 bn", "1"]
    assert "none counts" in texts
    assert "7 bn<br>+ at most 3.7 bn" in texts


def test_sentence_of_the_ladder_keeps_known_and_at_most_apart():
    asked = Asked("UZB", SUMMIT, SUMMIT)
    total = ladders.total(ladders.ladder(asked))
    assert deals_ladder.answer(total, asked) == (
        "Uzbekistan, 6 November 2025: 16 deals with US firms count; 3 with known values, "
        "together 13.8 billion US dollars, 3 of at most 5.4 billion US dollars together, 10 without a value."
    )
    assert "known to the month or the year only" in deals_ladder.note(total)


def test_day_on_which_only_a_repeat_stands_says_so():
    asked = Asked("KAZ", "2024-06-14", "2024-06-14")
    total = ladders.total(ladders.ladder(asked))
    assert "no deal with US firms counts" in deals_ladder.answer(total, asked)
    assert "stands with a deal that is not shown here" in deals_ladder.note(total)


def test_place_that_nobody_shares_is_not_called_shared():
    figure = investors_dots.build(money_frames.by_measure("KAZ"))
    texts = [note.text for note in figure.layout.annotations]
    assert "2 United States 35.1 bn" in texts
    assert "1 Netherlands 52.1 bn" in texts


@pytest.mark.parametrize("host", investors.hosts())
def test_dots_are_the_amounts_and_only_the_united_states_stands_out(host):
    rows = investors.by_measure(host)
    figure = investors_dots.build(rows)
    for own, trace in zip(investors_dots.parts(rows), figure.data, strict=True):
        drawn = own[own["value"].notna()].sort_values("investor", key=lambda ids: ids == US, kind="stable")
        assert list(trace.x) == drawn["value"].tolist()
        is_us = [symbol == "diamond" for symbol in trace.marker.symbol]
        assert is_us == (drawn["investor"] == US).tolist()
        assert is_us == [tone == "#c8501e" for tone in trace.marker.color]


def test_answer_names_the_first_by_each_measure_and_the_place_of_the_united_states():
    said = investors_dots.answer("KAZ", investors.by_measure("KAZ"))
    assert "by stock (2021) the Netherlands, the United States second of 12" in said
    assert "by net inflow (2021) the United States, first of 5" in said
    assert "by gross inflow (2022) the Netherlands, the United States second of 10" in said
    assert us_rank_lines.answer(investors.us_rank("KAZ")) == (
        "By net inflow the United States came first in 7 of 19 years, 2003 to 2021, and in every one since 2017."
    )


def test_hosts_without_an_order_have_a_sentence():
    assert investors_dots.answer("TKM", investors.by_measure("TKM")).startswith(
        "No measure of investment in Turkmenistan"
    )
    assert "not among the 5" in investors_dots.answer("KGZ", investors.by_measure("KGZ"))
    assert us_rank_lines.drawn(investors.us_rank("TJK")) == []


def test_place_of_the_united_states_is_drawn_by_year():
    figure = us_rank_lines.build(investors.us_rank("KAZ"))
    stock, net = figure.data
    assert dict(zip(stock.x, stock.y, strict=True))[2006] == 1
    assert dict(zip(net.x, net.text, strict=True))[2012] == "4"


def test_aid_that_was_not_reported_has_no_mark():
    rows = aid_by_agency.of("KAZ")
    committed, paid = aid_bars.build(rows).data
    assert dict(zip(committed.x, committed.y, strict=True))[1993] == pytest.approx(14.719297)
    assert math.isnan(dict(zip(paid.x, paid.y, strict=True))[1993])
    assert [bool(shape) for shape in committed.marker.pattern.shape] == (rows["status"] == "provisional").tolist()
