"""Below a figure: the same rows as a table, folded, and as files."""

from collections.abc import Callable, Mapping
from typing import Any

import pandas as pd
import streamlit as st

from components.widgets.common import downloads, folds
from components.words import word
from data.output.extract import Extract

HIGHEST_PX, MOST_ROWS = 460, 12


def show(
    place: str,
    title: str,
    rows: Callable[[], pd.DataFrame],
    columns: Mapping[str, Any],
    make: Callable[[], Extract],
    stem: str,
    left_out: int,
    label: str = "",
) -> None:
    """The line below a figure. `rows` are in words, with the headings `columns`, and made where the fold is open;
    `make` gives the file called `stem`, without the figures that are `left_out` for their licence. `label` says what
    is in the table where it is not all that is drawn."""
    with st.container(key=f"twin_{place}", horizontal=True, vertical_alignment="top", gap="small"):
        with folds.fold(f"table_{place}", label or word("table.twin"), icon=":material/table_rows:") as fold:
            if fold.open:
                table(title, rows(), columns)
        downloads.plain(make, word("download.this"), stem, left_out, key=place)


def table(title: str, rows: pd.DataFrame, columns: Mapping[str, Any], **options: Any) -> None:
    """Rows in words, long ones in a part that moves."""
    st.dataframe(
        rows,
        hide_index=True,
        height=HIGHEST_PX if len(rows) > MOST_ROWS else "content",
        column_config=dict(columns),
        placeholder="",
        alt=title,
        **options,
    )
