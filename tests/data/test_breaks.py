"""Where a series changes whose figure it is or on what it is based: found, and nothing else taken for it."""

import pandas as pd
import pytest

from data import flows, indicators
from data.analysis import breaks
from data.analysis.breaks import Break

COLUMNS = ["year", "value", "reporter", "basis", "source_id"]


def _rows(*rows):
    return pd.DataFrame(rows, columns=COLUMNS)


def test_another_reporter_or_basis_is_a_break_and_another_edition_is_none():
    rows = _rows(
        (2021, 1.0, "KAZ", "national", "edition 2022"),
        (2022, 2.0, "KAZ", "national", "edition 2023"),
        (2023, 3.0, "KAZ", "news_national", "paper"),
        (2024, 4.0, "CHN", "news_national", "paper"),
    )
    assert breaks.find(rows) == [
        Break(2023, "KAZ", "national", "KAZ", "news_national"),
        Break(2024, "KAZ", "news_national", "CHN", "news_national"),
    ]
    assert [list(piece["year"]) for piece in breaks.pieces(rows)] == [[2021, 2022], [2023], [2024]]


def test_year_without_a_value_neither_makes_nor_hides_a_break():
    rows = _rows(
        (2023, 3.0, "KAZ", "customs", "a"),
        (2022, None, "", "", ""),
        (2021, 1.0, "KAZ", "national", "a"),
        (2020, 1.0, "KAZ", "national", "a"),
    )
    assert breaks.years(rows) == [2023]
    assert [list(piece["year"]) for piece in breaks.pieces(rows)] == [[2020, 2021], [2023]]


def test_series_without_a_value_has_no_pieces():
    assert breaks.pieces(_rows((2022, None, "", "", ""))) == []


@pytest.mark.parametrize("one", ["production.uranium", "mirror_exports_usd", "us_imports_usd"])
def test_pieces_hold_every_value_once(one):
    frame = indicators.values(one)
    for _, rows in frame.groupby("iso3"):
        pieces = breaks.pieces(rows)
        assert sum(map(len, pieces)) == rows["value"].notna().sum()
        assert all(len(piece[["reporter", "basis"]].drop_duplicates()) == 1 for piece in pieces)


def test_every_figure_says_on_what_it_is_based():
    for indicator_id in indicators.registry():
        frame = indicators.values(indicator_id)
        has_value = frame["value"].notna()
        assert frame[["reporter", "basis"]].notna().all(axis=None), indicator_id
        assert frame.loc[has_value, "basis"].ne("").all(), indicator_id
    for set_id in flows.registry():
        assert flows.values(set_id)["basis"].ne("").all(), set_id


def test_uranium_changes_its_publisher_in_a_break():
    # World Nuclear Association from 2012 on, British Geological Survey before (issue 9, Figures 5).
    frame = indicators.values("production.uranium")
    for iso3 in ("KAZ", "UZB", "USA"):
        assert breaks.years(frame[frame["iso3"] == iso3])
