"""The table and the files below a figure on deals, investors or aid, and how their columns are headed."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import address, literal
from components.widgets.common import downloads, prose, twin
from components.widgets.common.table import References
from components.words import word, words
from data.output import extract, money_frames
from data.package import licensing, sources
from data.package.statuses import joined_ids

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
SOURCE, LINK = "source", "source_link"
WIDE = ("deal", "us_party", "reason")


def show(place: str, title: str, rows: pd.DataFrame, shown: Mapping[str, list[Any]], *stem: str) -> None:
    """Table and files of a frame of `money_frames`; `shown` are its columns in words."""
    twin.show(
        place,
        title,
        partial(pd.DataFrame, shown),
        columns(shown),
        partial(money_frames.extract_of, rows, title, downloads.here()),
        extract.panel_stem(*stem),
        withheld(rows),
    )


def withheld(rows: pd.DataFrame) -> int:
    """How many rows leave no download."""
    return int(licensing.is_withheld(rows).sum())


def columns(shown: Mapping[str, list[Any]]) -> dict[str, Any]:
    """The headings of the columns; a link leads to the source."""
    heads = words("money_columns")
    found: dict[str, Any] = {
        name: st.column_config.TextColumn(heads[name], width="medium") if name in WIDE else heads[name]
        for name in shown
        if name != LINK
    }
    if LINK in shown:
        found[LINK] = st.column_config.LinkColumn(word("table.link"), display_text=word("origin.open"), width="small")
    return found


def cited(rows: pd.DataFrame) -> dict[str, list[Any]]:
    """Publishers of the sources of each row, and the address of the first where it is one of the web."""
    listed = [sources.describe(ids or "") for ids in rows["source_id"]]
    return {
        SOURCE: ["; ".join(dict.fromkeys(one.publisher for one in several)) for several in listed],
        LINK: [address(several[0].url) or None if several else None for several in listed],
    }


def show_sources(place: str, *frames: pd.DataFrame) -> None:
    """The line that names the sources of what is drawn and said."""
    references = References()
    said = references.cite(joined_ids(source_id for rows in frames for source_id in rows["source_id"]))
    if not said:
        return
    lines = [f"{literal(word('table.source'))}: {said}", "", *references.addresses()]
    prose.show(f"{place}_sources", "\n".join(lines), st.caption)
