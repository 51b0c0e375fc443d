"""How a number stands to a figure: the rules at their edges."""

import pytest

from data.analysis.claim_figures import Measured
from data.analysis.judges import JUDGES, against, difference_pct


def figure(value: float, **fields) -> Measured:
    return Measured(value, **{"unit": "USD", "year": 2024, "status": "actual", "source_id": "customs", **fields})


@pytest.mark.parametrize(
    ("relation", "claimed", "value", "word"),
    [
        ("equal", 105, 100, "supported"),
        ("equal", 95, 100, "supported"),
        ("equal", 105.1, 100, "roughly"),
        ("equal", 80, 100, "roughly"),
        ("equal", 120.1, 100, "not_supported"),
        ("equal", 199, 100, "not_supported"),
        ("equal", 200, 100, "contradicted"),
        ("equal", 50, 100, "contradicted"),
        ("equal", 100, -100, "contradicted"),
        ("equal", 0, 0, "supported"),
        ("equal", 5, 0, "contradicted"),
        ("at_least", 100, 100, "supported"),
        ("at_least", 100, 250, "supported"),
        ("at_least", 100, 99, "roughly"),
        ("at_least", 121, 100, "not_supported"),
        ("at_least", 200, 100, "contradicted"),
        ("at_most", 100, 40, "supported"),
        ("at_most", 99, 100, "roughly"),
        ("at_most", 40, 100, "contradicted"),
        ("growth", 40, 37.3, "roughly"),
        ("rank", 2, 2, "supported"),
        ("rank", 2, 3, "not_supported"),
        ("rank", 1, 2, "not_supported"),
        ("rank", 2, 4, "contradicted"),
        ("rank", 9, 11, "not_supported"),
        ("first_year", 2015, 2015, "supported"),
        ("first_year", 2015, 2016, "not_supported"),
    ],
)
def test_tolerance_at_its_edges(relation, claimed, value, word):
    assert JUDGES[relation](claimed, figure(value)) == word


def years(*values: float) -> tuple[tuple[int, float], ...]:
    return tuple(enumerate(values, start=2020))


@pytest.mark.parametrize(
    ("relation", "series", "word", "broken"),
    [
        ("growing", years(1, 2, 3), "supported", []),
        ("growing", years(1, 3, 2, 4, 5, 6), "roughly", [2022]),
        ("growing", years(1, 3, 2), "not_supported", [2022]),
        ("growing", years(3, 2, 4, 3, 5), "not_supported", [2021, 2023]),
        ("growing", years(3, 2, 1), "contradicted", [2021, 2022]),
        ("negative", years(-1, -2), "supported", []),
        ("negative", years(-1, 2, -1, -1), "roughly", [2021]),
        ("negative", years(-1, -1, -1, 2), "not_supported", [2023]),
        ("negative", years(1, 2), "contradicted", [2020, 2021]),
    ],
)
def test_direction_looks_at_every_year_and_says_which_broke_it(relation, series, word, broken):
    measured = figure(series[-1][1], series=series)
    assert JUDGES[relation](0.0, measured) == word
    assert against(relation, measured, None) == broken


@pytest.mark.parametrize(("claimed", "word"), [(1, "not_supported"), (2, "roughly"), (3, "roughly")])
def test_place_in_a_list_that_is_not_whole_bears_out_no_further_than_roughly(claimed, word):
    assert JUDGES["rank"](claimed, figure(2, listed=5, is_whole=False)) == word


@pytest.mark.parametrize(
    ("standing", "word"), [("member", "supported"), ("announced", "roughly"), ("applicant", "not_supported")]
)
def test_announced_accession_is_roughly_a_membership(standing, word):
    assert JUDGES["member"](0.0, figure(float("nan"), word=standing)) == word


def test_difference_is_told_in_percent_of_our_figure():
    assert difference_pct(100, 80) == 25.0
