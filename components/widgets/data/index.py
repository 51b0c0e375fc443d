"""All tables with their size, and everything in one file."""

import streamlit as st

from components import cache
from components.markdown import literal
from components.reader import binding, session
from components.widgets.data import filters
from components.words import counted, word
from data.analysis import table_groups
from data.analysis.catalogue import Size
from data.output import archive
from data.package import descriptor, snapshot

ABREAST = 2


def choose() -> None:
    """The table to look at; none for the list of all."""
    st.selectbox(
        word("data.table"),
        [name for names in table_groups.of_tables().values() for name in names],
        index=None,
        **binding.bind_to("table", session.current().table, _chosen),
        format_func=lambda name: descriptor.resource(name)["title"],
        placeholder=counted("data.all_tables", len(descriptor.names())),
    )


def _chosen(name: str | None) -> None:
    session.choose(table=name, **filters.NO_FILTERS)


def show() -> None:
    """The tables by group, one line each: title, rows, columns, years, sources."""
    sizes = {one.name: one for one in cache.table_index()}
    for group, names in table_groups.of_tables().items():
        if not names:
            continue
        st.markdown(f"## {word(f'table_groups.{group}')}")
        # Row by row, so that the order stays where the columns stand below each other.
        for place in range(0, len(names), ABREAST):
            for column, name in zip(st.columns(ABREAST, gap="large"), names[place : place + ABREAST], strict=False):
                with column, st.container(gap=None):
                    _line(sizes[name])


def _line(one: Size) -> None:
    _open_button(one.name, one.title)
    parts = [counted("data.rows", one.rows), counted("data.columns", one.columns)]
    if one.years:
        parts.append(one.years)
    if one.sources:
        parts.append(counted("data.sources_count", one.sources))
    st.caption(literal(" · ".join(parts)))


def _open_button(name: str, title: str) -> None:
    """A button that opens a table. (A page link to the page one is on changes the choice but not the address bar.)"""
    st.button(
        literal(title),
        key=f"open_{name}",
        type="tertiary",
        icon=":material/table:",
        on_click=_chosen,
        args=(name,),
    )


def download_all() -> None:
    """The zip of all tables."""
    st.download_button(
        word("data.zip"),
        data=snapshot.later(cache.bundle_of_all),
        file_name=f"{archive.stem()}.zip",
        mime="application/zip",
        key="download_zip",
        on_click="ignore",
        icon=":material/folder_zip:",
        help=word("data.zip_help"),
    )
