"""One row of a table with all it says: every column by its title, long texts in full, sources as links."""

from functools import partial

import streamlit as st

from components.markdown import linked, literal
from components.reader import binding, session
from components.widgets.common import prose
from components.words import word
from data.output import rows
from data.output.rows import Column
from data.package import descriptor, sources
from data.subjects import number_format


def show(name: str, place: int) -> None:
    """The card of the row at a place of `rows.shown`."""
    written = {column: str(cell) for column, cell in rows.raw(name).loc[place].items()}
    said = rows.shown(name).loc[place]
    lines, empty = [], []
    key = descriptor.resource(name)["schema"]["primaryKey"]
    for one in rows.columns(name):
        if [one.name] == key:
            continue
        if written[one.name]:
            lines.append(f"- **{literal(one.title)}:** {_cell(one, written[one.name], str(said[one.name]))}")
        else:
            empty.append(one.title)
    with prose.anew("row", name, place), st.container(border=True):
        st.markdown(f"##### {literal(' · '.join(str(written[part]) for part in key if written[part]))}")
        st.markdown("\n".join(lines))
        if empty:
            st.caption(literal(word("rows.empty", columns=", ".join(empty))))
        if len(key) == 1 and session.current().table_rows != written[key[0]]:
            st.button(
                word("rows.only"),
                key="only_this_row",
                on_click=binding.reporting(partial(_only, written[key[0]])),
                icon=":material/link:",
                help=word("rows.only_help"),
            )


def _only(row_id: str) -> None:
    session.choose(table_rows=row_id, table_where=())


def _cell(one: Column, written: str, said: str) -> str:
    """What a cell says: sources and addresses as links, numbers as written, all else in words."""
    if one.words == "source":
        return "; ".join(
            linked(f"{source.publisher}: {source.title}", source.url) + f" ({literal(source.id)})"
            for source in sources.describe(written)
        )
    if one.is_address:
        return linked(written, written)
    if not one.is_number:
        return literal(said)
    number = written if one.is_year else number_format.exact(float(written))
    return literal(f"{number} {one.unit}".rstrip())
