"""What changed between two years of one indicator, and two indicators or years side by side.

A difference is the later figure minus the earlier one, in the indicator's own unit (percentage points between
percentages, places between ranks), or that in percent of the earlier one. It is missing where either figure is, or
where no percentage can be told; its status then says why. Memberships have no difference."""

from dataclasses import dataclass
from decimal import Decimal

import pandas as pd

from data import indicators
from data.faults import UnknownId
from data.package import countries
from data.package.statuses import LEFT_OUT, WHOSE, joined_ids, weakest
from data.subjects import units
from data.subjects.base import RANK
from data.subjects.wording import Text

ABSOLUTE, PERCENT = "absolute", "percent"
CHANGE_KINDS = (ABSOLUTE, PERCENT)
PERCENT_KINDS = ("flow", "stock", "price", "count", "ratio")
NOT_COVERED = "not_covered"
# Why a difference is missing although one of the two years, or both, has a figure.
NO_FIRST, NO_SECOND, NO_BOTH, NO_BASE = "no_first", "no_second", "no_both", "no_base"
PAIR_COLUMNS = [
    "iso3",
    *(f"{side}_{column}" for side in ("first", "second") for column in ("value", "status", "source_id")),
    "change",
    "change_status",
    *(f"{side}_{column}" for side in ("first", "second") for column in WHOSE),
]


@dataclass(frozen=True)
class Side:
    """One of two things that are compared: an indicator in a year."""

    indicator_id: str
    year: int


def is_measured(indicator_id: str) -> bool:
    """Whether figures of an indicator can be subtracted. Raises UnknownId."""
    return indicators.get(indicator_id).kind != "membership"


def change_kinds(indicator_id: str) -> tuple[str, ...]:
    """How a difference can be told: percent only of amounts, not of shares, ranks or balances. Raises UnknownId."""
    one = indicators.get(indicator_id)
    if not is_measured(indicator_id):
        return ()
    return CHANGE_KINDS if one.kind in PERCENT_KINDS and one.unit != "percent" else (ABSOLUTE,)


def display_unit(indicator_id: str, change_kind: str = ABSOLUTE) -> str:
    """The unit in which a difference is shown, by its id. Raises UnknownId."""
    own = indicators.get(indicator_id)
    if change_kind == PERCENT:
        return units.PERCENT
    return {units.PERCENT: units.POINTS, RANK: units.PLACES}.get(own.unit, own.display_unit)


def unit(indicator_id: str, change_kind: str = ABSOLUTE) -> str:
    """The unit of a difference. Raises UnknownId."""
    return units.every()[display_unit(indicator_id, change_kind)].unit


def between(indicator_id: str, year_from: int, year_to: int, change_kind: str = ABSOLUTE) -> pd.DataFrame:
    """Values (see `data/indicators.py`) of what changed from one year to the other, standing at the second.

    Columns as those of Values, one row per country that has a row in either year; status is that of the weaker figure,
    sources are those of both. Raises UnknownId for an indicator, or a kind of change of it, that is not there."""
    if change_kind not in change_kinds(indicator_id):
        raise UnknownId("difference", change_kind, list(change_kinds(indicator_id)))
    both = _both(Side(indicator_id, year_from), Side(indicator_id, year_to))
    columns = (both[f"{side}_{column}"] for side in ("first", "second") for column in ("value", "status"))
    changes = [
        _change(first, before, second, after, change_kind)
        for first, before, second, after in zip(*columns, strict=True)
    ]
    joined = {
        column: [joined_ids(two) for two in zip(both[f"first_{column}"], both[f"second_{column}"], strict=True)]
        for column in ("source_id", *WHOSE)
    }
    return pd.DataFrame(
        {
            "iso3": both["iso3"],
            "year": pd.Series(year_to, index=both.index, dtype="int64"),
            "value": pd.Series([value for value, _ in changes], dtype="float64"),
            "unit": unit(indicator_id, change_kind),
            "status": pd.Series([status for _, status in changes], dtype="str"),
            **{column: pd.Series(ids, dtype="str") for column, ids in joined.items()},
        }
    )


def pair(first: Side, second: Side, change_kind: str = ABSOLUTE) -> pd.DataFrame:
    """Two sides next to each other, columns as PAIR_COLUMNS, the six first, then from the highest first value down; a
    first side of ranks all from the best one on.

    `change` is that from the earlier year to the later one, for two years of one indicator that is measured; it is
    empty, and so is its status, for anything else. A country that one side does not cover is not_covered there."""
    rows = _both(first, second)
    is_same = first.indicator_id == second.indicator_id and first.year != second.year
    if is_same and is_measured(first.indicator_id):
        years = sorted((first.year, second.year))
        change = between(first.indicator_id, years[0], years[1], change_kind)
        rows = rows.merge(
            change[["iso3", "value", "status"]].rename(columns={"value": "change", "status": "change_status"}),
            on="iso3",
            validate="one_to_one",
        )
    else:
        rows = rows.assign(change=float("nan"), change_status="")
    return ordered(rows, first)


def ordered(rows: pd.DataFrame, first: Side) -> pd.DataFrame:
    """Rows of `pair` in their order, columns as PAIR_COLUMNS; a row without a first value stands behind the others."""
    place = rows["iso3"].map({iso3: place for place, iso3 in enumerate(countries.SIX)}).fillna(len(countries.SIX))
    rows = rows.assign(place=place, size=pd.to_numeric(rows["first_value"], errors="coerce"))
    is_rank = indicators.get(first.indicator_id).unit == RANK
    keys, rising = (["size", "iso3"], [True, True]) if is_rank else (["place", "size", "iso3"], [True, False, True])
    return rows.sort_values(keys, ascending=rising, ignore_index=True)[PAIR_COLUMNS]


def mixed(indicator_id: str, year_from: int, year_to: int) -> list[str]:
    """Countries whose figures differ in source, reporter or basis (of the six, or edition): a step may be of that."""
    rows = _both(Side(indicator_id, year_from), Side(indicator_id, year_to))
    rows = rows[rows["first_value"].notna() & rows["second_value"].notna()]
    is_other = (rows["first_source_id"] != rows["second_source_id"]) | _changed(rows)
    return [
        iso3
        for iso3, other in zip(rows["iso3"], is_other, strict=True)
        if other or (iso3 in countries.SIX and _has_other_edition(indicator_id, iso3, year_from, year_to))
    ]


def _changed(rows: pd.DataFrame) -> pd.Series:
    """Rows whose two figures are of another reporter or basis."""
    return (rows["first_reporter"] != rows["second_reporter"]) | (rows["first_basis"] != rows["second_basis"])


def _both(first: Side, second: Side) -> pd.DataFrame:
    """One row per country that either side has, with value, status and sources of both."""
    left, right = (_named(side, name) for side, name in ((first, "first"), (second, "second")))
    rows = left.merge(right, on="iso3", how="outer", validate="one_to_one")
    for side in ("first", "second"):
        rows[f"{side}_status"] = rows[f"{side}_status"].fillna(NOT_COVERED)
        for column in ("source_id", *WHOSE):
            rows[f"{side}_{column}"] = rows[f"{side}_{column}"].fillna("")
    return rows


def _named(side: Side, name: str) -> pd.DataFrame:
    columns = ["value", "status", "source_id", *WHOSE]
    frame = indicators.values(side.indicator_id, side.year)[["iso3", *columns]]
    return frame.rename(columns={column: f"{name}_{column}" for column in columns})


def _change(first: float, first_status: str, second: float, second_status: str, change_kind: str) -> tuple[float, str]:
    """Difference and status of one country."""
    if LEFT_OUT in (first_status, second_status):
        return float("nan"), LEFT_OUT
    gone = pd.isna(first), pd.isna(second)
    if all(gone):
        return float("nan"), first_status if first_status == second_status else NO_BOTH
    if any(gone):
        return float("nan"), NO_FIRST if gone[0] else NO_SECOND
    status = weakest(pd.Series([first_status, second_status]))
    # As decimals: what is printed with two digits differs by a number with two digits.
    change = Decimal(str(float(second))) - Decimal(str(float(first)))
    if change_kind == ABSOLUTE:
        return float(change), status
    return (float(change / Decimal(str(float(first))) * 100), status) if first > 0 else (float("nan"), NO_BASE)


def _has_other_edition(indicator_id: str, iso3: str, year_from: int, year_to: int) -> bool:
    return _editions(indicator_id, iso3, year_from) != _editions(indicator_id, iso3, year_to)


def _editions(indicator_id: str, iso3: str, year: int) -> set[Text | str]:
    """Editions and bases of the drawn records of a cell; an edition named after the year itself is none."""
    records = indicators.alternatives(indicator_id, iso3, year)
    drawn = records[records["preferred"].astype(bool)]
    return {*drawn["vintage"].dropna(), *drawn["basis"].dropna()} - {str(year)}
