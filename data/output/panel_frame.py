"""The frame of a panel as it may leave: every cell as text, and no figure that rests on a restricted source.

The row of such a figure stays, empty, with the status withheld_by_licence, as in `frames.py`; what is left has the
columns of the frame that is drawn and printed on the command line, then title, address and licence of its sources."""

from collections.abc import Sequence

import pandas as pd

from data.output import extract, frames
from data.output.extract import Extract
from data.package import licensing


def as_text(rows: pd.DataFrame, figures: Sequence[str]) -> pd.DataFrame:
    """Rows with `status` and `source_id` as text, those of `figures` empty where they may not leave.

    Columns: those of the rows, source_title, source_url, licence."""
    held = licensing.is_withheld(rows)
    kept = rows.assign(status=rows["status"].mask(held, frames.WITHHELD))
    for column in figures:
        kept[column] = kept[column].astype("object").mask(held)
    text = {str(column): [frames.cell(one) for one in kept[column]] for column in kept}
    return pd.DataFrame({**text, **frames.cited(rows)})


def extract_of(rows: pd.DataFrame, figures: Sequence[str], title: str, link: str) -> Extract:
    """The file of a panel: its rows as text, the figures as numbers where the form has types."""
    return extract.of_rows(as_text(rows, figures), dict.fromkeys(figures, "number"), rows["source_id"], title, link)
