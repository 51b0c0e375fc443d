"""What is compared: the two sides that the choice stands for, and how their difference is told."""

from components.widgets import state
from components.widgets.choice import DIFFERENCE
from data import differences
from data.differences import Side


def sides() -> tuple[Side, Side]:
    """Left and right of two maps; the earlier and the later year of a difference."""
    shown = state.shown()
    years = shown.year, shown.compare_year or shown.year
    if shown.mode == DIFFERENCE:
        return Side(shown.indicator, min(years)), Side(shown.indicator, max(years))
    return Side(shown.indicator, years[0]), Side(shown.compare or shown.indicator, years[1])


def measure() -> str:
    """How a difference is told; as a plain one where the reader's wish has no meaning for the indicator."""
    chosen = state.current()
    can = chosen.mode == DIFFERENCE and chosen.change in differences.measures(chosen.indicator)
    return chosen.change if can else differences.ABSOLUTE
