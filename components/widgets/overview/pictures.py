"""The form that the reader chose: map, chart over the years, or table."""

from components.reader.choice import SHOWS, Choice
from components.widgets.overview import chart, map, table

MAP, CHART, TABLE = SHOWS


def show(choice: Choice, setup: str) -> None:
    """Draw the form that the choice asks for."""
    if choice.show == CHART:
        chart.show(choice)
    elif choice.show == TABLE:
        table.show(choice)
    else:
        map.show(choice, setup)
