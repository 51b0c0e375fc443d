"""The ladder of deals: what was announced by how far it has come, counted once.

A sum is that of printed values; one that a source prints as the most it may come to stands beside it and is never added
to it. A deal without a value, or with a range, is counted and adds nothing. What is left out stands beside, too: on the
rung that its own stage has, a superseded deal on the row `superseded`, which is no rung."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.analysis import deals
from data.analysis.deals import COUNTED, DAY_UNKNOWN, RUNGS, SUPERSEDED, Asked
from data.package import countries
from data.package.snapshot import kept
from data.package.statuses import CLAIM, joined_ids

NONE = "not_reported"
COUNTS = ["deals", "known_deals", "up_to_deals", "without_value", "left_out", "left_out_elsewhere", "day_unknown"]
FIGURES = ["known_usd", "up_to_usd", "left_out_usd", "day_unknown_usd"]
COLUMNS = ["rung", *COUNTS, *FIGURES, "status", "source_id"]


@dataclass(frozen=True)
class Total:
    """The ladder as a whole: counts, and sums in US dollars, None where no deal has such a value."""

    deals: int
    known_deals: int
    up_to_deals: int
    without_value: int
    left_out: int
    left_out_elsewhere: int
    day_unknown: int
    known_usd: float | None
    up_to_usd: float | None
    left_out_usd: float | None
    day_unknown_usd: float | None


@kept(256)
def ladder(asked: Asked) -> pd.DataFrame:
    """One row per rung, the highest first, then one of what was superseded.

    `deals` are counted: `known_deals` with a value, in sum `known_usd`; `up_to_deals` with one that is the most it may
    come to, in sum `up_to_usd`; the rest `without_value`. `left_out` are those that repeat the money of another or are
    superseded, `left_out_usd` what was announced for them, `left_out_elsewhere` those of them whose money stands with a
    deal that is not asked for. `day_unknown` may have been announced on another day than those asked for, with
    `day_unknown_usd`. A sum of nothing is missing. Columns: COLUMNS."""
    rows = deals.listed(asked)
    rungs = rows["rung"].fillna(SUPERSEDED)
    return pd.DataFrame([_rung(one, rows[rungs == one]) for one in (*RUNGS, SUPERSEDED)], columns=COLUMNS)


def _rung(rung: str, rows: pd.DataFrame) -> dict[str, object]:
    counted = rows[rows["reason"] == COUNTED]
    unsure = rows[rows["reason"] == DAY_UNKNOWN]
    left_out = rows[~rows["reason"].isin((COUNTED, DAY_UNKNOWN))]
    has_value = counted["value_usd"].notna()
    known, up_to = counted[has_value & ~counted["is_up_to"]], counted[has_value & counted["is_up_to"]]
    return {
        "rung": rung,
        "deals": len(counted),
        "known_deals": len(known),
        "up_to_deals": len(up_to),
        "without_value": int((~has_value).sum()),
        "left_out": len(left_out),
        "left_out_elsewhere": int((~left_out["is_repeated_here"].fillna(True)).sum()),
        "day_unknown": len(unsure),
        "known_usd": _sum(known),
        "up_to_usd": _sum(up_to),
        "left_out_usd": _sum(left_out),
        "day_unknown_usd": _sum(unsure),
        "status": CLAIM if len(rows) else NONE,
        "source_id": joined_ids(rows["source_id"]),
    }


def _sum(rows: pd.DataFrame) -> float:
    return float(rows["value_usd"].sum(min_count=1))


@kept(64)
def by_partner(asked: Asked) -> pd.DataFrame:
    """The ladder of each of the five, one row per country and rung. Columns: `iso3`, then COLUMNS."""
    parts = [
        ladder(Asked(iso3, asked.first, asked.last, asked.sector, asked.firm, asked.rung)) for iso3 in countries.C5
    ]
    whole = pd.concat(parts, ignore_index=True)
    whole.insert(0, "iso3", [iso3 for iso3, rows in zip(countries.C5, parts, strict=True) for _ in rows.index])
    return whole


def total(rows: pd.DataFrame) -> Total:
    """What the rows of a ladder come to."""
    counts = {name: int(rows[name].sum()) for name in COUNTS}
    sums: dict[str, Any] = {name: float(rows[name].sum()) if rows[name].notna().any() else None for name in FIGURES}
    return Total(**counts, **sums)
