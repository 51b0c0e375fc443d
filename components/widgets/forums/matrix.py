"""The matrix of forums by the six: two blocks side by side, on a phone one below the other; its rows as files."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import forum_glyphs, forum_matrix
from components.markdown import literal
from components.reader import binding
from components.reader.choice import Choice
from components.widgets.common import figure, named_rows, prose
from components.widgets.forums import select, state
from components.words import word
from data.analysis import membership_matrix
from data.analysis.membership import NO
from data.output import forum_frames

# Up to so many forums stand in one block.
FEW = 12
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
COLUMNS = ("forum_id", "iso3", "standing", "certainty", "from_date", "to_date", "as_of", "locator", "source_id")


def show(choice: Choice) -> None:
    """The matrix of the forums that fit the choice; nothing where none fits."""
    day, forums = state.day(choice), state.forums(choice)
    if not forums:
        return
    rows = membership_matrix.rows(day, forums)
    title = word("forums.matrix_title", day=day)
    prose.show("forum_matrix_title", f"**{literal(title)}**")
    halves = _halves(forums)
    with figure.named(), st.container(key="forum_matrix", horizontal=True, gap="small"):
        for place, own in enumerate(halves):
            block = rows[rows["forum_id"].isin(own)].reset_index(drop=True)
            key = f"forum_matrix_{place}"
            st.plotly_chart(
                forum_matrix.build(block, choice.country, choice.forum),
                key=key,
                config=QUIET,
                alt=word("forums.matrix_alt", day=day, first=_name(block, 0), last=_name(block, -1)),
                on_select=binding.reporting(partial(select.cell, key)),
                selection_mode="points",
            )
    st.caption(literal(f"{forum_glyphs.legend()}. {word('forums.matrix_click')}"))
    known = rows[rows["certainty"] != NO]
    heads = {name: word(f"forums_table.{name}") for name in COLUMNS}
    make = partial(forum_frames.matrix, day, choice.ties, choice.forum_kind, with_us=choice.with_us)
    named_rows.show("forum_matrix", title, known, heads, make, "membership", day)


def _halves(forums: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Two blocks of about the same height; one where there are few."""
    half = (len(forums) + 1) // 2
    return [forums[:half], forums[half:]] if len(forums) > FEW else [forums]


def _name(block: pd.DataFrame, place: int) -> str:
    return str(block["short_name"].iloc[place])
