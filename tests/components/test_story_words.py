"""Sentences of the stories as they read, put together by hand from the tables; marks singled out in the figures."""

import pytest

from components.figures import singled_out, story_words, timeline
from data.analysis.flow_selection import FlowSelection

SENTENCES = [
    (
        ("november_2025", 4),
        "US trade in goods with the five came to 1.71 billion US dollars in 2015, 4.16 billion US dollars in 2023 and "
        "4.15 billion US dollars in 2024.",
    ),
    (
        ("november_2025", 6),
        "By the edition that was out on the day, Tajikistan was second in mine production in 2024; by the edition of "
        "the year after it was third in the same year.",
    ),
    (
        ("november_2025", 8),
        "Of US imports from Tajikistan in 2024 antimony (HS 8110) was 75.1 percent, and 0.0 percent in 2025; counted "
        "as imports for consumption, the copy out on the day gives its chapter 71.9 percent of 2024.",
    ),
    (
        ("november_2025", 12),
        "Deals of Kazakhstan on record for the day: 13, of these signed 4. Those that repeat no other come to 14.8 "
        "billion US dollars, as announced.",
    ),
    (
        ("november_2025", 13),
        "Of the uranium delivered to US reactors, 24.0 percent came from Kazakhstan in 2024, after 22.0 percent in "
        "2023; Uzbekistan had 9.0 percent in 2024.",
    ),
    (
        ("us_uranium", 3),
        "Kazakhstan had 11.3 percent of deliveries to US reactors in 2013 and 23.0 percent in 2014; 2016: no figure "
        "found.",
    ),
]


@pytest.mark.parametrize(("step", "wanted"), SENTENCES)
def test_sentence_says_what_the_tables_have(step, wanted):
    assert story_words.reading(*step) == wanted


def tones(figure) -> dict[str, str]:
    return {one.customdata[0][0]: one.line.color for one in figure.data if one.mode == "lines+markers"}


def test_line_of_the_mark_is_rust_the_five_are_teal_and_others_grey():
    shown = timeline.countries_of("world_rank.antimony", ("CHN",), "TJK")
    figure = singled_out.chart("world_rank.antimony", 2024, shown, "TJK")
    found = tones(figure)
    assert (found["TJK"], found["KAZ"], found["CHN"]) == (singled_out.RUST, singled_out.TEAL, timeline.TONES[5])
    ring = figure.data[-1]
    assert (ring.x[0], ring.y[0], ring.text[0]) == (2024, 3, "<b>3</b>")


def test_year_without_a_figure_has_no_ring():
    shown = timeline.countries_of("us_uranium_share_pct", (), "KAZ")
    with_ring = singled_out.chart("us_uranium_share_pct", 2014, shown, "KAZ")
    without = singled_out.chart("us_uranium_share_pct", 2016, shown, "KAZ")
    assert len(with_ring.data) == len(without.data) + 1


def test_every_row_of_the_strip_is_of_a_country_with_a_gap():
    shown = timeline.countries_of("us_imports_share_pct.hs8110", (), "TJK")
    figure = singled_out.chart("us_imports_share_pct.hs8110", 2024, shown, "TJK")
    assert figure.layout.yaxis2.categoryarray == ("Kyrgyzstan",)


def test_bar_of_the_mark_is_rust():
    figure = singled_out.flows(FlowSelection("us_trade.2844", None, "imports"), 2024, 5, "KAZ-USA")
    drawn = {name: tone for one in figure.data for name, tone in zip(one.y, one.marker.color, strict=True)}
    assert drawn == {"Kazakhstan → United States": singled_out.RUST, "Uzbekistan → United States": singled_out.TEAL}
