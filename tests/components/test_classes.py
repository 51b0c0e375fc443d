"""Class breaks: round, lower side closed, zero apart, the same words on both sides of a balance."""

import pandas as pd
import pytest

from components.figures import classes
from data.indicators import Indicator
from data.subjects.wording import Text


def indicator(**fields) -> Indicator:
    known = {
        "id": "x",
        "words": Text("indicators.us_trade_usd"),
        "kind": "flow",
        "theme": "trade",
        "family": "us_trade",
        "decimals": 1,
        "scale": "log",
        "display_unit": "million_usd",
    }
    names = Indicator.__dataclass_fields__
    blank = {name: () if name == "caveats" else "" for name in names if name not in known}
    return Indicator(**{**blank, **known, **fields})


def values(*numbers) -> pd.DataFrame:
    return pd.DataFrame({"value": list(numbers)})


def test_skewed_series_get_a_ladder_with_closed_lower_side():
    found = classes.build(values(5e5, 2e6, 40e6, 2348e6), indicator())
    assert found.labels == (
        "under 1",
        "1 to under 10",
        "10 to under 100",
        "100 to under 1,000",
        "1,000 and more",
    )
    assert [found.code(value) for value in (0.5, 1, 9.99, 10, 100, 1000, 2348)] == [0, 1, 1, 2, 3, 4, 4]


def test_zero_is_a_class_of_its_own():
    found = classes.build(values(0, 2e6, 40e6), indicator())
    assert found.labels[0] == "0"
    assert found.code(0) == 0
    assert found.code(0.5) == 1


def test_balance_has_the_same_limits_on_both_sides_of_zero():
    found = classes.build(values(-1272e6, -40e6, 3e6, 250e6), indicator(kind="balance", scale="diverging"))
    assert found.palette == "diverging"
    assert list(found.kinds) == ["negative"] * 3 + ["positive"] * 3
    codes = [found.code(value) for value in (-5000, -1, 1, 5000)]
    assert codes == [0, 2, 3, 5]
    assert found.labels[0].startswith("−")
    assert found.labels[2] == f"under 0 down to above −{found.labels[3].rsplit(' ', 1)[-1]}"


def test_rank_one_is_the_last_and_strongest_class():
    found = classes.build(values(1, 3, 12), indicator(kind="rank", scale="linear", display_unit="percent"))
    assert found.labels == ("11 and more", "6 to 10", "4 to 5", "3", "2", "1")
    assert [found.code(value) for value in (1, 2, 5, 10, 40)] == [5, 4, 2, 1, 0]


def test_membership_words_keep_their_colour_whatever_else_is_present():
    frame = values("member", "observer", None)
    found = classes.build(frame, indicator(kind="membership", scale="categories"))
    assert found.labels == ("Member", "Observer")
    assert found.kinds == (0, 2)
    assert found.code("observer") == 1


@pytest.mark.parametrize("kind", ["share", "count"])
def test_equal_steps_are_round_and_cover_the_highest(kind):
    found = classes.build(values(3, 17, 44), indicator(kind=kind, scale="linear", display_unit="percent"))
    assert found.bounds == (10, 20, 30, 40)
    assert found.code(44) == 4


def test_no_value_at_all_gives_no_class():
    assert classes.build(values(None), indicator()).labels == ()


def test_limits_between_whole_numbers_keep_their_decimal():
    found = classes.build(values(0.4, 1.6, 2.4), indicator(scale="linear", display_unit="percent"))
    assert found.labels == ("under 0.5", "0.5 to under 1", "1 to under 1.5", "1.5 to under 2", "2 and more")


def test_value_on_a_limit_belongs_to_the_class_that_begins_there():
    found = classes.build(values(0.1, 0.3, 0.5), indicator(scale="linear", display_unit="percent"))
    assert found.labels[found.code(0.3)] == "0.3 to under 0.4"
