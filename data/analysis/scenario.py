"""What if Central Asia sold the United States a part of what another country sells it now: the index of that market.

A part of one supplier's sales, 0 to 100 percent, is taken over by Central Asia: as one supplier, with what its
countries sell already, or as the countries that produce the mineral now, each by its present output. All else stays:
quantities, prices, the other suppliers, the unnamed. The index falls while one large supplier becomes two, and rises
again when the newcomer is the large one."""

from dataclasses import dataclass, replace
from math import isnan

import pandas as pd

from data.analysis import concentration, index_bounds, present_output, suppliers
from data.analysis.index_bounds import Market, Share
from data.faults import UnknownId
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, joined_ids

AS_ONE, AS_FIVE = "one", "five"
WAYS = (AS_ONE, AS_FIVE)
PARTS = tuple(range(101))
CENTRAL_ASIA = "C5"
COLUMNS = ["mineral", "basis", "form", "period", "from_supplier", "taken_as", "x_pct", "hhi_low", "hhi_high"]
COLUMNS += ["coverage_pct", "rule", "status", "source_id", "locator"]
# Why there is no curve: the market is refused (statuses of `concentration.py`), or one of these.
NOBODY, NO_OUTPUT = "nobody_to_replace", "no_output"
NOTHING = Share(0.0, 0.0, 0.0)


@dataclass(frozen=True)
class Best:
    """The part with the lowest index, its bounds, and whether the index is higher again when all is taken over."""

    x_pct: int
    hhi_low: float
    hhi_high: float
    rises_again: bool


@kept()
def sellers(mineral: str, form: str | None = None) -> tuple[str, ...]:
    """Countries whose sales may be taken over: those named for a form, Central Asia left out, the largest first.

    Raises UnknownId."""
    named = suppliers.of(mineral, suppliers.US_IMPORTS, form)
    return tuple(iso3 for iso3 in named["supplier"] if iso3 not in C5)


@kept(256)
def of(mineral: str, form: str | None = None, from_supplier: str | None = None, taken_as: str = AS_ONE) -> pd.DataFrame:
    """The index for every part taken over from a supplier, the largest where none is named. Columns COLUMNS.

    Where there is none, one row without a part that says why in its status. Raises UnknownId."""
    before = concentration.of(mineral, suppliers.US_IMPORTS, form)
    wanted = before["form"].iloc[0]
    known = sellers(mineral, wanted)
    if from_supplier and from_supplier not in known:
        raise UnknownId("supplier", from_supplier, list(known))
    if taken_as not in WAYS:
        raise UnknownId("way", taken_as, list(WAYS))
    loser = from_supplier or next(iter(known), "")
    parts = _output_parts(mineral) if taken_as == AS_FIVE else {CENTRAL_ASIA: 1.0}
    status = _status(before["status"].iloc[0], loser, parts)
    rows = _curve(mineral, wanted, loser, parts) if status == concentration.BOUNDED else [_none()]
    own = before.drop(columns=["hhi_low", "hhi_high"]).iloc[[0] * len(rows)].reset_index(drop=True)
    found = own.join(pd.DataFrame(rows)).assign(from_supplier=loser, taken_as=taken_as, status=status)
    if taken_as == AS_FIVE:
        found["source_id"] = joined_ids([before["source_id"].iloc[0], *present_output.of(mineral)["source_id"]])
    return found[COLUMNS]


def _status(market: str, loser: str, parts: dict[str, float]) -> str:
    if market != concentration.BOUNDED:
        return market
    if not loser:
        return NOBODY
    if not parts:
        return NO_OUTPUT
    return LEFT_OUT if any(map(isnan, parts.values())) else concentration.BOUNDED


def _none() -> dict[str, float]:
    return {"x_pct": float("nan"), "hhi_low": float("nan"), "hhi_high": float("nan")}


def _output_parts(mineral: str) -> dict[str, float]:
    """Each country's part of what the five produce of a mineral now; empty where nothing is on record, not a number
    where a figure was taken out for its licence."""
    output = present_output.of(mineral).set_index("iso3")["value"]
    return {
        iso3: value / output.sum(skipna=False) for iso3, value in zip(output.index.astype(str), output, strict=True)
    }


def _curve(mineral: str, form: str, loser: str, parts: dict[str, float]) -> list[dict[str, float]]:
    rows = suppliers.of(mineral, suppliers.US_IMPORTS, form)
    market = concentration.of_suppliers(rows)
    positive = rows[rows["share_pct"] > 0]
    shares = dict(zip(positive["supplier"], market.shares, strict=True))
    found = []
    for part in PARTS:
        low, high = index_bounds.bounds(swapped(market, shares, loser, parts, part / 100))
        found.append({"x_pct": part, "hhi_low": low, "hhi_high": high})
    return found


def swapped(market: Market, shares: dict[str, Share], loser: str, parts: dict[str, float], part: float) -> Market:
    """The market after a part (0 to 1) of the loser's share went to others, each with its part of that.

    What Central Asia sells already is joined to what it takes over. The unnamed, and what none of them can exceed, stay
    as they are; at 0 so does everything."""
    if part == 0:
        return market
    lost = shares[loser]
    after = {**shares, loser: _resized(lost, lost.pct * (1 - part))}
    if CENTRAL_ASIA in parts:
        before = [after.pop(iso3) for iso3 in C5 if iso3 in after]
        after[CENTRAL_ASIA] = _added(_sum(before), lost, part)
    else:
        after |= {iso3: _added(after.get(iso3, NOTHING), lost, part * own) for iso3, own in parts.items()}
    return replace(market, shares=tuple(share for share in after.values() if share.pct > 0))


def _sum(shares: list[Share]) -> Share:
    return Share(sum(one.pct for one in shares), sum(one.low for one in shares), sum(one.high for one in shares))


def _resized(lost: Share, pct: float) -> Share:
    """A part of a share, as uncertain as the whole."""
    return Share(pct, pct - (lost.pct - lost.low), pct + (lost.high - lost.pct))


def _added(own: Share, lost: Share, part: float) -> Share:
    """A share that takes over a part of another, as uncertain as the lost one, or as both where that is more."""
    pct = own.pct + lost.pct * part
    below = max(lost.pct - lost.low, own.pct - own.low + part * (lost.pct - lost.low))
    above = max(lost.high - lost.pct, own.high - own.pct + part * (lost.high - lost.pct))
    return Share(pct, pct - below, pct + above)


def best(curve: pd.DataFrame) -> Best | None:
    """Where on a curve the index is lowest, the smallest such part; None where there is no curve."""
    known = curve.dropna(subset=["x_pct"])
    if known.empty:
        return None
    middle = (known["hhi_low"] + known["hhi_high"]).round(6)
    lowest = known.iloc[int(middle.to_numpy().argmin())]
    rises_again = bool(middle.iloc[-1] > middle.min())
    return Best(int(lowest["x_pct"]), float(lowest["hhi_low"]), float(lowest["hhi_high"]), rises_again)
