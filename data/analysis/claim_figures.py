"""What the tables say where a claim is tested: the figure of an indicator for the test's countries and years."""

from dataclasses import dataclass

import pandas as pd

from data import indicators
from data.analysis.claim_tests import ClaimTest
from data.package.statuses import LEFT_OUT, joined_ids, weakest

# Tables of reserves leave small holders out; with four fifths of the world listed the first places hold.
WHOLE_PCT = 80.0
# A window would be chosen by us: a direction is asked of every year on record up to that of the test.
DIRECTIONS = ("growing", "negative")
SUMS = ("equal", "at_least", "at_most")


@dataclass(frozen=True)
class Measured:
    """A figure with its unit, the year it stands for (the last of several), its status, sources and whose books it is.

    `series` has year and number of every year looked at, `word` the standing of a membership. `listed` counts the
    countries among which a place was counted; `is_whole` is false where more of them may stand before it."""

    value: float
    unit: str
    year: int
    status: str
    source_id: str
    reporter: str = ""
    series: tuple[tuple[int, float], ...] = ()
    word: str = ""
    listed: int = 0
    is_whole: bool = True


def measure(test: ClaimTest) -> Measured | None:
    """The figure of a test; None unless every country and year asked for has one. Raises UnknownId."""
    if test.relation == "first_year":
        return _first_year(test)
    cells = _cells(test)
    if cells is None:
        return None
    if test.relation == "member":
        return _standing(cells)
    if test.relation == "rank":
        return _rank(test, cells)
    sums = cells.groupby("year")["value"].sum().astype("float64")
    series = tuple(zip(sums.index.tolist(), sums.tolist(), strict=True))
    if test.relation == "growing" and len(series) == 1:
        return None
    unit, value = indicators.get(test.indicator).unit, series[-1][1]
    if test.relation == "growth":
        unit, value = "percent", (series[-1][1] / series[0][1] - 1) * 100
    elif test.relation in SUMS:
        value = sum(one for _, one in series)
    return _measured(cells, value, unit, series=series)


def is_left_out(test: ClaimTest) -> bool:
    """Whether a figure that a test looks at was taken out of this copy for its licence: then nothing is decided.

    What is left would be another test: fewer years, a shorter list, the other side alone. Raises UnknownId."""
    if test.edition:
        records = indicators.alternatives(test.indicator, test.countries[0], int(test.year or 0))
        return bool(((records["source_id"] == test.edition) & (records["status"] == LEFT_OUT)).any())
    frame = indicators.values(test.indicator)
    gone = frame[frame["status"] == LEFT_OUT]
    if test.relation != "rank":
        gone = gone[gone["iso3"].isin(test.countries)]
    if test.relation == "first_year":
        return not gone.empty
    is_asked = gone["year"] <= test.year
    if test.from_year is not None or test.relation not in DIRECTIONS:
        is_asked &= gone["year"] >= (test.from_year or test.year)
    return bool(is_asked.any())


def _measured(cells: pd.DataFrame, value: float, unit: str, **more: object) -> Measured:
    return Measured(
        value,
        unit,
        int(cells["year"].max()),
        weakest(cells["status"]),
        joined_ids(cells["source_id"]),
        joined_ids(cells["reporter"]),
        **more,  # type: ignore[arg-type]
    )


def _cells(test: ClaimTest) -> pd.DataFrame | None:
    """Values of the countries and years of a test; None unless all are there."""
    frame = indicators.values(test.indicator)
    rows = frame[frame["iso3"].isin(test.countries) & frame["value"].notna() & (frame["year"] <= test.year)]
    rows = rows.sort_values(["year", "iso3"])
    if test.edition:
        return _edition(test, rows)
    if test.relation in DIRECTIONS and test.from_year is None:
        counts = rows.groupby("year")["iso3"].nunique()
        whole = rows[rows["year"].isin(counts.index[counts == len(test.countries)])]
        return whole if len(whole) and int(whole["year"].max()) == test.year else None
    years = [test.from_year or test.year, test.year]
    if test.relation != "growth":
        years = list(range(int(years[0] or 0), int(test.year or 0) + 1))
    rows = rows[rows["year"].isin(years)]
    return rows if len(rows) == len(test.countries) * len(set(years)) else None


def _edition(test: ClaimTest, rows: pd.DataFrame) -> pd.DataFrame | None:
    """The one cell of a test as another edition on record prints it; None where that prints none in the same unit."""
    one, iso3, year = indicators.get(test.indicator), test.countries[0], int(test.year or 0)
    records = indicators.alternatives(one.id, iso3, year)
    is_it = (records["source_id"] == test.edition) & (records["unit"] == one.unit) & records["value"].notna()
    found = records[is_it]
    drawn = rows[rows["year"] == year]["reporter"]
    if len(found) != 1:
        return None
    return found.assign(iso3=iso3, year=year, reporter=drawn.iloc[0] if len(drawn) else "")


def _standing(cells: pd.DataFrame) -> Measured:
    """The standing of one country in a forum."""
    return _measured(cells, float("nan"), "membership", word=str(cells.iloc[-1]["value"]))


def _rank(test: ClaimTest, cells: pd.DataFrame) -> Measured:
    """The rank an edition prints; for other figures the place among the countries listed, year by year.

    Countries with the same figure are on the same place. A list that leaves countries out can only flatter: where it is
    not known to hold most of the world, the place is one among those listed and no more."""
    one = indicators.get(test.indicator)
    if one.kind == "rank":
        series = tuple((int(year), float(value)) for year, value in zip(cells["year"], cells["value"], strict=True))
        return _measured(cells.iloc[-1:], series[-1][1], "rank", series=series)
    places, listed, is_whole = [], 0, False
    for year, value in zip(cells["year"], cells["value"], strict=True):
        others = indicators.values(test.indicator, int(year))["value"].dropna()
        places.append((int(year), 1.0 + float((others > value).sum())))
        listed, is_whole = len(others), one.unit == "percent" and float(others.sum()) >= WHOLE_PCT
    last = cells.iloc[-1:]
    return _measured(last, places[-1][1], "rank", series=tuple(places), listed=listed, is_whole=is_whole)


def _first_year(test: ClaimTest) -> Measured | None:
    frame = indicators.values(test.indicator)
    rows = frame[frame["iso3"].isin(test.countries) & frame["value"].notna()]
    if rows.empty:
        return None
    first = rows[rows["year"] == rows["year"].min()]
    return _measured(first, float(first["year"].iloc[0]), "year")
