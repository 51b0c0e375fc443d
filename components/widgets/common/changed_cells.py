"""Cells that changed between two versions of the data, those of the tables behind the page first.

The record leaves out the figures that may not be passed on (`data/package/changes.py`)."""

from collections.abc import Mapping, Sequence
from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import literal
from components.reader import choice as choices
from components.reader.choice import CLAIMS, COMPARE, DATA, FORUMS, MINERALS, NEWS, STORY, TRADE, Choice
from components.words import word
from data import indicators
from data.analysis.table_groups import GROUPS

HEAD = ("table", "key", "column", "old", "new", "source_id")
MOST_LINES = 20
GRID_HEIGHT = 320
BEHIND = {
    TRADE: GROUPS["trade"],
    MINERALS: GROUPS["minerals"],
    FORUMS: GROUPS["forums"],
    NEWS: GROUPS["news"],
    CLAIMS: ("claims", "claim_tests"),
    STORY: ("story_steps", "story_values"),
}
Cell = dict[str, str]


def behind(page: str, shown: Choice) -> tuple[str, ...]:
    """Names of the tables that a page is made from first of all."""
    if page in BEHIND:
        return BEHIND[page]
    if page == DATA:
        return (shown.table,) if shown.table else ()
    named = [shown.indicator, choices.other(shown)] if page == COMPARE else [shown.indicator]
    return tuple(dict.fromkeys(indicators.get(one).table for one in named))


def every(record: Mapping[str, Any]) -> list[Cell]:
    """All cells of a record of changes, each with its table."""
    return [{"table": name, **cell} for name, table in record["tables"].items() for cell in table["cells"]]


def rows(record: Mapping[str, Any], kind: str) -> int:
    """How many rows came (`rows_added`) or went (`rows_removed`)."""
    return sum(table[kind] for table in record["tables"].values())


def show(own: Sequence[Cell], others: Sequence[Cell]) -> None:
    """The first cells of the tables behind the page as text, and all of them in a grid."""
    titles = {one: word(f"changes.{one}") for one in HEAD}
    lines = [f"| {' | '.join(literal(titles[one]) for one in HEAD)} |", "|---" * len(HEAD) + "|"]
    lines += [f"| {' | '.join(literal(cell[one]) for one in HEAD)} |" for cell in own[:MOST_LINES]]
    if own:
        st.markdown("\n".join(lines))
    if others or len(own) > MOST_LINES:
        grid = pd.DataFrame([*own, *others], columns=list(HEAD))
        st.dataframe(
            grid,
            hide_index=True,
            height=GRID_HEIGHT,
            key="changed_cells",
            column_config={**titles},
            alt=word("past.grid"),
        )
