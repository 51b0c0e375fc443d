"""Below a figure on trade: the same rows as a table with the heads of trade, and as files."""

from collections.abc import Callable, Sequence

import pandas as pd

from components.figures import trade_words
from components.widgets.common import named_rows
from components.words import word
from data.output.leaving import Leaving

# A partner may be a group of countries, or the rest of them.
NAMED = named_rows.NAMED | dict.fromkeys(("iso3", "partner", "origin", "dest"), trade_words.partner)


def show(
    place: str,
    title: str,
    rows: pd.DataFrame,
    columns: Sequence[str],
    make: Callable[[], Leaving],
    *stem: str,
    label: str = "",
) -> None:
    """The line below a figure (`common/named_rows.py`)."""
    heads = {name: word(f"trade_table.{name}") for name in columns}
    named_rows.show(place, title, rows, heads, make, *stem, named=NAMED, label=label)
