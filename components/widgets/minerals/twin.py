"""Below a figure: the same rows as a table, and as files. What is drawn, what stands in the table and what is taken are
one frame (`data/output/mineral_frames.py`)."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd

from components.widgets.common import downloads, twin
from components.words import word
from data.output import extract
from data.output.extract import Extract
from data.output.mineral_frames import Leaving
from data.package import countries, names, sources
from data.vocabulary import terms

# What a column says, by its kind of name; numbers and texts of the source stay as they are.
NAMED: dict[str, Callable[[str], str]] = {
    "mineral": partial(names.of, "mineral"),
    "part": str,
    "status": terms.status,
    "reliance_status": terms.status,
    "source_id": lambda ids: "; ".join(dict.fromkeys(one.publisher for one in sources.describe(ids))),
}
COUNTRIES = ("iso3", "partner", "origin")


def show(
    place: str, title: str, rows: pd.DataFrame, columns: Sequence[str], make: Callable[[], Leaving], *stem: str
) -> None:
    """The line below a figure: its table, folded, and its files.

    `make` gives what may leave of the rows, `stem` is what the name of the file says that they are of."""
    twin.show(
        place,
        title,
        partial(in_words, rows, columns),
        {name: word(f"minerals_table.{name}") for name in columns},
        partial(_extract, make, title, downloads.here()),
        extract.panel_stem(*stem),
        make().withheld,
    )


def _extract(make: Callable[[], Leaving], title: str, link: str) -> Extract:
    leaving = make()
    return extract.of_rows(leaving.frame, leaving.kinds, leaving.cited, title, link)


def in_words(rows: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """The rows with names in place of ids. Columns as asked for."""
    return pd.DataFrame({name: [_word(name, one) for one in rows[name]] for name in columns})


def _word(column: str, value: Any) -> Any:
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return None
    if column in COUNTRIES:
        return countries.name(value)
    return NAMED[column](value) if column in NAMED else value
