"""Below a figure on minerals: the same rows as a table with the heads of minerals, and as files."""

from collections.abc import Callable, Sequence

import pandas as pd

from components.widgets.common import twin
from components.words import word
from data.output.mineral_frames import Leaving


def show(
    place: str, title: str, rows: pd.DataFrame, columns: Sequence[str], make: Callable[[], Leaving], *stem: str
) -> None:
    """The line below a figure (`common/twin.py`)."""
    twin.show(place, title, rows, {name: word(f"minerals_table.{name}") for name in columns}, make, *stem)
