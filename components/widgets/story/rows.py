"""Rows of a curated table as a step shows them: a few columns and the source, the rows that are meant with a sign and
in bold."""

from typing import Any

import pandas as pd
import streamlit as st

from components.markdown import literal
from components.reader.choice import Choice
from components.widgets.common.table import References, draw
from components.widgets.story import state
from components.words import word
from data.analysis import stories
from data.analysis.stories import Step
from data.output import rows
from data.output.rows import Column, Query
from data.package import descriptor
from data.subjects import number_format

NOTHING = "–"
SOURCE = "source_id"
SIGN = ":orange-badge[◆]"


def query(choice: Choice) -> Query:
    """The rows that a choice of the Data page asks for."""
    return Query(choice.table_rows, choice.table_where, choice.table_sort)


def show(step: Step) -> None:
    """The table, and below it what its sign means."""
    choice = state.shown(step)
    name = str(choice.table)
    found = rows.find(name, query(choice))
    meant = set(stories.matching(rows.raw(name).loc[found], step.mark).index) if step.mark else set()
    columns = [one for one in (rows.column(name, column) for column in step.columns) if one]
    said, written = rows.shown(name), rows.raw(name)
    lines = [f":small[{literal(descriptor.resource(name)['title'])}]", ""]
    head, references = [*map(_head, columns), word("table.source")], References()
    lines += [f"| | {' | '.join(head)} |", f"|---|{''.join(map(_rule, columns))}---|"]
    for at in found:
        cells = [_cell(one, said.loc[at, one.name], str(written.loc[at, one.name])) for one in columns]
        sign, cells = (SIGN, [f"**{cell}**" for cell in cells]) if at in meant else ("", cells)
        lines.append(f"| {sign} | {' | '.join([*cells, references.cite(str(written.loc[at, SOURCE]))])} |")
    draw("story_rows", [*lines, "", *references.addresses()], len(found), len(found), lambda: None)
    st.caption(word("story.meant"))


def _head(one: Column) -> str:
    return literal(f"{one.title}, {one.unit}" if one.unit else one.title)


def _rule(one: Column) -> str:
    return "--:|" if one.is_number else "---|"


def _cell(one: Column, said: Any, written: str) -> str:
    """A cell in words; of an empty one, that it is."""
    if not written:
        return literal(word("story.empty")) if one.is_number else NOTHING
    if one.is_number and not one.is_year:
        return literal(number_format.exact(float(written)))
    return literal(written if pd.isna(said) else said)
