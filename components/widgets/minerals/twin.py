"""Below a figure on minerals: the same rows as a table with the heads of minerals, and as files."""

from collections.abc import Callable, Sequence

import pandas as pd

from components.widgets.common import named_rows
from components.words import word
from data.output.leaving import Leaving


def show(
    place: str, title: str, rows: pd.DataFrame, columns: Sequence[str], make: Callable[[], Leaving], *stem: str
) -> None:
    """The line below a figure (`common/named_rows.py`)."""
    named_rows.show(place, title, rows, {name: word(f"minerals_table.{name}") for name in columns}, make, *stem)
