"""How few suppliers a market has: the Herfindahl-Hirschman index between bounds, with how much of the market is named.

Where less than four fifths are named nothing is said of it but that: with the rest unknown, the bounds would lie too
far apart to mean anything. What the bounds are made of stands in `index_bounds.py`."""

from math import fsum, isnan

import pandas as pd

from data.analysis import index_bounds, suppliers
from data.analysis.index_bounds import Market, Share
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT
from data.subjects.fullness import ENOUGH_PCT

COLUMNS = ["mineral", "basis", "form", "period", "hhi_low", "hhi_high", "coverage_pct", "listed_n", "withheld_n"]
COLUMNS += ["rule", "status", "source_id", "locator"]
# What the status says: bounds are there, or why they are not.
BOUNDED, TOO_LITTLE, NO_TOTAL = "bounded", "too_little_named", "no_total"
# The printed total leaves out the United States, whose figure is withheld: no bound would hold the truth.
PARTIAL = "total_without_us"
# What the rule says of the unnamed: as large as the smallest named one at most; one of them may have all of it; there
# are none; there are none, and the named add up to more than the printed whole, so that their sum is taken.
IN_PARTS, IN_ONE, NO_REST, SUM = "rest_in_parts", "rest_in_one", "no_rest", "sum_of_listed"
WITHHELD = "withheld"


@kept()
def every() -> pd.DataFrame:
    """The concentration of every market, world output first. Columns COLUMNS.

    `coverage_pct` is what the named add up to, over 100 where that is more than the printed whole; `listed_n` counts
    those with a share of it, `withheld_n` those whose figure is withheld."""
    frames = [_of_basis(basis) for basis in suppliers.BASES]
    return pd.concat(frames, ignore_index=True)[COLUMNS]


def _of_basis(basis: str) -> pd.DataFrame:
    by_market, markets = suppliers.by_market(basis), suppliers.markets(basis)
    keys = zip(markets["mineral"], markets["form"], strict=True)
    found = [
        _measured(by_market[key], is_partial=is_partial)
        for key, is_partial in zip(keys, markets["is_partial"], strict=True)
    ]
    return markets.join(pd.DataFrame(found, index=markets.index))


def _measured(rows: pd.DataFrame, *, is_partial: bool) -> dict[str, object]:
    """Bounds, coverage, counts, rule and status of one market."""
    statuses = rows["status"].tolist()
    listed = [share for share in rows["share_pct"].tolist() if share > 0]
    named = fsum(listed) if listed else float("nan")
    found = {
        "hhi_low": float("nan"),
        "hhi_high": float("nan"),
        "coverage_pct": named,
        "listed_n": len(listed),
        "withheld_n": statuses.count(WITHHELD),
        "rule": "",
        "status": LEFT_OUT if LEFT_OUT in statuses else _status(named, is_partial=is_partial),
    }
    if found["status"] == BOUNDED:
        market = of_suppliers(rows)
        found["hhi_low"], found["hhi_high"] = index_bounds.bounds(market)
        found["rule"] = _rule(market, named)
    return found


def _status(named: float, *, is_partial: bool) -> str:
    if isnan(named):
        return NO_TOTAL
    if is_partial:
        return PARTIAL
    return BOUNDED if named >= ENOUGH_PCT else TOO_LITTLE


def _rule(market: Market, named: float) -> str:
    if named > index_bounds.WHOLE + index_bounds.SLACK:
        return SUM
    if market.rest <= index_bounds.SLACK:
        return NO_REST
    return IN_ONE if market.is_open else IN_PARTS


def of_suppliers(rows: pd.DataFrame) -> Market:
    """The market of these suppliers; open where one of them is named without a figure."""
    figures = (rows[column].tolist() for column in ("share_pct", "low_pct", "high_pct"))
    shares = [Share(*row) for row in zip(*figures, strict=True)]
    known = [share for share in shares if not isnan(share.pct)]
    return index_bounds.market(known, is_open=len(known) < len(shares))


def of(mineral: str, basis: str, form: str | None = None) -> pd.DataFrame:
    """The one row of a market, of its headline form where none is named. Columns COLUMNS.

    Raises UnknownId for a basis, mineral or form without a market."""
    wanted = suppliers.of(mineral, basis, form)["form"].iloc[0]
    rows = every()
    is_it = (rows["mineral"] == mineral) & (rows["basis"] == basis) & (rows["form"] == wanted)
    return rows[is_it].reset_index(drop=True)
