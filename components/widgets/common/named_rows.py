"""Rows of ids as a reader sees them: names in their place, in the table below a figure (`twin.py`) and beside it. What
is drawn, what stands in the table and what is taken are one frame of `data/output`."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import pandas as pd

from components.widgets.common import downloads, twin
from components.words import word
from data.output import extract
from data.output.extract import Extract
from data.output.leaving import Leaving
from data.package import countries, names, sources
from data.vocabulary import terms


def _countries(codes: str) -> str:
    return "; ".join(map(countries.name, codes.split(";")))


# What a column says, by its kind of name; numbers and texts of the source stay as they are.
NAMED: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("iso3", "partner", "origin", "a", "b"), _countries),
    "mineral": partial(names.of, "mineral"),
    "part": str,
    "status": terms.status,
    "reliance_status": terms.status,
    "forum_id": partial(names.of, "forum_short"),
    "standing": terms.standing,
    "standing_since": terms.standing,
    "standing_on": terms.standing,
    "certainty": lambda one: word(f"certainties.{one}"),
    "change": lambda one: word(f"changes_of_standing.{one}"),
    "precision": lambda one: word(f"precisions.{one}"),
    "lane": lambda one: word(f"lanes.{one}"),
    "source_id": lambda ids: "; ".join(dict.fromkeys(one.publisher for one in sources.describe(ids))),
}


def show(
    place: str,
    title: str,
    rows: pd.DataFrame,
    columns: Mapping[str, str],
    make: Callable[[], Leaving],
    *stem: str,
    named: Mapping[str, Callable[[str], str]] = NAMED,
    label: str = "",
) -> None:
    """The line below a figure: its table, folded, and its files.

    `columns` are those of the table with their heads; `make` gives what may leave of the rows, `stem` is what the name
    of the file says that they are of."""
    twin.show(
        place,
        title,
        partial(in_words, rows, columns, named),
        columns,
        partial(_extract, make, title, downloads.here()),
        extract.panel_stem(*stem),
        make().withheld,
        label,
    )


def _extract(make: Callable[[], Leaving], title: str, link: str) -> Extract:
    return make().extract(title, link)


def in_words(
    rows: pd.DataFrame, columns: Iterable[str], named: Mapping[str, Callable[[str], str]] = NAMED
) -> pd.DataFrame:
    """The rows with names in place of ids. Columns as asked for."""
    return pd.DataFrame({name: [_word(named.get(name), one) for one in rows[name]] for name in columns})


def _word(named: Callable[[str], str] | None, value: Any) -> Any:
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return None
    return named(value) if named else value
