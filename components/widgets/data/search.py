"""Search over tables, columns and indicators; a result leads to its table, an indicator to its map."""

from dataclasses import replace

import streamlit as st

from components.markdown import literal
from components.reader import link, session
from components.reader.parameters import LONGEST_TEXT
from components.widgets.common import prose
from components.widgets.data import filters
from components.words import counted, word
from data import indicators
from data.analysis import search
from data.analysis.search import Entry
from data.package import descriptor

MOST = 12
MAP_PAGE = "components/pages/overview.py"


def show() -> None:
    """The search field and what it found, the best first."""
    st.text_input(
        word("data.search"), **session.bind("data_q"), max_chars=LONGEST_TEXT, placeholder=word("data.search_hint")
    )
    wanted = session.current().data_q.strip()
    if not wanted:
        return
    found = search.find(wanted)
    if not found:
        st.info(word("data.search_none"))
        return
    shown = found[:MOST]
    with prose.anew("found", wanted), st.container(border=True, gap="xsmall"):
        st.caption(f"{counted('data.found', len(found))} {counted('data.found_shown', len(shown))}")
        for one in shown:
            _result(one)


def open_button(name: str, label: str, key: str) -> None:
    """A button that opens a table. (A page link to the page one is on changes the choice but not the address bar.)"""
    st.button(label, key=key, type="tertiary", icon=":material/table:", on_click=_open, args=(name,))


def _open(name: str) -> None:
    session.choose(table=name, data_q="", **filters.NO_FILTERS)


def _result(entry: Entry) -> None:
    if entry.kind == "indicator":
        year = indicators.default_year(entry.name)
        params = link.write(replace(session.current(), indicator=entry.name, year=year))
        st.page_link(MAP_PAGE, label=literal(entry.title), query_params=params, icon=":material/map:")
        return
    label = literal(entry.title)
    if entry.kind == "column":
        label = f"{literal(descriptor.resource(entry.table)['title'])} › {label}"
    open_button(entry.table, label, f"found_{entry.kind}_{entry.table}_{entry.name}")
