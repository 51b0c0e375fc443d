"""What is compared: the two sides that a choice stands for, and how their difference is told."""

from components.reader.choice import DIFFERENCE, Choice
from data.analysis import comparison
from data.analysis.comparison import Side


def sides(shown: Choice) -> tuple[Side, Side]:
    """Left and right of two maps; the earlier and the later year of a difference. The choice is a fitted one."""
    years = shown.year, shown.compare_year or shown.year
    if shown.mode == DIFFERENCE:
        return Side(shown.indicator, min(years)), Side(shown.indicator, max(years))
    return Side(shown.indicator, years[0]), Side(shown.compare or shown.indicator, years[1])


def change_kind(choice: Choice) -> str:
    """How a difference is told; as a plain one where the reader's wish has no meaning for the indicator."""
    can = choice.mode == DIFFERENCE and choice.change in comparison.change_kinds(choice.indicator)
    return choice.change if can else comparison.ABSOLUTE
