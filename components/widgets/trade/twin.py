"""Below a figure on trade: the same rows as a table, folded, and as files: one frame
(`data/output/trade_frames.py`)."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.figures import trade_words
from components.widgets.common import downloads, folds
from components.words import word
from data.output import extract
from data.output.extract import Extract
from data.output.trade_frames import Leaving
from data.package import sources
from data.vocabulary import terms

HIGHEST_PX = 460
MANY = 12
# What a column says, by its kind of name; numbers and texts of the source stay as they are.
NAMED: dict[str, Callable[[str], str]] = {
    **dict.fromkeys(("iso3", "partner", "origin", "dest"), trade_words.partner),
    "status": terms.status,
    "source_id": lambda ids: "; ".join(dict.fromkeys(one.publisher for one in sources.describe(ids))),
}


def show(
    place: str,
    title: str,
    rows: pd.DataFrame,
    columns: Sequence[str],
    make: Callable[[], Leaving],
    *stem: str,
    label: str = "",
) -> None:
    """The line below a figure; `make` gives what may leave, `stem` is what the name of the file says that it is of.

    `label` says what is in the table where it is not all that is drawn."""
    with st.container(key=f"twin_{place}", horizontal=True, vertical_alignment="top", gap="small"):
        with folds.fold(f"table_{place}", label or word("trade_parts.table"), icon=":material/table_rows:") as fold:
            if fold.open:
                st.dataframe(
                    pd.DataFrame({name: [_word(name, one) for one in rows[name]] for name in columns}),
                    hide_index=True,
                    height=HIGHEST_PX if len(rows) > MANY else "content",
                    column_config={name: word(f"trade_table.{name}") for name in columns},
                    placeholder="",
                    alt=title,
                )
        build = partial(_extract, make, title, downloads.here())
        downloads.plain(build, word("download.this"), extract.panel_stem(*stem), make().withheld, key=place)


def _extract(make: Callable[[], Leaving], title: str, link: str) -> Extract:
    leaving = make()
    kinds = dict.fromkeys(leaving.figures, "number")
    return extract.of_rows(leaving.frame, kinds, leaving.cited, title, link)


def _word(column: str, value: Any) -> Any:
    if value is None or (not isinstance(value, str) and pd.isna(value)) or value == "":
        return None
    return NAMED[column](value) if column in NAMED else value
