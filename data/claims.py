"""Claims of officials, companies and the press beside the statistics that test them; verdicts are computed, never kept.

A claim names the indicator that tests it, the countries and years, and how number and figure should stand to each other
(its relation). The verdict follows by rule: supported, roughly, not_supported, contradicted, not_checkable (no series,
no number, or only the same statement), forecast. A figure that is itself only a claim, a measure that is not quite the
same, or another edition or side of the trade can't do better than roughly."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import Any

import pandas as pd

from data import tables
from data.measures import Measured, measure
from data.subject import joined_ids

TABLE = "claims"
COLUMNS = [
    "claim_id",
    "speaker",
    "date",
    "claim",
    "claimed_value",
    "unit",
    "value",
    "year",
    "difference_pct",
    "verdict",
    "source_id",
]
# Speech rounds: 25 for 24 percent, 1 for 1.05 billion. Five percent is what rounding to one or two digits can cost.
CLOSE_PCT = 5.0
# Beyond rounding, but of the same size: another month, another edition, services in or out move a figure this much.
ROUGH_PCT = 20.0
# Half or double is no matter of definition any more: the figure says something else.
FACTOR = 2.0
# One place off is a matter of the edition; a rank twice as far down and two places off is another rank.
PLACES = 2

# A measure that is near but not the same can neither bear a claim out nor turn it into its opposite.
BY_PROXY = {"supported": "roughly", "contradicted": "not_supported"}

Row = dict[Hashable, Any]
Judge = Callable[[float, Measured], str]


@dataclass(frozen=True)
class Verdict:
    """A verdict by its word, why (an id), what was measured, and how far the claim is off in percent of it."""

    word: str
    reason: str
    measured: Measured | None = None
    difference_pct: float | None = None


def difference_pct(claimed: float, value: float) -> float | None:
    """How far a claimed number is off, in percent of the measured one; None where that is zero."""
    return (claimed - value) / abs(value) * 100 if value else None


def _by_size(claimed: float, value: float) -> str:
    off = difference_pct(claimed, value)
    if off is None:
        return "supported" if claimed == value else "contradicted"
    if abs(off) <= CLOSE_PCT:
        return "supported"
    if abs(off) <= ROUGH_PCT:
        return "roughly"
    return "contradicted" if claimed / value >= FACTOR or claimed / value <= 1 / FACTOR else "not_supported"


def _equal(claimed: float, measured: Measured) -> str:
    return _by_size(claimed, measured.value)


def _at_least(claimed: float, measured: Measured) -> str:
    if measured.value >= claimed:
        return "supported"
    by_size = _by_size(claimed, measured.value)
    return "roughly" if by_size == "supported" else by_size


def _at_most(claimed: float, measured: Measured) -> str:
    if measured.value <= claimed:
        return "supported"
    by_size = _by_size(claimed, measured.value)
    return "roughly" if by_size == "supported" else by_size


def _rank(claimed: float, measured: Measured) -> str:
    off = abs(claimed - measured.value)
    if off == 0:
        return "supported"
    ratio = max(claimed, measured.value) / min(claimed, measured.value)
    return "contradicted" if off >= PLACES and ratio >= FACTOR else "not_supported"


def _first_year(claimed: float, measured: Measured) -> str:
    return "supported" if claimed == measured.value else "not_supported"


def _negative(_claimed: float, measured: Measured) -> str:
    below = [one < 0 for one in measured.series]
    return "supported" if all(below) else "not_supported" if any(below) else "contradicted"


def _growing(_claimed: float, measured: Measured) -> str:
    series = measured.series
    if all(later > earlier for earlier, later in pairwise(series)):
        return "supported"
    return "roughly" if series[-1] > series[0] else "contradicted"


def _member(_claimed: float, measured: Measured) -> str:
    """An accession that was announced and not signed bears the claim out no further than roughly."""
    return {"member": "supported", "announced": "roughly"}.get(measured.word, "not_supported")


JUDGES: dict[str, Judge] = {
    "equal": _equal,
    "at_least": _at_least,
    "at_most": _at_most,
    "rank": _rank,
    "first_year": _first_year,
    "negative": _negative,
    "growing": _growing,
    "member": _member,
}
# These ask for a direction or a standing, not for a size, so the claim needs no number.
WITHOUT_NUMBER = ("negative", "growing", "member")
WITHOUT_DIFFERENCE = ("rank", "first_year", *WITHOUT_NUMBER)


@cache
def _claims() -> list[Row]:
    frame = tables.load(TABLE)
    return frame.astype("object").where(frame.notna(), None).to_dict("records")


def verdict(claim: Row) -> Verdict:
    """The verdict on a row of the table. Raises UnknownId where its indicator is not there."""
    if claim["is_forecast"]:
        return Verdict("forecast", "future")
    if claim["test_indicator"] is None:
        return Verdict("not_checkable", "no_series")
    if claim["claimed_value"] is None and claim["test_relation"] not in WITHOUT_NUMBER:
        return Verdict("not_checkable", "no_number")
    found = [measure(one, claim) for one in claim["test_indicator"].split(";")]
    measured = [one for one in found if one is not None]
    if not measured:
        return Verdict("not_checkable", "no_value")
    independent = [one for one in measured if not set(one.source_id.split(";")) <= {claim["source_id"]}]
    if not independent:
        return Verdict("not_checkable", "same_statement", measured[0])
    return _best(claim, independent)


def _best(claim: Row, measured: list[Measured]) -> Verdict:
    """The verdict by the first measure; roughly where only another side, measure or edition bears it out."""
    first = _judged(claim, measured[0])
    if first.word in ("supported", "roughly"):
        return first
    others = [*measured[1:], *(one for one in measured[0].editions if one.source_id != claim["source_id"])]
    if any(_judged(claim, one).word in ("supported", "roughly") for one in others):
        return replace(first, word="roughly", reason="another_measure")
    return first


def _judged(claim: Row, measured: Measured) -> Verdict:
    relation = claim["test_relation"]
    claimed = float(claim["claimed_value"] or 0)
    word = JUDGES[relation](claimed, measured)
    off = None if relation in WITHOUT_DIFFERENCE else difference_pct(claimed, measured.value)
    if word == "supported" and measured.status == "claim":
        return Verdict("roughly", "only_claimed", measured, off)
    if claim["test_is_proxy"] and word in BY_PROXY:
        return Verdict(BY_PROXY[word], "proxy", measured, off)
    return Verdict(word, "measured", measured, off)


def verdicts() -> pd.DataFrame:
    """All claims with their verdicts, one row per claim, columns as COLUMNS and `reason`; missing is NaN or None.

    `value` and `claimed_value` are both in `unit`; `value` is a word for a standing in a forum. `difference_pct` is how
    far the claim is off, in percent of the value. `source_id` names the source of the claim, then those of `value`."""
    made = []
    for claim in _claims():
        found = verdict(claim)
        measured = found.measured
        ids = [claim["source_id"], *([measured.source_id] if measured else [])]
        made.append(
            {
                **{key: claim[key] for key in ("claim_id", "speaker", "date", "claim", "claimed_value")},
                "unit": measured.unit if measured and claim["claimed_value"] is None else claim["claimed_unit"],
                "value": (measured.word or measured.value) if measured else None,
                "year": measured.year if measured else None,
                "difference_pct": found.difference_pct,
                "verdict": found.word,
                "source_id": joined_ids(ids),
                "reason": found.reason,
            }
        )
    return pd.DataFrame(made, columns=[*COLUMNS, "reason"]).astype({"year": "Int64"})


def tests() -> set[str]:
    """Ids of all indicators that test a claim."""
    return {one for claim in _claims() for one in (claim["test_indicator"] or "").split(";") if one}


def units_differ() -> list[str]:
    """Ids of claims whose number is not in the unit of the figure that tests it."""
    found = []
    for claim in _claims():
        measured = verdict(claim).measured
        if measured and claim["claimed_value"] is not None and measured.unit != claim["claimed_unit"]:
            found.append(claim["claim_id"])
    return found
