"""Figures on trade in full: what is drawn is the frame, gaps stay open, what is not known is not stacked."""

import pytest

from components.figures import mirror_gap as sides
from components.figures import partner_context, ranked_products, tariff_dates, trade_words, us_trade_years
from data.analysis import mirror_gap, monthly_imports, partners_in_context
from data.analysis import ranked_products as ranking
from data.analysis import tariff_dates as duties


def test_bars_of_products_add_up_to_the_printed_total():
    for level in ("2", "4"):
        rows = ranking.of("KGZ", 2024, level)
        (bars,) = ranked_products.build(rows, 5).data
        assert sum(bars.x) == pytest.approx(16.452513)
        assert len(bars.x) == 5 + 1 + (level == "4")


@pytest.mark.parametrize("iso3", ["KAZ", "KGZ", "UZB"])
def test_columns_of_partners_never_reach_above_a_hundred(iso3):
    rows = partners_in_context.of(iso3, "both")
    added: dict[int, float] = {}
    for trace in partner_context.stack(rows).data:
        for year, share in zip(trace.x, trace.y, strict=True):
            added[year] = added.get(year, 0) + share
    assert list(added.values()) == pytest.approx([100] * len(added))


def test_line_of_shares_breaks_where_the_total_is_of_another_source():
    rows = partners_in_context.of("KAZ", "exports")
    us = next(trace for trace in partner_context.shares(rows).data if trace.name == "United States")
    points = list(zip(us.x, us.y, strict=True))
    # To 2023 the national total, from 2024 that of the WTO.
    assert (2024, None) in points
    assert [year for year, height in points if height is None] == [2024]


def test_band_of_freight_is_drawn_on_imports_of_the_five_alone():
    for cif, bands in ((0, 0), (10, 1)):
        rows = mirror_gap.of("KAZ", cif=cif)
        drawn = {origin: len(sides.build(rows[rows["origin"] == origin], 2024).data) for origin in ("KAZ", "USA")}
        assert drawn == {"KAZ": 4, "USA": 4 + bands}


def test_years_with_one_side_are_open_marks_and_no_gap():
    rows = mirror_gap.of("TKM")
    figure = sides.build(rows[rows["origin"] == "TKM"], 2024)
    marks = [trace for trace in figure.data if trace.type == "scatter" and trace.mode == "markers" and len(trace.x)]
    assert {symbol for trace in marks for symbol in trace.marker.symbol} == {"circle-open"}
    assert "only one of the two sides is on record" in sides.title(rows[rows["origin"] == "TKM"], 2024)


def test_small_charts_leave_a_gap_where_there_is_no_figure():
    figure = us_trade_years.build(2024)
    assert len(figure.data) == 10
    exports = next(trace for trace in figure.data if trace.line.dash == "dot")
    assert exports.y[list(exports.x).index(2025)] is None
    assert (
        "the United States sold more than it bought to 4 of the five; Kazakhstan sold it most"
        in us_trade_years.title(2024)
    )


def test_duty_that_was_never_charged_is_no_line():
    rows = duties.of("KAZ")
    figure = tariff_dates.build(rows, monthly_imports.of("KAZ", 2024))
    (never,) = [one for one in figure.data if one.type == "scatter" and one.marker.symbol == "circle-open"]
    assert sorted({rate for rate in never.y if rate is not None}) == [12.5, 25, 27]


def test_years_in_spans():
    assert trade_words.spans([2022, 2017, 2020, 2021]) == "2017, 2020–2022"
