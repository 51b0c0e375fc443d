"""What can be taken home of the indicator at hand."""

from components.reader.choice import Choice
from components.widgets.common import downloads


def show(choice: Choice) -> None:
    """The files of the year at hand and of all years."""
    downloads.of_indicator(choice.indicator, choice.year)
