"""Numbers as the visitor reads them."""

import math

import pytest

from data import indicators
from data.subjects import number_format


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (2348802814, "2,348.8"),
        (1076377538, "1,076.4"),
        (-1272425276, "−1,272.4"),
        (40000, "0.04"),
        (0, "0.0"),
        (math.nan, ""),
        (None, ""),
    ],
)
def test_dollars_read_in_millions(value, shown):
    assert number_format.show(value, indicators.get("us_imports_usd")) == shown


@pytest.mark.parametrize(
    ("value", "shown"), [(2348802814.0, "2,348,802,814"), (0.5, "0.5"), (-12.25, "−12.25"), (100, "100")]
)
def test_exact_keeps_every_digit(value, shown):
    assert number_format.exact(value) == shown
