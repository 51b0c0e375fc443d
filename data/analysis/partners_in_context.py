"""The United States beside China, Russia, the European Union and Turkey in the trade of one of the five, by year.

One side's books to a series: the country's own where they have a full year, else those of its partners, each of which
books its own trade. A share is one of the total that the country itself prints for the same flow and coverage; the
books of partners have no such total, so there is none. What the total holds beyond those told is the rest."""

import math
from collections.abc import Iterator
from typing import Any

import pandas as pd

from data.analysis import flow_selection
from data.analysis.flow_selection import HOME_FLOWS, FlowSelection
from data.faults import UnknownId
from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, joined_ids, weakest
from data.subjects import fullness, partner_totals, partner_trade
from data.subjects.partner_trade import MIRROR, OWN

DIRECTIONS = tuple(HOME_FLOWS)
COUNTRIES = ("USA", "CHN", "RUS", "TUR")
# The European Union as a table prints it: the second with the United Kingdom.
EU, EU_BEFORE = "EU27", "EU28"
UNTOLD, REST = "XXX", "REST"
NOT_REPORTED, NO_TOTAL = "not_reported", "no_total"
COLUMNS = ["iso3", "direction", "side", "year", "partner", "value_usd", "total_usd", "share_pct"]
COLUMNS += ["rank", "rank_last", "named", "includes", "status", "coverage", "source_id", "reporter", "basis"]
TEXTS = ("includes", "coverage", "source_id", "reporter", "basis")
FIGURES = ("value_usd", "total_usd", "share_pct", "rank", "rank_last")

Cell = dict[str, Any]


def side_of(iso3: str, direction: str) -> str:
    """Whose books the series is of: the country's own where they have a full year, else those of its partners."""
    return OWN if _full_years(iso3, direction, OWN) else MIRROR


def _full_years(iso3: str, direction: str, side: str) -> list[int]:
    set_id = next(one for one, of in partner_trade.SETS.items() if of == side)
    found = flow_selection.fullnesses(FlowSelection(set_id, iso3, direction))
    return sorted(year for year, one in found.items() if one.is_full)


@kept(64)
def of(iso3: str, direction: str = "both") -> pd.DataFrame:
    """One row per full year and partner: those of COUNTRIES, the European Union, what is booked under no country where
    the table has it, and the rest. Columns COLUMNS, money in current US dollars. Raises UnknownId.

    A partner without a figure is a row without one (`not_reported`), and part of the rest, which names it in
    `includes`; without a total of the same books the rest is not known (`no_total`), nor is any share or rank. `rank`
    is the place among the `named` countries, `rank_last` the place were all that no country is named for countries a
    little larger."""
    if iso3 not in C5:
        raise UnknownId("country of the five", iso3, list(C5))
    if direction not in DIRECTIONS:
        raise UnknownId("direction", direction, list(DIRECTIONS))
    side = side_of(iso3, direction)
    years = set(_full_years(iso3, direction, side))
    flows = [_booked(iso3, side, flow) for flow in HOME_FLOWS[direction]]
    rows = [row for year in sorted(years) for row in _of_year([by_year.get(year, {}) for by_year in flows], year)]
    found = pd.DataFrame([{"iso3": iso3, "direction": direction, "side": side, **row} for row in rows], columns=COLUMNS)
    return found.fillna(dict.fromkeys(TEXTS, ""))


def _booked(iso3: str, side: str, flow: str) -> dict[int, dict[str, Cell]]:
    """What is on record of one flow by year and partner, statistics only; the total under WLD."""
    rows = partner_trade.drawn(side, flow)
    rows = rows[(rows["home"] == iso3) & fullness.is_statistic(rows)]
    parts = [rows.assign(partner=rows["other"])]
    if side == OWN:
        table = tables.load(partner_trade.TABLE)
        is_group = table["partner"].isin([EU, EU_BEFORE, UNTOLD]) & table["preferred"] & fullness.is_statistic(table)
        groups = table[is_group & (table["reporter"] == iso3) & (table["flow"] == flow)]
        totals = partner_totals.beside(rows.assign(flow=flow), ["home", "other", "year"])
        totals = totals.drop_duplicates(["year", "coverage"]).drop(columns=["value", "status", "source_id", "basis"])
        totals = totals.rename(columns=lambda name: name.removesuffix("_total")).assign(partner="WLD")
        totals = totals.loc[:, ~totals.columns.duplicated(keep="last")]
        parts += [groups.assign(value=groups["value_usd"]), totals]
    found: dict[int, dict[str, Cell]] = {}
    wanted = ["year", "partner", "value", "status", "coverage", "source_id", "reporter", "basis"]
    for year, partner, *rest in pd.concat([part[wanted] for part in parts]).itertuples(index=False, name=None):
        found.setdefault(int(year), {})[str(partner)] = dict(zip(wanted[2:], rest, strict=True))
    return found


def _of_year(flows: list[dict[str, Cell]], year: int) -> Iterator[Cell]:
    """The rows of a year; exports and imports together where both are on record and count the same."""
    booked = flows[0] if len(flows) == 1 else _together(*flows)
    total = booked.pop("WLD", None)
    named = {one: cell["value"] for one, cell in booked.items() if one not in (EU, EU_BEFORE, UNTOLD)}
    if total and any(cell["coverage"] != total["coverage"] for cell in booked.values()):
        total = None
    union = EU_BEFORE if EU_BEFORE in booked else EU
    shown = [*COUNTRIES, union, *([UNTOLD] if UNTOLD in booked else [])]
    for partner in shown:
        cell = booked.get(partner, {"value": float("nan"), "status": NOT_REPORTED})
        yield {"year": year, "partner": partner, **_shared(cell, total), **_placed(partner, named, total)}
    yield {"year": year, "partner": REST, **_rest({one: booked[one] for one in shown if one in booked}, shown, total)}


def _together(first: dict[str, Cell], second: dict[str, Cell]) -> dict[str, Cell]:
    found = {}
    for partner in first.keys() & second.keys():
        both = first[partner], second[partner]
        if both[0]["coverage"] == both[1]["coverage"]:
            joined = {name: joined_ids([one[name] for one in both]) for name in ("source_id", "reporter", "basis")}
            value, status = both[0]["value"] + both[1]["value"], weakest(one["status"] for one in both)
            found[partner] = {**joined, "value": value, "status": status, "coverage": both[0]["coverage"]}
    return found


def _shared(cell: Cell, total: Cell | None) -> Cell:
    """The value of a partner, and its share where there are both; sources are those of what is told."""
    made = {**cell, "value_usd": cell["value"], "share_pct": float("nan"), "includes": ""}
    made["total_usd"] = total["value"] if total else float("nan")
    if total and pd.notna(cell["value"]) and total["value"]:
        made["share_pct"] = cell["value"] / total["value"] * 100
        made["status"] = weakest((cell["status"], total["status"]))
        made |= {name: joined_ids((cell[name], total[name])) for name in ("source_id", "basis")}
    return made


def _placed(partner: str, named: dict[str, float], total: Cell | None) -> Cell:
    """The first and the last place that a country can have; none without a total, for then anyone may be missing."""
    value, known = named.get(partner, float("nan")), list(named.values())
    unnamed = total["value"] - sum(known) if total else float("nan")
    if pd.isna(value) or pd.isna(unnamed) or value <= 0:
        return {"rank": float("nan"), "rank_last": float("nan"), "named": len(known)}
    first = 1 + sum(one > value for one in known)
    larger = max(math.ceil(unnamed / value) - 1, 0)
    return {"rank": float(first), "rank_last": float(first + larger), "named": len(known)}


def _rest(told: dict[str, Cell], shown: list[str], total: Cell | None) -> Cell:
    """What the total holds beyond the partners told; those without a figure are in it."""
    includes = ";".join(one for one in shown if one not in told)
    gaps = dict.fromkeys(("rank", "rank_last", "value_usd"), float("nan"))
    row = {"includes": includes, "named": 0, **gaps}
    if total is None:
        return {**row, "total_usd": float("nan"), "share_pct": float("nan"), "status": NO_TOTAL}
    value = total["value"] - sum(cell["value"] for cell in told.values())
    parts = [*told.values(), total]
    status = weakest(cell["status"] for cell in parts)
    joined = {name: joined_ids([cell[name] for cell in parts]) for name in ("source_id", "reporter", "basis")}
    row |= {**joined, "coverage": total["coverage"], "total_usd": total["value"], "value_usd": value}
    return {**row, "share_pct": value / total["value"] * 100, "status": LEFT_OUT if pd.isna(value) else status}
