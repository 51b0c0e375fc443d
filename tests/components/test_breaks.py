"""Rules for class breaks: round limits, groups that a reader could check by hand."""

import pandas as pd
import pytest

from components.figures import breaks, classes
from data import indicators


def numbers(*values: float) -> pd.Series:
    return pd.Series(values, dtype="float64")


def test_natural_breaks_part_the_three_clumps():
    assert breaks._groups(numbers(1, 2, 3, 10, 11, 12, 100, 101).to_numpy(), 3) == [3, 6]


def test_natural_breaks_are_round_numbers_between_the_clumps():
    found = breaks.natural(numbers(1, 2, 3, 10.5, 11, 20.2, 21, 30, 31, 40.7, 41, 50, 51.5))
    assert found == (10, 20, 30, 40, 50)


def test_quantiles_put_as_many_values_into_each_class():
    values = numbers(*range(1, 61))
    limits = breaks.quantiles(values)
    sizes = pd.cut(values, [0, *limits, 61], right=False).value_counts(sort=False)
    assert limits == (11, 21, 31, 41, 51)
    assert list(sizes) == [10] * 6


def test_own_limits_are_rising_positive_numbers():
    assert breaks.own("10;100.5") == (10, 100.5)
    for wrong in ("", "0;1", "5;5", "7;3", "a", "1;2;3;4;5;6", "1;inf", "-1", "nan"):
        with pytest.raises(ValueError, match=r"^"):
            breaks.own(wrong)


@pytest.mark.parametrize("method", [*breaks.METHODS, "2.5;1000"])
@pytest.mark.parametrize("indicator_id", ["us_imports_usd", "us_balance_usd", "production.uranium", "forums_count"])
def test_every_value_falls_into_the_class_whose_label_covers_it(indicator_id, method):
    indicator = indicators.get(indicator_id)
    values = indicators.values(indicator_id)
    found = classes.build(values, indicator, method)
    assert len(found.labels) == len(found.kinds) == len(set(found.labels))
    assert list(found.bounds) == sorted(set(found.bounds))
    for value in values["value"].dropna() / indicator.display_factor:
        code = found.code(value)
        kind = found.kinds[code]
        assert kind == ("zero" if value == 0 else "positive" if value > 0 else "negative")


@pytest.mark.parametrize("method", ["natural", "own", "10;20"])
def test_memberships_and_ranks_keep_their_own_classes(method):
    for one in ("member.wto", "world_rank.uranium"):
        indicator, values = indicators.get(one), indicators.values(one)
        assert classes.build(values, indicator, method) == classes.build(values, indicator)


def test_colour_that_runs_on_has_many_classes_and_says_where_it_starts_and_ends():
    indicator = indicators.get("us_imports_usd")
    found = classes.build(indicators.values("us_imports_usd"), indicator, "continuous")
    assert len(found.bounds) > 15
    assert len(found.ends) == 3
    balance = classes.build(indicators.values("us_balance_usd"), indicators.get("us_balance_usd"), "continuous")
    assert balance.ends[0] == f"−{balance.ends[2]}"
    assert balance.ends[1] == "0"
    assert classes.build(indicators.values("us_imports_usd"), indicator).ends == ()
