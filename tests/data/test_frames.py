"""Frames that many callers share: what one does to its own is not seen by the next."""

import pytest
from pandas.testing import assert_frame_equal

from data import flows, indicators
from data.package import tables


@pytest.mark.parametrize(
    ("load", "name", "column"),
    [
        (indicators.values, "us_imports_usd", "value"),
        (indicators.values, "member.c5plus1", "value"),
        (flows.values, "us_trade", "value"),
        (tables.load, "us_trade", "value_usd"),
        (tables.load, "us_trade", "year"),
    ],
)
def test_changed_frame_leaves_the_next_caller_the_figures(load, name, column):
    before = load(name).copy(deep=True)
    spoiled = load(name)
    spoiled.loc[0, column] = spoiled[column].iloc[-1]
    spoiled["iso3"] = "ZZZ"
    assert_frame_equal(load(name), before)
