"""Between which values the Herfindahl-Hirschman index of a market lies: the sum of the squares of all shares (percent).

It is 10,000 for one supplier and 10,000/n for n equal ones. The lower bound lets the unnamed be countless and tiny;
the upper one lets them be as large as the smallest named supplier, or one supplier alone where one that is named has no
figure. Printed shares are rounded: the upper bound also tries the larger shares that leave the unnamed less."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from math import floor

WHOLE = 100.0
MOST = WHOLE**2
# Shares are sums of decimals: a part that fits but for this fits.
SLACK = 1e-9


@dataclass(frozen=True)
class Share:
    """A share in percent of the market, and between which values it lies."""

    pct: float
    low: float
    high: float


@dataclass(frozen=True)
class Market:
    """Named suppliers with a share, those that none can exceed (`cap`), and what is left for the unnamed (`rest`).

    `spread` is by how much the named may have been printed too low, all together; `is_open` says that a named supplier
    has no figure and may hold all of the rest."""

    shares: tuple[Share, ...]
    rest: float
    cap: Share
    spread: float
    is_open: bool = False


def market(shares: Iterable[Share], *, is_open: bool = False) -> Market:
    """A market by its named suppliers; those without a share of it (zero) are none.

    Shares that add up to more than the whole are taken as shares of their sum; where that may come of rounding, each
    may still be as large as it was printed."""
    found = tuple(share for share in shares if share.pct > 0)
    total = sum(share.pct for share in found)
    if total > WHOLE:
        scale = WHOLE / total
        found = tuple(_scaled(share, scale) for share in found)
    smallest = min(found, key=lambda share: share.pct, default=Share(0, 0, 0))
    spread = sum(share.high - share.pct for share in found)
    return Market(found, max(0.0, WHOLE - total), smallest, spread, is_open)


def _scaled(share: Share, scale: float) -> Share:
    high = share.high if share.high > share.low else share.high * scale
    return Share(share.pct * scale, share.low * scale, high)


def bounds(of: Market) -> tuple[float, float]:
    """Lower and upper bound of the index."""
    low = sum(max(0.0, share.low) ** 2 for share in of.shares)
    high = sum(min(WHOLE, share.high) ** 2 for share in of.shares)
    return low, min(MOST, high + (_in_one(of) if of.is_open else _in_parts(of)))


def _in_parts(of: Market) -> float:
    """The most that unnamed suppliers add, none larger than the smallest named one."""
    return max(_filled(of.rest, of.cap.pct), _filled(of.rest - of.spread, of.cap.high))


def _filled(rest: float, cap: float) -> float:
    """Squares of as many parts of the size of the cap as the rest holds, and of what is left of it."""
    if rest <= 0 or cap <= 0:
        return 0.0
    parts = floor(rest / cap + SLACK)
    return float(parts * cap**2 + (rest - parts * cap) ** 2)


def _in_one(of: Market) -> float:
    """The most that one supplier with all of the rest adds; it has more where small ones were printed too high."""
    lowered = sorted(of.shares, key=lambda share: share.pct)
    gains = accumulate((share.high - share.low for share in lowered), initial=of.rest - of.spread)
    losses = accumulate((share.high**2 - max(0.0, share.low) ** 2 for share in lowered), initial=0.0)
    tried = (max(0.0, rest) ** 2 - loss for rest, loss in zip(gains, losses, strict=True))
    return max(of.rest**2, *tried)


def equal_suppliers(low: float, high: float) -> tuple[float, float]:
    """As if how many equal suppliers: fewest and most, 10,000 divided by the bounds of the index."""
    return MOST / high, MOST / low
