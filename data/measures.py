"""What the tables say where a claim is tested: the figure of an indicator for the claim's countries and years."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from data import indicators
from data.subject import joined_ids, weakest

Row = dict[Hashable, Any]
# Tables of reserves leave small holders out; with four fifths of the world listed the first places hold.
WHOLE_PCT = 80.0


@dataclass(frozen=True)
class Measured:
    """A figure with its unit, the year it stands for (the last of several), its status and sources.

    `series` has one number per year, `word` the standing of a membership, `editions` the same cell in other editions
    or bases."""

    value: float
    unit: str
    year: int
    status: str
    source_id: str
    series: tuple[float, ...] = ()
    word: str = ""
    editions: tuple["Measured", ...] = field(default=())


def measure(indicator_id: str, claim: Row) -> Measured | None:
    """The figure that tests a claim; None unless every country and year asked for has one. Raises UnknownId."""
    relation = claim["test_relation"]
    if relation == "first_year":
        return _first_year(indicator_id, claim)
    cells = _cells(indicator_id, claim)
    if cells is None:
        return None
    if relation == "member":
        return _standing(cells)
    if relation == "rank":
        return _rank(indicator_id, claim, cells)
    series = cells.groupby("year")["value"].sum().astype("float64")
    is_total = relation in ("equal", "at_least", "at_most")
    value = float(series.sum()) if is_total else float(series.iloc[-1])
    return Measured(
        value=value,
        unit=indicators.get(indicator_id).unit,
        year=int(series.index[-1]),
        status=weakest(cells["status"]),
        source_id=joined_ids(cells["source_id"]),
        series=tuple(series),
        editions=_editions(indicator_id, claim) if claim["test_editions"] else (),
    )


def _countries(claim: Row) -> list[str]:
    return list(claim["test_iso3"].split(";"))


def _years(claim: Row) -> list[int]:
    last = int(claim["test_year"])
    return list(range(int(claim["test_from_year"] or last), last + 1))


def _cells(indicator_id: str, claim: Row) -> pd.DataFrame | None:
    """Values of the countries and years of a claim; None unless all are there."""
    frame = indicators.values(indicator_id)
    countries, years = _countries(claim), _years(claim)
    rows = frame[frame["iso3"].isin(countries) & frame["year"].isin(years) & frame["value"].notna()]
    return rows if len(rows) == len(countries) * len(years) else None


def _standing(cells: pd.DataFrame) -> Measured:
    """The standing of one country in a forum."""
    row = cells.iloc[-1]
    return Measured(
        float("nan"), "membership", int(row["year"]), str(row["status"]), str(row["source_id"]), word=str(row["value"])
    )


def _rank(indicator_id: str, claim: Row, cells: pd.DataFrame) -> Measured | None:
    """The rank an edition prints; for other figures the place among the countries listed for that year.

    Countries with the same figure are on the same place. A list that leaves countries out can only flatter: where it is
    not known to hold most of the world, a place as good as the one claimed proves nothing, and there is none."""
    row, one = cells.iloc[-1], indicators.get(indicator_id)
    place = float(row["value"])
    if one.kind != "rank":
        listed = indicators.values(indicator_id, int(row["year"]))["value"]
        place = 1.0 + float((listed > place).sum())
        is_whole = one.unit == "percent" and float(listed.sum()) >= WHOLE_PCT
        if not is_whole and place <= float(claim["claimed_value"]):
            return None
    editions = _editions(indicator_id, claim) if claim["test_editions"] else ()
    return Measured(place, "rank", int(row["year"]), str(row["status"]), str(row["source_id"]), editions=editions)


def _editions(indicator_id: str, claim: Row) -> tuple[Measured, ...]:
    """The same cell in the other editions on record, as far as they print it in the same unit."""
    unit, year = indicators.get(indicator_id).unit, int(claim["test_year"])
    records = indicators.alternatives(indicator_id, _countries(claim)[0], year)
    rows = records[~records["preferred"] & (records["unit"] == unit) & records["value"].notna()]
    return tuple(
        Measured(float(row["value"]), unit, year, str(row["status"]), str(row["source_id"]))
        for row in rows.to_dict("records")
    )


def _first_year(indicator_id: str, claim: Row) -> Measured | None:
    frame = indicators.values(indicator_id)
    rows = frame[frame["iso3"].isin(_countries(claim)) & frame["value"].notna()]
    if rows.empty:
        return None
    first = rows[rows["year"] == rows["year"].min()]
    year = int(first["year"].iloc[0])
    return Measured(float(year), "year", year, weakest(first["status"]), joined_ids(first["source_id"]))
