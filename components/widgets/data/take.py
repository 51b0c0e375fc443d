"""How a table is taken along: all of it or the rows at hand, in every form; what stays behind for its licence."""

from functools import partial

import streamlit as st

from components import cache
from components.markdown import literal
from components.widgets.common import downloads
from components.widgets.common.downloads import Offer
from components.widgets.data import index
from components.words import counted, word
from data.analysis import catalogue
from data.output import extract
from data.output.rows import Query
from data.package import licensing, withheld


def tell_held(name: str) -> None:
    """How many rows stay behind for their licence, and whose they are; nothing where there are none."""
    held = int(licensing.withheld_rows(name).sum())
    if held:
        whose = "; ".join(sorted({one.publisher for one in catalogue.restricted(name)}))
        st.caption(f"{counted('data.left_out' if withheld.is_copy() else 'data.held', held)} {literal(whose)}")


def show(name: str, query: Query, found: int) -> None:
    """The menu of a table: the rows found, and all of them."""
    stem, whole = extract.table_stem(name), word("rows.whole")
    every = partial(extract.of_table, name, Query(), downloads.here())
    offers = [Offer("csv", whole, stem, partial(cache.table_csv, name))]
    if query != Query() and found:
        part, said = partial(extract.of_table, name, query, downloads.here()), counted("rows.part", found)
        offers += [downloads.offer(form, said, f"{stem}_rows", part) for form in downloads.PLAIN]
    offers += [downloads.offer(form, whole, stem, every) for form in ("xlsx", "parquet")]
    with st.container(horizontal=True):
        downloads.menu(offers, 0, key="download_table")
        index.download_all()
