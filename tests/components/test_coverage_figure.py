"""The heat map of coverage: empty where empty, the six on top, said in words."""

import numpy as np
import pandas as pd

from components.figures import coverage

COUNTS = pd.DataFrame(
    [[5, 0], [0, 2], [1, 9]],
    index=pd.Index(["CHN", "UZB", "KAZ"], name="iso3"),
    columns=pd.Index([2020, 2021], name="year"),
)


def test_cells_without_rows_are_empty_not_zero():
    figure, left_out = coverage.build(COUNTS)
    np.testing.assert_array_equal(figure.data[0].z, [[1, 9], [np.nan, 2], [5, np.nan]])
    assert list(figure.data[0].y) == ["Kazakhstan", "Uzbekistan", "China"]
    assert left_out == 0


def test_more_countries_than_fit_are_counted_not_drawn():
    codes = ["KAZ", *[code for code in coverage.countries._by_code() if code != "KAZ"][: coverage.MOST + 4]]
    figure, left_out = coverage.build(pd.DataFrame({2020: 1}, index=codes))
    assert (len(figure.data[0].y), left_out) == (coverage.MOST, 5)


def test_words_name_span_fullest_and_missing():
    said = coverage.describe(COUNTS, "Aid")
    assert "2020 to 2021" in said
    assert "Kazakhstan, 10" in said
    assert "Kyrgyzstan, Tajikistan, Turkmenistan, United States" in said
    assert "Uzbekistan" not in said
