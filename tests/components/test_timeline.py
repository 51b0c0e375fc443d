"""The chart over the years: lines break with the series, marks are open, gaps have reasons, the axis is the map's."""

import math
from itertools import pairwise

import pytest

from components.figures import timeline
from data import indicators
from data.analysis import breaks
from data.package import countries


def lines(indicator_id: str, others: tuple[str, ...] = ()) -> dict[str, list[tuple[int, float | None, str]]]:
    """What is drawn of each country: year, height, mark."""
    shown = timeline.countries_of(indicator_id, others, None)
    figure = timeline.build(indicator_id, indicators.default_year(indicator_id), shown)
    drawn = [trace for trace in figure.data if trace.mode == "lines+markers"]
    return {trace.name: list(zip(trace.x, trace.y, trace.marker.symbol, strict=True)) for trace in drawn}


@pytest.mark.parametrize("indicator_id", ["us_imports_usd", "production.antimony", "mirror_exports_usd", "gdp_usd"])
def test_every_value_is_drawn_once_in_units_of_display(indicator_id):
    values = indicators.values(indicator_id)
    factor = indicators.get(indicator_id).display_factor
    for name, points in lines(indicator_id).items():
        rows = values[(values["iso3"].map(countries.name) == name) & (values["value"] > 0)]
        drawn = {year: height for year, height, _ in points if height is not None}
        assert {
            int(year): value / factor for year, value in zip(rows["year"], rows["value"], strict=True)
        }.items() <= drawn.items()


@pytest.mark.parametrize("indicator_id", ["production.antimony", "production.lead"])
def test_line_never_crosses_a_break_or_a_year_without_a_figure(indicator_id):
    values = indicators.values(indicator_id)
    for name, points in lines(indicator_id).items():
        own = values[(values["iso3"].map(countries.name) == name) & values["value"].notna()]
        starts = set(breaks.years(own))
        for (before, low, _), (after, high, _) in pairwise(points):
            if low is not None and high is not None:
                assert after == before + 1
                assert after not in starts


def test_figure_that_is_not_final_has_an_open_mark():
    values = indicators.values("production.antimony")
    rows = values[(values["iso3"] == "TJK") & values["value"].notna()]
    marks = {year: mark for year, height, mark in lines("production.antimony")["Tajikistan"] if height is not None}
    assert {year for year, mark in marks.items() if mark.endswith("-open")} == {
        int(year) for year in rows.loc[rows["status"].isin(timeline.OPEN), "year"]
    }


def test_every_missing_figure_says_why():
    values = indicators.values("production.antimony")
    shown = timeline.countries_of("production.antimony", (), None)
    figure = timeline.build("production.antimony", 2024, shown)
    drawn = {(code, year) for trace in figure.data if trace.mode == "markers" for code, year, _ in trace.customdata}
    missing = values[values["iso3"].isin(shown) & values["value"].isna()]
    assert drawn == {(iso3, int(year)) for iso3, year in zip(missing["iso3"], missing["year"], strict=True)}


def test_axis_grows_by_factors_where_the_map_s_classes_do_and_ranks_stand_upside_down():
    def axis(indicator_id: str):
        shown = timeline.countries_of(indicator_id, (), None)
        return timeline.build(indicator_id, indicators.default_year(indicator_id), shown).layout.yaxis

    assert axis("us_imports_usd").type == "log"
    assert axis("us_balance_usd").type is None
    assert axis("world_rank.antimony").autorange == "reversed"


def test_countries_asked_for_stand_beside_the_six_and_are_offered():
    assert "China" in lines("gdp_usd", ("CHN",))
    assert "CHN" in timeline.offered("gdp_usd")
    assert not set(timeline.offered("gdp_usd")) & set(countries.SIX)


@pytest.mark.parametrize(
    "indicator_id", ["us_import_share.tungsten", "member.wto", "by_investor.fdi_flow_gross_rank.kaz"]
)
def test_chart_of_any_kind_is_drawn_and_said(indicator_id):
    shown = timeline.countries_of(indicator_id, (), None)
    figure = timeline.build(indicator_id, indicators.default_year(indicator_id), shown)
    assert shown
    assert all(math.isfinite(note.y) for note in figure.layout.annotations if note.yref != "paper")
    said = timeline.alt(indicator_id, shown)
    assert all(countries.name(iso3) in said for iso3 in shown)
