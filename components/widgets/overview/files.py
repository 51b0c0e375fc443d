"""What can be taken home of the indicator at hand."""

from functools import partial

from components import cache
from components.reader.choice import Choice
from components.widgets.common.table import downloads
from data.output import frames


def show(choice: Choice) -> None:
    """The files of the year at hand."""
    table = cache.table(choice.indicator, choice.year)
    downloads(table, partial(frames.file_name, choice.indicator, choice.year), key="download")
