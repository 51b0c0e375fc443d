"""The map of a difference: zero in the middle, a unit of its own, the numbers of the frame, a small payload."""

import itertools
import json

import pytest

from components.figures import change_map
from data import indicators
from data.analysis import comparison
from data.subjects import number_format, units

MOST_BYTES = 11 * 1024


def test_falls_and_rises_stand_on_either_side_of_zero_with_the_same_limits():
    made = change_map.build("us_imports_usd", 2023, 2024, comparison.ABSOLUTE)
    kinds = made["scale"]["kinds"]
    assert made["scale"]["palette"] == "diverging"
    assert kinds == sorted(kinds, key=("negative", "zero", "positive").index)
    assert kinds.count("negative") == kinds.count("positive")


@pytest.mark.parametrize("measure", comparison.CHANGE_KINDS)
def test_printed_numbers_are_those_of_the_frame(measure):
    made = change_map.build("us_imports_usd", 2023, 2024, measure)
    one = change_map.indicator("us_imports_usd", measure)
    frame = comparison.between("us_imports_usd", 2023, 2024, measure).set_index("iso3")
    assert made["years"] == [2024]
    assert {iso3: cell["texts"] for iso3, cell in made["cells"].items()} == {
        iso3: number_format.show(value, one) for iso3, value in frame["value"].items()
    }


def test_shares_differ_by_percentage_points():
    one = change_map.indicator("us_trade_share_pct", comparison.ABSOLUTE)
    assert (one.unit, one.display_unit) == ("percentage points", units.POINTS)


def first_of_each_subject() -> list[str]:
    return list({indicator.family: indicator.id for indicator in reversed(indicators.registry().values())}.values())


@pytest.mark.parametrize("indicator_id", first_of_each_subject())
def test_change_a_hundred_times_another_is_in_another_class(indicator_id):
    if not comparison.is_measured(indicator_id):
        pytest.skip("memberships have no difference")
    years = indicators.years(indicator_id)
    frame = comparison.between(indicator_id, years[0], years[-1]).dropna(subset=["value"])
    made = change_map.build(indicator_id, years[0], years[-1], comparison.ABSOLUTE)
    codes = {iso3: cell["runs"][0][1] for iso3, cell in made["cells"].items()}
    low = frame.loc[frame["value"] != 0, "value"].abs().quantile(0.05)
    rows = [row for row in frame.itertuples(index=False) if abs(row.value) >= low > 0]
    for small, large in itertools.permutations(rows, 2):
        if small.value * large.value > 0 and abs(large.value) >= 100 * abs(small.value):
            assert codes[small.iso3] != codes[large.iso3], (small, large)


def test_rises_of_us_imports_are_told_apart():
    # 2020 to 2024, million dollars: Kazakhstan 1,444.6, Kyrgyzstan 10.7, Tajikistan 3.7.
    made = change_map.build("us_imports_usd", 2020, 2024, comparison.ABSOLUTE)
    labels = [made["classes"][made["cells"][iso3]["runs"][0][1]]["label"] for iso3 in ("KAZ", "KGZ", "TJK")]
    assert labels == ["1,000 and more", "10 to under 100", "above 0 to under 10"]


def test_difference_of_every_subject_can_be_drawn_in_a_small_payload():
    for indicator_id in first_of_each_subject():
        years = indicators.years(indicator_id)
        for measure in comparison.change_kinds(indicator_id):
            made = change_map.build(indicator_id, years[0], years[-1], measure)
            assert len(json.dumps(made, separators=(",", ":"))) < MOST_BYTES
