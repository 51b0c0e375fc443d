"""The bounds of the index: closed forms, and that they hold the truth whatever is withheld, rounded or not named."""

from itertools import combinations

import numpy as np
import pytest

from data.analysis import index_bounds
from data.analysis.index_bounds import Share, bounds, equal_suppliers, market

CASES = 20_000


def _exact(*shares):
    return [Share(share, share, share) for share in shares]


def _printed(*shares):
    return [Share(share, max(0, share - 0.5), min(100, share + 0.5)) for share in shares]


@pytest.mark.parametrize("n", [1, 2, 3, 4, 7, 10, 100])
def test_equal_suppliers_have_ten_thousand_divided_by_their_number(n):
    low, high = bounds(market(_exact(*[100 / n] * n)))
    assert low == pytest.approx(10_000 / n)
    assert high == pytest.approx(10_000 / n)
    assert equal_suppliers(low, high) == pytest.approx((n, n))


@pytest.mark.parametrize("shown", [_exact, _printed])
@pytest.mark.parametrize("shares", [(60, 20, 10, 5), (40, 30, 20, 10), (25, 25, 25, 15, 1), (81, 1, 1, 1)])
def test_merging_two_suppliers_never_lowers_a_bound(shown, shares):
    before = bounds(market(shown(*shares)))
    for merged in combinations(range(len(shares)), 2):
        others = [share for place, share in enumerate(shares) if place not in merged]
        after = bounds(market(shown(*others, sum(shares[place] for place in merged))))
        assert after[0] >= before[0]
        assert after[1] >= before[1]


def test_order_of_the_suppliers_is_of_no_matter():
    assert bounds(market(_printed(6, 55, 12, 8))) == bounds(market(_printed(55, 12, 8, 6)))


def test_suppliers_of_nothing_are_none():
    assert bounds(market(_exact(70, 0, 20))) == bounds(market(_exact(70, 20)))


def test_more_than_the_whole_is_taken_as_a_whole_of_its_own():
    # 80 and 40 of 120 are 66.7 and 33.3 percent: (4 + 1) / 9 of 10,000.
    assert bounds(market(_exact(80, 40))) == pytest.approx((5555.56, 5555.56), abs=0.01)


def test_one_that_is_named_without_a_figure_may_hold_all_that_is_left():
    assert bounds(market(_exact(50, 10), is_open=True)) == pytest.approx((2600, 2600 + 40**2))
    assert bounds(market(_exact(50, 10))) == pytest.approx((2600, 2600 + 4 * 10**2))


def _true_shares(random):
    """Shares of up to twelve suppliers, alike or far apart, largest first, in percent."""
    sizes = random.gamma(random.choice([0.2, 1.0, 5.0]), size=random.integers(1, 13)) + 1e-6
    return np.sort(sizes / sizes.sum() * 100)[::-1]


def _holds(truth, found):
    low, high = found
    index = float((truth**2).sum())
    return low - 1e-6 <= index <= high + 1e-6


def test_bounds_hold_the_truth_in_twenty_thousand_random_markets():
    random = np.random.default_rng(1)
    for _ in range(CASES):
        truth = _true_shares(random)
        named = list(truth[: random.integers(1, len(truth) + 1)])
        is_open = bool(random.integers(2)) and len(named) > 1
        if is_open:
            named.pop(random.integers(len(named)))
        shown = _printed(*np.round(named)) if random.integers(2) else _exact(*named)
        assert _holds(truth, bounds(market(shown, is_open=is_open))), (truth, shown, is_open)


def _largest_there_may_be(random, printed, is_open):
    """Shares as printed, but each as far off as rounding lets it be, and the unnamed as large as they may be."""
    truth = printed + random.choice([-0.499, 0.499], size=len(printed))
    rest = 100 - truth.sum()
    if rest < 0:
        return None
    cap = rest if is_open else truth.min()
    parts = int(rest // cap) if cap else 0
    return np.append(truth, [*[cap] * parts, rest - parts * cap])


def test_bounds_hold_where_rounding_goes_as_far_as_it_can():
    random = np.random.default_rng(2)
    tried = 0
    while tried < 5_000:
        printed = np.sort(random.integers(1, 60, size=random.integers(1, 7)))[::-1].astype(float)
        is_open = bool(random.integers(2))
        truth = _largest_there_may_be(random, printed, is_open) if printed.sum() <= 100 else None
        if truth is None:
            continue
        tried += 1
        assert _holds(truth, bounds(market(_printed(*printed), is_open=is_open))), (truth, printed, is_open)


def test_no_bound_is_beyond_one_supplier():
    assert bounds(market([Share(99, 99, 100)])) == (99**2, index_bounds.MOST)
