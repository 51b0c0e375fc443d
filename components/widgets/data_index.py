"""All tables with their size, and everything in one file."""

import streamlit as st

from components import cache
from components.widgets import data_search, state
from components.widgets.text import literal
from components.words import counted, word
from data import bundle, package, snapshot


def choose() -> None:
    """The table to look at; none for the list of all."""
    st.selectbox(
        word("data.table"),
        package.names(),
        index=None,
        **state.bind("table"),
        format_func=lambda name: package.resource(name)["title"],
        placeholder=counted("data.all_tables", len(package.names())),
    )


def show() -> None:
    """One line per table: title, rows, columns, years, sources."""
    st.markdown(f"#### {word('data.tables')}")
    columns = st.columns(2, gap="large")
    for place, one in enumerate(cache.table_index()):
        with columns[place % 2]:
            data_search.open_button(one.name, literal(one.title), f"open_{one.name}")
            parts = [counted("data.rows", one.rows), counted("data.columns", one.columns)]
            if one.years:
                parts.append(one.years)
            if one.sources:
                parts.append(counted("data.sources_count", one.sources))
            st.caption(literal(" · ".join(parts)))


def download_all() -> None:
    """The zip of all tables."""
    st.download_button(
        word("data.zip"),
        data=snapshot.later(cache.bundle_of_all),
        file_name=f"{bundle.stem()}.zip",
        mime="application/zip",
        key="download_zip",
        on_click="ignore",
        icon=":material/folder_zip:",
        help=word("data.zip_help"),
    )
