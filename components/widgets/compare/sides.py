"""What is compared: the two sides that the choice stands for, and how their difference is told."""

from components.reader import session
from components.reader.choice import DIFFERENCE
from data.analysis import comparison
from data.analysis.comparison import Side


def sides() -> tuple[Side, Side]:
    """Left and right of two maps; the earlier and the later year of a difference."""
    shown = session.shown()
    years = shown.year, shown.compare_year or shown.year
    if shown.mode == DIFFERENCE:
        return Side(shown.indicator, min(years)), Side(shown.indicator, max(years))
    return Side(shown.indicator, years[0]), Side(shown.compare or shown.indicator, years[1])


def change_kind() -> str:
    """How a difference is told; as a plain one where the reader's wish has no meaning for the indicator."""
    chosen = session.current()
    can = chosen.mode == DIFFERENCE and chosen.change in comparison.change_kinds(chosen.indicator)
    return chosen.change if can else comparison.ABSOLUTE
