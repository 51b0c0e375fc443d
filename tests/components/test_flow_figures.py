"""Bars and Sankey show the frame of the map: the largest flows one by one, the rest once."""

import pytest

from components.figures import bars, flowmap, pairseries, sankey
from components.figures.pairseries import Side
from data import cuts, flows
from data.cuts import Cut

KAZ = Cut("partners", "KAZ")


@pytest.mark.parametrize("top", [5, 20])
def test_bars_and_other_add_up_to_the_frame(top):
    figure = bars.build(KAZ, 2022, top)
    total = cuts.frame(KAZ, 2022)["value"].sum() / flowmap.factor(KAZ)
    assert sum(sum(trace.x) for trace in figure.data) == pytest.approx(total)
    assert sum(len(trace.x) for trace in figure.data) == top + 1


def test_sankey_bands_add_up_to_the_frame_and_other_hangs_on_home():
    (drawn,) = sankey.build(KAZ, 2022, 5).data
    assert sum(drawn.link.value) == pytest.approx(cuts.frame(KAZ, 2022)["value"].sum() / flowmap.factor(KAZ))
    assert list(drawn.node.label).count("Kazakhstan") == 2


def test_shares_have_no_other_bar():
    shares = Cut("partners", "KAZ", "exports", "share")
    assert sum(len(trace.x) for trace in bars.build(shares, 2022, 5).data) == 5


def test_series_breaks_where_a_year_has_no_figure_and_draws_the_gap_where_both_have():
    rows = flows.values("us_trade")
    rows = rows[(rows["origin"] == "USA") & (rows["dest"] == "KAZ") & (rows["year"] != 2000)]
    mirror = flows.values("mirror")
    mirror = mirror[(mirror["origin"] == "USA") & (mirror["dest"] == "KAZ")]
    figure = pairseries.build(Side("one", rows), Side("other", mirror), "out")
    gap, first, _ = figure.data
    assert len([year for year in gap.x if year is not None]) == 2 * len(set(rows["year"]) & set(mirror["year"]))
    assert first.connectgaps is False
    assert first.y[list(first.x).index(2000)] != first.y[list(first.x).index(2000)]


def test_words_of_the_chart_name_the_largest_flow():
    assert "Kazakhstan → United States 2,348.8" in bars.alt(Cut(), 2024, 10)
