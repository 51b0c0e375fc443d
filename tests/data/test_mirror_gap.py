"""The two sides of a trade: gap and ratio with freight taken off where there is freight, by hand from the tables."""

import pytest

from data import indicators
from data.analysis import mirror_gap, mirror_reasons
from data.faults import UnknownId
from data.package.countries import C5

# KAZ 2024, from the two tables: what Kazakhstan and the United States print.
OWN_EXPORTS, US_IMPORTS = 1_974_025_623, 2_348_802_814
OWN_IMPORTS, US_EXPORTS = 2_245_840_305, 1_076_377_538


def _year(rows, origin, year):
    return rows[(rows["origin"] == origin) & (rows["year"] == year)].iloc[0]


@pytest.mark.parametrize(("cif", "off"), [(0, 1.0), (10, 1.1), (25, 1.25)])
def test_factor_is_taken_off_imports_of_the_five_and_never_off_those_of_the_united_states(cif, off):
    rows = mirror_gap.of("KAZ", cif=cif)
    bought, sold = _year(rows, "USA", 2024), _year(rows, "KAZ", 2024)
    assert bought["reporter_less_freight_usd"] == pytest.approx(OWN_IMPORTS / off)
    assert bought["partner_less_freight_usd"] == US_EXPORTS
    assert bought["gap_usd"] == pytest.approx(OWN_IMPORTS / off - US_EXPORTS)
    assert bought["ratio"] == pytest.approx(OWN_IMPORTS / off / US_EXPORTS)
    assert (sold["cif_pct"], sold["gap_usd"]) == (0, OWN_EXPORTS - US_IMPORTS)
    assert sold["ratio"] == pytest.approx(OWN_EXPORTS / US_IMPORTS)


def test_what_no_freight_explains_is_said_by_rule():
    rows = mirror_gap.of("KAZ")
    bought, sold = _year(rows, "USA", 2024), _year(rows, "KAZ", 2024)
    assert (bought["finding"], sold["finding"]) == (mirror_gap.BEYOND, mirror_gap.NO_FREIGHT)
    assert bought["closing_pct"] == pytest.approx(108.648, abs=0.001)
    assert _year(rows, "USA", 2025)["finding"] == mirror_gap.ONE_SIDE


@pytest.mark.parametrize(
    ("imported", "exported", "finding"),
    [
        (125.0, 100.0, mirror_gap.WITHIN),
        (125.1, 100.0, mirror_gap.BEYOND),
        (100.0, 100.0, mirror_gap.WITHIN),
        (99.9, 100.0, mirror_gap.EXPORTER_LARGER),
        (float("nan"), 100.0, mirror_gap.ONE_SIDE),
    ],
)
def test_finding_at_its_limits(imported, exported, finding):
    assert mirror_gap._finding(imported, exported, has_freight=True) == finding


@pytest.mark.parametrize("home", C5)
def test_without_a_factor_the_gaps_are_those_of_the_indicators(home):
    rows = mirror_gap.of(home).dropna(subset=["gap_usd"])
    for flow, origin in (("exports", home), ("imports", "USA")):
        own = rows[rows["origin"] == origin].set_index("year")
        for column, kind in (("gap_usd", "usd"), ("ratio", "ratio")):
            known = indicators.values(f"gap_{flow}_{kind}")
            known = known[(known["iso3"] == home) & known["value"].notna()].set_index("year")["value"]
            assert own[column].to_dict() == known.to_dict()


@pytest.mark.parametrize("home", C5)
@pytest.mark.parametrize("cif", [0, 7, 25])
def test_sides_exchanged_turn_ratio_and_gap_round(home, cif):
    one = mirror_gap.of(home, "USA", cif).set_index(["origin", "year"]).sort_index()
    other = mirror_gap.of("USA", home, cif).set_index(["origin", "year"]).sort_index()
    assert list(one.index) == list(other.index)
    told = one["ratio"].notna() & (one["ratio"] != 0)
    assert (one["ratio"] * other["ratio"])[told].to_numpy() == pytest.approx(1.0)
    assert (one["gap_usd"] + other["gap_usd"])[told].to_numpy() == pytest.approx(0.0)
    assert one["finding"].tolist() == other["finding"].tolist()
    assert one.loc[one["importer"] == "USA", "cif_pct"].eq(0).all()


def test_pair_without_the_united_states_and_factor_out_of_bounds_are_refused():
    with pytest.raises(UnknownId):
        mirror_gap.of("KAZ", "UZB")
    with pytest.raises(UnknownId):
        mirror_gap.of("USA", "CHN")
    with pytest.raises(ValueError, match="26"):
        mirror_gap.of("KAZ", cif=26)


def test_every_reason_has_a_record_with_a_source():
    rows = mirror_reasons.every()
    assert (rows["source_id"] != "").all()
    assert (rows["text"] != "").where(rows["kind"] != mirror_reasons.GOODS_SERVICES, True).all()
    wanted = {(entry["iso3"], entry["kind"]) for entry in mirror_reasons._registry()}
    assert wanted <= set(zip(rows["iso3"], rows["kind"], strict=True))
    assert mirror_reasons.kinds("KGZ", "import", 2023) == ["transit"]
    assert "goods_services" in mirror_reasons.kinds("UZB", "import", 2015)
    assert mirror_reasons.kinds("KGZ", "import", 2022) == []
