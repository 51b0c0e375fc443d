"""A table in full: filters that stand in the link, the rows that they leave, the chosen row with all it says, files."""

import hashlib
from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import literal
from components.reader import session
from components.widgets.common import faults, prose
from components.widgets.data import filters, row, take
from components.words import counted, word
from data.output import rows
from data.output.rows import Column, Query
from data.package import descriptor

HEAD_PX, ROW_PX, MOST_ROWS = 38, 35, 12


@st.fragment
@faults.guarded
def show(name: str) -> None:
    """The rows of a table that may leave; a fragment, for the rest of the page does not follow from the filters."""
    query = filters.show(name)
    found = rows.find(name, query)
    whole = len(rows.raw(name))
    with st.container(horizontal=True, vertical_alignment="center"):
        prose.show("rows_found", f"**{literal(counted('rows.found', whole, found=f'{len(found):,}'))}**")
        filters.show_others(name)
    take.tell_held(name)
    if len(found):
        chosen = _grid(name, query)
        if chosen is None and query.text:
            called = rows.row_called(name, query.text)
            chosen = called if called in found else found[0] if len(found) == 1 else None
        if chosen is None:
            st.caption(word("rows.choose"))
        else:
            row.show(name, int(chosen))
    else:
        st.info(word("rows.none"))
    take.show(name, query, len(found))
    session.write_to_link()


def _grid(name: str, query: Query) -> int | None:
    """The grid; the place of the row that is chosen in it."""
    found = rows.find(name, query)
    frame = _packed(rows.shown(name).loc[found])
    title = descriptor.resource(name)["title"]
    event = st.dataframe(
        frame,
        hide_index=True,
        height=HEAD_PX + ROW_PX * min(len(frame), MOST_ROWS),
        column_config=_config(name),
        on_select="rerun",
        selection_mode="single-row",
        # Another selection of rows is another grid: a chosen row is known by its place alone.
        key=f"rows_{name}_{hashlib.sha256(repr(query).encode()).hexdigest()[:10]}",
        placeholder="",
        alt=counted("rows.alt", len(frame), title=title),
    )
    places = event["selection"]["rows"]
    return int(found[places[0]]) if places and places[0] < len(found) else None


def _packed(frame: pd.DataFrame) -> pd.DataFrame:
    """The same with each text that comes again and again sent once: half of the bytes, and less."""
    texts = [name for name in frame if not pd.api.types.is_numeric_dtype(frame[name])]
    again = [name for name in texts if 2 * frame[name].nunique() < len(frame)]
    return frame.astype(dict.fromkeys(again, "category"))


def _config(name: str) -> dict[str, Any]:
    """How each column is shown; the first stays in sight."""
    first, *others = rows.columns(name)
    config = {first.name: _column(first, is_pinned=True), **{one.name: _column(one) for one in others}}
    linked = [one.name for one in (first, *others) if one.words == "source"]
    for one in linked:
        config[f"{one}{rows.LINK}"] = st.column_config.LinkColumn(
            word("rows.link"), display_text=word("origin.open"), help=word("rows.link_help"), width="small"
        )
    return config


def _column(one: Column, *, is_pinned: bool = False) -> Any:
    title = f"{one.title}, {one.unit}" if one.unit else one.title
    if one.is_address:
        return st.column_config.LinkColumn(title, help=one.description, display_text=word("origin.open"), width="small")
    if one.is_number:
        return st.column_config.NumberColumn(title, help=one.description, format="%d" if one.is_year else "localized")
    return st.column_config.TextColumn(title, help=one.description, pinned=is_pinned)
