"""The map of a difference: zero in the middle, a unit of its own, the numbers of the frame, a small payload."""

import json

import pytest

from components.figures import changemap, numbers
from data import differences, indicators

MOST_BYTES = 11 * 1024


def test_falls_and_rises_stand_on_either_side_of_zero_with_the_same_limits():
    made = changemap.build("us_imports_usd", 2023, 2024, differences.ABSOLUTE)
    kinds = made["scale"]["kinds"]
    assert made["scale"]["palette"] == "diverging"
    assert kinds == sorted(kinds, key=("negative", "zero", "positive").index)
    assert kinds.count("negative") == kinds.count("positive")


@pytest.mark.parametrize("measure", differences.MEASURES)
def test_printed_numbers_are_those_of_the_frame(measure):
    made = changemap.build("us_imports_usd", 2023, 2024, measure)
    one = changemap.indicator("us_imports_usd", 2023, measure)
    frame = differences.between("us_imports_usd", 2023, 2024, measure).set_index("iso3")
    assert made["years"] == [2024]
    assert {iso3: cell["texts"] for iso3, cell in made["cells"].items()} == {
        iso3: numbers.show(value, one) for iso3, value in frame["value"].items()
    }


def test_shares_differ_by_percentage_points():
    one = changemap.indicator("us_trade_share_pct", 2015, differences.ABSOLUTE)
    assert (one.unit, one.display_unit) == (differences.POINTS, differences.POINTS)


def test_difference_of_every_subject_can_be_drawn_in_a_small_payload():
    first_of = {one.family: one.id for one in reversed(indicators.registry().values())}
    for indicator_id in first_of.values():
        years = indicators.years(indicator_id)
        for measure in differences.measures(indicator_id):
            made = changemap.build(indicator_id, years[0], years[-1], measure)
            assert len(json.dumps(made, separators=(",", ":"))) < MOST_BYTES
