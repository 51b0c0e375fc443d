"""Bars and Sankey show the frame of the map: the largest flows one by one, the rest once."""

import pandas as pd
import pytest

from components.figures import bars, flow_map, pair_series, partner_map, sankey
from components.figures.pair_series import Side
from components.widgets.trade import charts, series, table
from data import flows
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.subjects import product_trade

KAZ = FlowSelection("partners", "KAZ")


@pytest.mark.parametrize("top", [5, 20])
def test_bars_and_other_add_up_to_the_frame(top):
    figure = bars.build(KAZ, 2022, top)
    total = flow_selection.frame(KAZ, 2022)["value"].sum() / flow_map.factor(KAZ)
    assert sum(sum(trace.x) for trace in figure.data) == pytest.approx(total)
    assert sum(len(trace.x) for trace in figure.data) == top + 1


def test_sankey_bands_add_up_to_the_frame_and_other_hangs_on_home():
    (drawn,) = sankey.build(KAZ, 2022, 5).data
    assert sum(drawn.link.value) == pytest.approx(flow_selection.frame(KAZ, 2022)["value"].sum() / flow_map.factor(KAZ))
    # Each name with the sum of its bands: what Kazakhstan sells, and what it buys.
    rows = flow_selection.frame(KAZ, 2022)
    for end in ("origin", "dest"):
        added = rows.loc[rows[end] == "KAZ", "value"].sum()
        assert f"Kazakhstan {flow_map.number(added, KAZ)}" in drawn.node.label


def test_shares_have_no_other_bar():
    shares = FlowSelection("partners", "KAZ", "exports", "share")
    assert sum(len(trace.x) for trace in bars.build(shares, 2022, 5).data) == 5


def test_series_breaks_where_a_year_has_no_figure_and_draws_the_gap_where_both_have():
    rows = flows.values("us_trade")
    rows = rows[(rows["origin"] == "USA") & (rows["dest"] == "KAZ") & (rows["year"] != 2000)]
    mirror = flows.values("mirror")
    mirror = mirror[(mirror["origin"] == "USA") & (mirror["dest"] == "KAZ")]
    figure = pair_series.build(Side("one", rows), Side("other", mirror), "out")
    gap, first, _ = figure.data
    assert len([year for year in gap.x if year is not None]) == 2 * len(set(rows["year"]) & set(mirror["year"]))
    assert first.connectgaps is False
    assert first.y[list(first.x).index(2000)] is None


def _side(*rows):
    columns = ["year", "value", "reporter", "basis"]
    return Side("Kazakhstan reports", pd.DataFrame(rows, columns=columns))


def test_no_line_crosses_a_change_of_basis_and_the_caption_names_it():
    side = _side(
        (2022, 1e6, "KAZ", "national"),
        (2023, 2e6, "KAZ", "national"),
        (2024, 9e6, "KAZ", "news_national"),
        (2025, 8e6, "KAZ", "news_national"),
    )
    (line,) = pair_series.build(side, None, "out").data
    assert list(line.x) == [2022, 2023, None, 2024, 2025]
    assert list(line.y) == [1.0, 2.0, None, 9.0, 8.0]
    assert line.customdata[3] == "9.0 (national statistics as the press gives them)"
    assert "2024 (its published statistics, then national statistics as the press gives them)" in pair_series.broken(
        side
    )
    assert pair_series.broken(_side((2022, 1e6, "KAZ", "national"), (2023, 2e6, "KAZ", "national"))) == ""


def test_press_figure_has_a_mark_among_statistics():
    one = FlowSelection("partners_mirror", "KAZ")
    rows = flow_selection.frame(one, 2023)
    press = rows[rows["basis"] == "mirror_gacc_news"].iloc[0]
    assert bars.pair_name(press.to_dict()).endswith("(press)")
    assert flow_selection.placed(one, 2023)["place"].isna().all()


def test_press_figure_is_not_added_to_statistics():
    rows = flow_selection.frame(FlowSelection("partners_mirror", "KAZ"), 2023)
    statistics = rows[~rows["basis"].str.contains("news")]
    assert len(statistics) < len(rows)
    assert flow_map.added(rows) == statistics["value"].sum()


def test_thin_year_has_words_in_place_of_a_sum():
    thin = FlowSelection("partners", "UZB")
    assert "On record: 2 of the 66 flows" in flow_map.note(thin, 10, 2024)
    assert "too few for a total" in flow_map.note(thin, 10, 2024)
    assert flow_map.thin(thin, 2023) == ""
    assert "74 % of the printed total" in flow_map.coverage(thin, 2023)
    assert len(bars.build(FlowSelection(country=None), 2025, 5).data[-1].y) <= 5
    assert "goods and services" in flow_map.thin(FlowSelection("partners"), 2023)


@pytest.mark.parametrize("set_id", list(product_trade.by_set()))
def test_series_of_a_product_page_is_of_the_product(set_id):
    # /trade with Uranium (HS 2844) charted all goods: 2,349 m below a map of 297.2 m (issue 9, Maps and charts 1).
    selection = FlowSelection(set_id)
    whole = flows.values(set_id)
    for origin, dest in whole[["origin", "dest"]].drop_duplicates().itertuples(index=False, name=None):
        first, *own = series.sides(selection, origin, dest)
        rows = whole[(whole["origin"] == origin) & (whole["dest"] == dest)]
        assert first.rows["value"].tolist() == rows["value"].tolist()
        assert all((side.rows["iso3"] == origin).all() for side in own)
        assert series.is_asked(selection, (origin, dest, "in"))
        assert not series.is_asked(selection, (dest, origin, "out"))
    assert series.goods(selection) == flows.get(set_id).title


@pytest.mark.parametrize("direction", ["exports", "imports", "both", "net"])
def test_series_are_of_the_direction_of_the_page(direction):
    shown = [
        tone for tone in ("out", "in") if series.is_asked(FlowSelection(direction=direction), ("KAZ", "USA", tone))
    ]
    assert shown == {"exports": ["out"], "imports": ["in"]}.get(direction, ["out", "in"])


def test_series_of_partners_keep_both_sides_apart():
    own, told = series.sides(FlowSelection("partners", "KAZ"), "KAZ", "CHN")
    assert set(own.rows["reporter"]) == {"KAZ"}
    assert set(told.rows["reporter"]) == {"CHN"}
    assert (own.name, told.name) == ("Kazakhstan reports", "China reports")
    between = series.sides(FlowSelection("partners"), "KAZ", "UZB")
    assert [set(side.rows["reporter"]) for side in between] == [{"KAZ"}, {"UZB"}]


@pytest.mark.parametrize(
    ("selection", "title"),
    [
        (FlowSelection("partners", "KAZ"), "Trade of Kazakhstan with its partners, as Kazakhstan reports it"),
        (FlowSelection("partners_mirror", "KAZ"), "Trade of Kazakhstan with its partners, as the partners report it"),
        (FlowSelection("partners", "CHN"), "Trade of the five with their partners, as the five report it"),
    ],
)
def test_heading_says_whose_figures_the_map_is_of(selection, title):
    assert partner_map.title(selection) == title


def test_slider_is_told_which_years_are_not_full():
    payload = partner_map.build(FlowSelection("partners", "UZB"))
    assert [payload["years"][place] for place in payload["open"]] == [2024, 2025]
    assert partner_map.build(FlowSelection("partners", "KGZ"))["open"] == []


def test_words_of_the_chart_name_the_largest_flow():
    assert "Kazakhstan → United States 2,348.8" in bars.alt(FlowSelection(), 2024, 10)


@pytest.mark.parametrize("set_id", ["us_trade", "mirror", *product_trade.by_set()])
def test_series_of_a_pair_that_the_set_does_not_have_has_no_side(set_id):
    # Uranium (HS 2844) from Kazakhstan to China charted the 322.9 m that Kazakhstan reports of the United States.
    assert series.sides(FlowSelection(set_id), "KAZ", "CHN") == []
    assert series.sides(FlowSelection(set_id, "UZB"), "KAZ", "USA") == []


THIN_SHARE = FlowSelection("partners", None, "exports", "share")


def test_thin_year_of_shares_says_that_flows_are_on_record():
    count = len(flow_selection.frame(flow_selection.in_values(THIN_SHARE), 2024))
    assert count
    assert table._caption(flow_selection.placed(THIN_SHARE, 2024), THIN_SHARE, 2024) == f"{count} flows in 2024."
    note = flow_map.note(THIN_SHARE, 10, 2024)
    assert f"On record, but without a share because no total fits or too little is on record: {count} flows." in note
    assert bars.alt(THIN_SHARE, 2024, 10).startswith("No shares are told for 2024. On record:")
    uzb = FlowSelection("partners", "UZB", "exports", "share")
    payload = partner_map.build(uzb)
    codes = {one["status"]: -(place + 1) for place, one in enumerate(payload["missing"])}
    (row,) = flow_selection.frame(flow_selection.in_values(uzb), 2024).head(1).to_dict("records")
    place = payload["years"].index(2024)
    run = max((one for one in payload["cells"][row["dest"]]["runs"] if one[0] <= place), key=lambda one: one[0])
    assert run[1] == codes["no_share"]


@pytest.mark.parametrize(
    "one",
    [
        FlowSelection("partners"),
        FlowSelection("partners", "UZB"),
        FlowSelection("partners_mirror"),
        FlowSelection("mirror"),
    ],
    ids=str,
)
def test_nothing_is_called_largest_in_a_year_that_is_not_ranked(one):
    for year in flow_selection.years(one):
        is_ranked = flow_selection.adds_up(one, year)
        assert ("Largest" in bars.alt(one, year, 10)) == is_ranked
        assert ("largest" in charts._why_shown(one, year)) == is_ranked


def test_chart_of_an_empty_year_says_that_its_pair_is_of_another_year():
    assert "another year" in charts._why_shown(FlowSelection(), 1900)
    newest = flow_selection.frame(FlowSelection(), flow_selection.default_year(FlowSelection())).iloc[0]
    assert set(charts._pair(FlowSelection(), 1900, None)) == {newest["origin"], newest["dest"]}


def test_bars_of_the_press_stand_last_and_are_hatched():
    one = FlowSelection("partners_mirror")
    rows = flow_selection.frame(one, 2025)
    figure = bars.build(one, 2025, len(rows))
    for trace in figure.data:
        hatched = [shape == "/" for shape in trace.marker.pattern.shape]
        assert hatched == ["(press)" in name for name in trace.y]
        assert hatched == sorted(hatched)
    assert "(press)" not in bars.alt(one, 2025, 10)


def test_sankey_adds_neither_shares_of_different_totals_nor_figures_of_the_press():
    assert sankey.is_fit(FlowSelection("partners", "KAZ", "exports", "share"), 2022)
    assert not sankey.is_fit(FlowSelection("partners", "KAZ", "both", "share"), 2022)
    assert not sankey.is_fit(FlowSelection("partners", None, "exports", "share"), 2022)
    one = FlowSelection("partners_mirror", "KAZ")
    rows = flow_selection.frame(one, 2023)
    (drawn,) = sankey.build(one, 2023, len(rows)).data
    assert sum(drawn.link.value) == pytest.approx(flow_map.added(rows) / flow_map.factor(one))


def test_heading_of_shares_says_of_what():
    assert partner_map.title(FlowSelection("partners", "KAZ", "both", "share")).endswith(
        "share of all exports and imports of Kazakhstan together"
    )
    assert partner_map.title(FlowSelection("partners", None, "exports", "share")).endswith(
        "share of all exports of the five together"
    )


@pytest.mark.parametrize("country", [None, "KAZ", "UZB"])
def test_bars_of_shares_in_a_year_that_is_not_full_say_so_instead_of_failing(country):
    selection = FlowSelection("partners", country, quantity="share")
    thin = [year for year in flow_selection.thin_years(selection) if flow_selection.frame(selection, year).empty]
    assert thin
    for year in thin[:2]:
        assert sum(len(trace.x) for trace in bars.build(selection, year, 10).data) == 0
        assert "too few" in bars.alt(selection, year, 10)
