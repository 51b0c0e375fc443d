"""Claims that the figure has no place for: those without a multiple, and those that look ahead, by their day."""

from collections.abc import Mapping
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import literal
from components.reader import binding
from components.widgets.claims import dots
from components.widgets.common.claim_texts import told
from components.words import word
from data.analysis import claim_ratio
from data.analysis.claim_selection import AHEAD
from data.analysis.verdicts import WORDS

Row = Mapping[Any, Any]


def beside(rows: pd.DataFrame) -> None:
    """The claims among the rows that have a figure on record and no multiple, with what they are instead.

    Columns as `claim_selection.COLUMNS`."""
    why = dict(claim_ratio.beside().itertuples(index=False, name=None))
    found = rows[rows["claim_id"].isin(why)]
    if found.empty:
        return
    st.markdown(f"## {literal(word('claims.beside'))}")
    st.caption(word("claims.beside_why"))
    ordered = sorted(found.to_dict("records"), key=lambda row: WORDS.index(str(row["verdict"])))
    for row in ordered:
        _entry(row, word(f"claims.why_{why[row['claim_id']]}"), "beside")


def lane(rows: pd.DataFrame) -> None:
    """The claims among the rows that speak of a time to come, the nearest day on top, columns as
    `claim_selection.COLUMNS`."""
    found = rows[rows["verdict"].isin(AHEAD)].sort_values(["due_date", "claim_id"])
    if found.empty:
        return
    with st.expander(word("claims.lane"), icon=":material/event_upcoming:", **binding.bind("due")) as fold:
        if fold.open:
            st.caption(word("claims.lane_help"))
            for row in found.to_dict("records"):
                key = "claims.due_on" if row["verdict"] == AHEAD[0] else "claims.due_past"
                _entry(row, word(key, date=row["due_date"]), "lane")


def _entry(row: Row, note: str, place: str) -> None:
    """A claim that is chosen by a click, with its verdict and a note."""
    st.button(
        f"{told(str(row['verdict']))} {literal(row['claim'])} :small[({literal(note)})]",
        key=f"claim_{place}_{row['claim_id']}",
        on_click=partial(dots.take, str(row["claim_id"])),
        type="tertiary",
    )
