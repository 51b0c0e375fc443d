"""Tables in front of the reader: the six and the leaders are among the rows shown, ranks stand from the best one on."""

import pandas as pd
from pandas.testing import assert_frame_equal

from components import cache
from components.widgets.common.table import MOST_ROWS, leading
from data import indicators
from data.analysis import comparison
from data.analysis.comparison import Side
from data.package import countries
from geo import join

LEADERS = MOST_ROWS - len(countries.SIX)


def rows_of(indicator_id: str) -> pd.DataFrame:
    """The rows of an indicator's table, without what takes the page longest: the join with the shapes, the files."""
    values = indicators.values(indicator_id, indicators.default_year(indicator_id))
    return join.covered(values.assign(geometry=None))


def ranks() -> list[str]:
    return [one.id for one in indicators.registry().values() if one.kind == "rank"]


def test_rows_looked_at_here_are_those_of_the_page():
    for one in {one.family: one.id for one in indicators.registry().values()}.values():
        page = cache.table(one, indicators.default_year(one)).rows
        assert_frame_equal(page[indicators.COLUMNS], rows_of(one), check_dtype=False)


def test_ranks_stand_from_the_best_one_on():
    assert len(ranks()) > 20
    wrong = []
    for one in ranks():
        found = rows_of(one)["value"].tolist()
        known = [rank for rank in found if not pd.isna(rank)]
        rows = comparison.pair(Side(one, indicators.default_year(one)), Side(one, indicators.years(one)[0]))
        is_rising = rows["first_value"].dropna().is_monotonic_increasing
        if known != sorted(known) or found[: len(known)] != known or not is_rising:
            wrong.append(one)
    assert wrong == []


def unshown(indicator_id: str) -> list[str]:
    """What is wrong with the rows of an indicator's table that are shown before all are asked for."""
    rows = rows_of(indicator_id)
    shown = leading(rows)
    wrong = [] if len(shown) == min(len(rows), MOST_ROWS) else [f"{indicator_id}: {len(shown)} rows"]
    wanted = set(countries.SIX)
    if indicators.get(indicator_id).kind != "membership":
        others = rows[~rows["iso3"].isin(countries.SIX)].dropna(subset=["value"])
        is_rank = indicators.get(indicator_id).kind == "rank"
        wanted |= set(others.sort_values(["value", "iso3"], ascending=[is_rank, True])["iso3"].head(LEADERS))
    return wrong + [f"{indicator_id}: {iso3} is not shown" for iso3 in sorted(wanted - set(shown["iso3"]))]


def test_the_six_and_the_leaders_are_among_the_rows_shown():
    assert [line for one in indicators.registry() for line in unshown(one)] == []
