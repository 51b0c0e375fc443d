"""All tables with their size, and everything in one file."""

import streamlit as st

from components import cache
from components.markdown import literal
from components.reader import session
from components.words import counted, word
from data.output import archive
from data.package import descriptor, snapshot


def choose() -> None:
    """The table to look at; none for the list of all."""
    st.selectbox(
        word("data.table"),
        descriptor.names(),
        index=None,
        **session.bind("table"),
        format_func=lambda name: descriptor.resource(name)["title"],
        placeholder=counted("data.all_tables", len(descriptor.names())),
    )


def show() -> None:
    """One line per table: title, rows, columns, years, sources."""
    st.markdown(f"#### {word('data.tables')}")
    columns = st.columns(2, gap="large")
    for place, one in enumerate(cache.table_index()):
        with columns[place % 2]:
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
        on_click=session.choose,
        kwargs={"table": name},
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
