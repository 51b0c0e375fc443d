"""Tables in front of the reader: the six and the leaders are among the rows shown, ranks stand from the best one on."""

import pandas as pd
import pytest

from components import cache
from components.widgets.common.table import MOST_ROWS, leading
from data import indicators
from data.analysis import comparison
from data.analysis.comparison import Side
from data.package import countries

RANKS = [indicator.id for indicator in indicators.registry().values() if indicator.kind == "rank"]
LEADERS = MOST_ROWS - len(countries.SIX)


def table(indicator_id: str) -> pd.DataFrame:
    return cache.table(indicator_id, indicators.default_year(indicator_id)).rows


@pytest.mark.parametrize("indicator_id", RANKS)
def test_ranks_stand_from_the_best_one_on(indicator_id):
    ranks = table(indicator_id)["value"].tolist()
    known = [rank for rank in ranks if not pd.isna(rank)]
    assert known == sorted(known)
    assert ranks[: len(known)] == known
    year = indicators.default_year(indicator_id)
    rows = comparison.pair(Side(indicator_id, year), Side(indicator_id, indicators.years(indicator_id)[0]))
    assert rows["first_value"].dropna().is_monotonic_increasing


@pytest.mark.parametrize("indicator_id", indicators.registry())
def test_the_six_and_the_leaders_are_among_the_rows_shown(indicator_id):
    rows = table(indicator_id)
    shown = leading(rows)
    assert len(shown) == min(len(rows), MOST_ROWS)
    assert set(countries.SIX) <= set(shown["iso3"])
    if indicators.get(indicator_id).kind == "membership":
        return
    others = rows[~rows["iso3"].isin(countries.SIX)].dropna(subset=["value"])
    best = others.sort_values(["value", "iso3"], ascending=[indicator_id in RANKS, True]).head(LEADERS)
    assert set(best["iso3"]) <= set(shown["iso3"])
