"""What inside a drawn series may be no change of the thing itself: jumps, lone spikes, quiet changes of source.

A reader takes a step in a line for something that happened. Here are the steps that may come from the figures: a value
ten times its neighbour in time or a tenth of it, a value five times both its neighbours or a fifth of both, and a
change of publisher, or of the kind of source, where reporter and basis stay (where they change the line breaks, see
`data/analysis/breaks.py`). Each has a row in the table series_notes; a test holds both to each other.

Looked at are series of measured things. Shares, ratios, ranks and balances follow from those; counts and sums of our
own lists of events have no reason to be steady. Money is looked at where one of the values is 25 million or more: below
that one consignment or one grant makes the step. A measure that can be below zero is looked at on one side of it."""

from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from data import indicators
from data.indicators import Indicator
from data.package import sources
from data.package.snapshot import kept
from data.package.statuses import WHOSE
from data.subjects import investment

JUMP, SPIKE = 10.0, 5.0
FLOORS = {"USD": 25e6, "EUR": 25e6}
# Neighbours further away in time are no neighbours.
MOST_YEARS_APART = 2
LEVELS = ("flow", "stock", "price")
WORDS_AND_COUNTS = ("membership", "count", "rank")
LISTS = ("deals",)
Cells = list[tuple[int, float]]


@dataclass(frozen=True)
class Step:
    """A step in the series of a country: its kind (jump, spike or source) and the years of the values that make it."""

    indicator: str
    iso3: str
    kind: str
    years: tuple[int, ...]


def jumps(cells: Cells, floor: float = 0.0) -> list[tuple[int, ...]]:
    """Pairs of neighbouring years whose values differ by the factor of a jump or more; zero makes no jump."""
    return [
        (year, later)
        for (year, value), (later, next_value) in pairwise(cells)
        if later - year <= MOST_YEARS_APART
        and min(abs(value), abs(next_value)) > 0
        and max(abs(value), abs(next_value)) >= max(floor, JUMP * min(abs(value), abs(next_value)))
    ]


def spikes(cells: Cells, floor: float = 0.0) -> list[tuple[int, ...]]:
    """Years whose value is far above both neighbours in time, or far below both, zero included."""
    found: list[tuple[int, ...]] = []
    for (before, first), (year, value), (after, last) in zip(cells, cells[1:], cells[2:], strict=False):
        low, high = sorted((abs(first), abs(last)))
        is_lone = abs(value) >= SPIKE * high > 0 or abs(value) * SPIKE <= low != 0
        is_near = max(year - before, after - year) <= MOST_YEARS_APART
        if is_lone and is_near and max(high, abs(value)) >= floor:
            found.append((year,))
    return found


def quiet_changes(rows: pd.DataFrame) -> list[tuple[int, ...]]:
    """Pairs of neighbouring years of one reporter and basis whose publishers, or kinds of source, are others."""
    figures = [
        (int(row["year"]), tuple(row[one] for one in WHOSE), _printed_by(row["source_id"]))
        for row in rows.to_dict("records")
    ]
    return [
        (before[0], after[0]) for before, after in pairwise(figures) if before[1] == after[1] and before[2] != after[2]
    ]


@kept()
def find(indicator_id: str) -> tuple[Step, ...]:
    """Every step in the drawn series of an indicator, country by country; none where it is not looked at."""
    one = indicators.get(indicator_id)
    if one.kind in WORDS_AND_COUNTS or one.table in LISTS:
        return ()
    values = indicators.values(one.id)
    found: list[Step] = []
    for iso3, rows in values[values["value"].notna()].sort_values("year").groupby("iso3"):
        found += [Step(one.id, str(iso3), "source", years) for years in quiet_changes(rows)]
        for cells in _looked_at(one, rows):
            floor = FLOORS.get(one.unit, 0.0)
            found += [Step(one.id, str(iso3), "jump", years) for years in jumps(cells, floor)]
            found += [Step(one.id, str(iso3), "spike", years) for years in spikes(cells, floor)]
    return tuple(found)


def _looked_at(indicator: Indicator, rows: pd.DataFrame) -> list[Cells]:
    """The cells in which jumps and spikes are looked for; of a net flow those above and those below zero apart."""
    cells = [(int(year), float(value)) for year, value in zip(rows["year"], rows["value"], strict=True)]
    if indicator.kind in LEVELS:
        return [cells]
    if indicator.kind == "balance" and indicator.table == investment.TABLE:
        return [[cell for cell in cells if cell[1] > 0], [cell for cell in cells if cell[1] < 0]]
    return []


def _printed_by(source_ids: str) -> tuple[frozenset[str], frozenset[str]]:
    cited = sources.describe(source_ids)
    return frozenset(one.publisher for one in cited), frozenset(one.kind for one in cited)
