"""Mirror, partners, products and their flows: printed values, and what must stay missing."""

import pytest

from data import __main__ as cli
from data import flows, indicators
from data.analysis import breaks
from data.package import countries


def _value(indicator_id, iso3, year):
    frame = indicators.values(indicator_id, year)
    row = frame[frame["iso3"] == iso3].iloc[0]
    return row["value"], row["status"]


@pytest.mark.parametrize(
    ("indicator_id", "iso3", "year", "value", "status"),
    [
        ("mirror_exports_usd", "KAZ", 2023, 1_509_824_215, "actual"),
        ("mirror_imports_usd", "KAZ", 2023, 2_543_120_655, "actual"),
        ("mirror_imports_usd", "KGZ", 2023, 430_588_220, "provisional"),
        ("mirror_exports_usd", "UZB", 2024, 430_700_000, "rounded"),
        ("mirror_trade_usd", "TKM", 2022, 38_700_000, "claim"),
        ("gap_imports_usd", "KGZ", 2023, 430_588_220 - 141_258_596, "provisional"),
        ("us_imports_usd.hs71", "KAZ", 2025, 2_630_478_429, "actual"),
        ("us_imports_usd.hs2709", "KAZ", 2024, 1_147_596_000, "actual"),
        ("us_imports_share_pct.hs811010", "TJK", 2024, 75.1, "actual"),
        ("trade_by_partner_usd.kgz", "CHN", 2024, 5_600_000_000, "rounded"),
    ],
)
def test_printed_value_is_drawn(indicator_id, iso3, year, value, status):
    found, found_status = _value(indicator_id, iso3, year)
    assert found == pytest.approx(value, rel=1e-3)
    assert found_status == status


@pytest.mark.parametrize(
    ("indicator_id", "iso3", "year", "status"),
    [
        ("mirror_trade_usd", "TJK", 2023, "not_reported"),
        ("mirror_trade_usd", "USA", 2023, "not_applicable"),
        ("mirror_trade_usd", "TKM", 2023, "not_reported"),  # January to October only
        ("us_exports_usd", "KAZ", 2025, "not_reported"),
        ("gap_imports_usd", "KAZ", 2025, "not_reported"),
        ("us_trade_usd", "KGZ", 2025, "not_reported"),
        ("exports_by_partner_usd.kaz", "KAZ", 2023, "not_applicable"),
        ("us_imports_usd.hs8110", "KAZ", 2025, "not_reported"),
    ],
)
def test_missing_is_missing_with_its_reason(indicator_id, iso3, year, status):
    frame = indicators.values(indicator_id)
    row = frame[(frame["iso3"] == iso3) & (frame["year"] == year)]
    assert row["value"].isna().all()
    assert set(row["status"]) <= {status}


def test_own_figure_goes_before_the_partners():
    drawn = indicators.alternatives("exports_by_partner_usd.kaz", "CAN", 2018).query("preferred")
    assert list(map(str, drawn["basis"])) == ["Kazakhstan: export, national"]


@pytest.mark.parametrize(
    ("indicator_id", "iso3", "year", "value"),
    [
        # Bureau of National Statistics, indicator 312101, final figures: issue 9, Figures 1.
        ("exports_by_partner_usd.kaz", "USA", 2025, 1_031.5e6),
        ("exports_by_partner_usd.kaz", "CHN", 2025, 15_196e6),
        ("imports_by_partner_usd.kaz", "CHN", 2024, 15_266e6),
    ],
)
def test_own_figure_of_kazakhstan_is_that_of_its_bureau(indicator_id, iso3, year, value):
    frame = indicators.values(indicator_id, year).set_index("iso3").loc[iso3]
    assert frame["value"] == pytest.approx(value, rel=1e-4)
    assert (frame["reporter"], frame["basis"]) == ("KAZ", "national")


@pytest.mark.parametrize(
    ("indicator_id", "iso3", "year", "value"),
    [
        ("exports_by_partner_mirror_usd.kaz", "USA", 2025, 4_072.9e6),
        ("exports_by_partner_mirror_usd.kaz", "CHN", 2025, 19.0e9),
        ("imports_by_partner_mirror_usd.kaz", "CHN", 2024, 28.0e9),
        ("imports_by_partner_mirror_usd.kgz", "CHN", 2025, 22.0e9),
    ],
)
def test_figure_of_the_partner_stands_in_a_series_of_its_own_name(indicator_id, iso3, year, value):
    frame = indicators.values(indicator_id, year).set_index("iso3").loc[iso3]
    assert frame["value"] == pytest.approx(value, rel=0.02)
    assert frame["reporter"] == iso3
    assert "as the partners report" in indicators.get(indicator_id).title


def test_no_series_by_partner_mixes_two_sides_or_draws_a_statement():
    for indicator in indicators.registry().values():
        if "_by_partner" not in indicator.id:
            continue
        rows = indicators.values(indicator.id)
        rows = rows[rows["value"].notna()]
        home = indicator.series[1]
        own_side = indicator.series[0] == "own"
        assert set(rows["status"]) <= {"actual", "rounded", "provisional", "estimated"}, indicator.id
        assert (rows["reporter"] == (home if own_side else rows["iso3"])).all(), indicator.id


def test_own_imports_of_kazakhstan_from_china_do_not_jump_from_one_side_to_the_other():
    frame = indicators.values("imports_by_partner_usd.kaz")
    own = frame[(frame["iso3"] == "CHN") & frame["year"].isin([2023, 2024])].set_index("year")["value"]
    assert own[2024] / own[2023] - 1 == pytest.approx(-0.008, abs=0.02)


def test_series_that_changes_its_basis_says_where():
    frame = indicators.values("imports_by_partner_mirror_usd.kgz")
    assert 2025 in breaks.years(frame[frame["iso3"] == "CHN"])


@pytest.mark.parametrize("old", ["exports_by_partner_usd.tkm", "imports_by_partner_usd.tkm"])
def test_old_id_without_own_figures_leads_to_those_of_the_partners(old):
    assert indicators.current(old) == old.replace("_usd", "_mirror_usd")
    assert indicators.values(old)["value"].notna().any()


def test_partner_figure_is_another_series_where_the_country_has_none():
    own = indicators.alternatives("exports_by_partner_usd.tjk", "UZB", 2023)
    assert not own["preferred"].any()
    drawn = indicators.alternatives("exports_by_partner_mirror_usd.tjk", "UZB", 2023).query("preferred")
    assert list(map(str, drawn["basis"])) == ["Uzbekistan: import, national_goods_services"]


def test_us_side_of_a_partner_map_is_that_of_us_trade():
    assert _value("exports_by_partner_mirror_usd.tkm", "USA", 2020) == _value("us_imports_usd", "TKM", 2020)


def test_claim_is_a_record_and_never_drawn():
    records = indicators.alternatives("exports_by_partner_usd.kgz", "CHN", 2024)
    assert "claim" in set(records["status"])
    assert not records["preferred"].any()


def test_every_other_figure_of_a_product_is_on_record():
    records = indicators.alternatives("us_imports_usd.hs2709", "KAZ", 2024)
    assert list(records["preferred"]) == [True, False, False]
    assert sorted(records["value"].round(-8)) == [1.0e9, 1.1e9, 1.1e9]


@pytest.mark.parametrize("set_id", ["us_trade", "mirror", "partners", "partners_mirror", "us_trade.71"])
def test_flows_have_one_row_per_pair_and_year_between_countries(set_id):
    frame = flows.values(set_id)
    assert not frame.duplicated(["origin", "dest", "year"]).any()
    assert all(countries.is_country(code) for code in {*frame["origin"], *frame["dest"]})
    assert (frame["origin"] != frame["dest"]).all()
    assert frame["value"].notna().all()


@pytest.mark.parametrize("set_id", ["partners", "partners_mirror"])
def test_every_partner_flow_touches_one_of_the_five(set_id):
    frame = flows.values(set_id)
    assert (frame["origin"].isin(countries.C5) | frame["dest"].isin(countries.C5)).all()


def test_exporter_speaks_first_between_two_of_the_five_in_the_view_of_all():
    frame = flows.values("partners", 2022)
    row = frame[(frame["origin"] == "KAZ") & (frame["dest"] == "KGZ")].iloc[0]
    exports = indicators.values("exports_by_partner_usd.kaz", 2022)
    assert row["value"] == exports.loc[exports["iso3"] == "KGZ", "value"].iloc[0]
    assert row["reporter"] == "KAZ"


@pytest.mark.parametrize("home", countries.C5)
def test_flows_of_one_of_the_five_are_of_its_own_books_alone_or_of_its_partners_alone(home):
    own = flows.seen_from("partners", home)
    assert (own["reporter"] == home).all()
    told = flows.seen_from("partners_mirror", home)
    assert (told["reporter"] == told["origin"].where(told["dest"] == home, told["dest"])).all()


def test_flows_of_a_product_on_the_command_line(capsys):
    assert cli.main(["flows", "--product", "71", "--year", "2025"]) == 0
    assert "KAZ,USA,2025,2630478429,USD,actual,census-api-hts10-2024-2025,USA,customs" in capsys.readouterr().out


def test_unknown_product_on_the_command_line_is_one_clear_line(capsys):
    assert cli.main(["flows", "--product", "7"]) == 1
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith("no product “7”")


@pytest.mark.parametrize("home", countries.C5)
@pytest.mark.parametrize("flow", ["exports", "imports"])
def test_own_trade_with_the_us_is_that_of_the_partner_map(flow, home):
    own = indicators.values(f"mirror_{flow}_usd")
    own = own[(own["iso3"] == home) & own["value"].notna()].set_index("year")["value"]
    drawn = indicators.values(f"{flow}_by_partner_usd.{home.lower()}")
    drawn = drawn[(drawn["iso3"] == "USA") & drawn["value"].notna()].set_index("year")["value"]
    shared = own[own.index >= drawn.index.min()]
    assert shared.to_dict() == drawn.reindex(shared.index).to_dict()


@pytest.mark.parametrize("year", [2015, 2016, 2017])
def test_what_the_partner_map_draws_as_kazakhstans_own_imports_is_on_both_pages(year):
    assert _value("mirror_imports_usd", "KAZ", year) == _value("imports_by_partner_usd.kaz", "USA", year)


def test_customs_series_is_drawn_through_2017_and_the_rounded_press_figure_stands_beside_it():
    records = indicators.alternatives("mirror_imports_usd", "KAZ", 2017)
    drawn, *others = records.to_dict("records")
    assert (drawn["source_id"], drawn["value"], drawn["preferred"]) == (
        "uncomtrade-kaz-imports-1995-2025",
        1_254_369_861,
        True,
    )
    assert {other["source_id"] for other in others} == {"kt-2018-10-ross", "wits-kaz-summary"}
    assert not any(other["preferred"] for other in others)
