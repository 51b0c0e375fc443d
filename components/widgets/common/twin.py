"""Below a figure: the same rows as a table, and as files. What is drawn, what stands in the table and what is taken are
one frame of `data/output`."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.widgets.common import downloads, folds
from components.words import word
from data.output import extract
from data.output.extract import Extract
from data.output.mineral_frames import Leaving
from data.package import countries, names, sources
from data.vocabulary import terms

HIGHEST_PX = 460
# What a column says, by its kind of name; numbers and texts of the source stay as they are.
NAMED: dict[str, Callable[[str], str]] = {
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
COUNTRIES = ("iso3", "partner", "origin", "a", "b")


def show(
    place: str, title: str, rows: pd.DataFrame, columns: Mapping[str, str], make: Callable[[], Leaving], *stem: str
) -> None:
    """The line below a figure: its table, folded, and its files.

    `columns` are those of the table with their heads; `make` gives what may leave of the rows, `stem` is what the name
    of the file says that they are of."""
    with st.container(key=f"twin_{place}", horizontal=True, vertical_alignment="top", gap="small"):
        with folds.fold(f"table_{place}", word("table.same"), icon=":material/table_rows:") as fold:
            if fold.open:
                st.dataframe(
                    in_words(rows, columns),
                    hide_index=True,
                    height=HIGHEST_PX if len(rows) > 12 else "content",
                    column_config=dict(columns),
                    placeholder="",
                    alt=title,
                )
        leaving = make()
        build = partial(_extract, make, title, downloads.here())
        downloads.plain(build, word("download.this"), extract.panel_stem(*stem), leaving.withheld, key=place)


def _extract(make: Callable[[], Leaving], title: str, link: str) -> Extract:
    leaving = make()
    return extract.of_rows(leaving.frame, leaving.kinds, leaving.cited, title, link)


def in_words(rows: pd.DataFrame, columns: Iterable[str]) -> pd.DataFrame:
    """The rows with names in place of ids. Columns as asked for."""
    return pd.DataFrame({name: [_word(name, one) for one in rows[name]] for name in columns})


def _word(column: str, value: Any) -> Any:
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return None
    if column in COUNTRIES:
        return "; ".join(map(countries.name, value.split(";")))
    return NAMED[column](value) if column in NAMED else value
