"""Where a table comes from and what holds for it: sources, caveats, named checks, indicators, changes."""

import streamlit as st

from components.markdown import address, literal
from components.widgets.common import folds
from components.words import counted, word
from data.analysis import catalogue
from data.package import changes
from data.vocabulary import terms

MOST_CELLS = 20
GRID_HEIGHT = 380


def sources(name: str) -> None:
    """The sources with the number of rows that rest on each, licence and link, folded away."""
    frame = catalogue.source_rows(name)
    if frame.empty:
        st.caption(word("origin.no_sources"))
        return
    with folds.fold("sources_open", counted("origin.sources", len(frame)), icon=":material/menu_book:"):
        shown = frame.assign(
            redistribution=frame["redistribution"].map(lambda one: word(f"redistribution.{one}")),
            url=frame["url"].map(lambda one: one if address(one) else None),
        )
        titles = {column: word(f"origin.{column}") for column in catalogue.SOURCE_COLUMNS}
        st.dataframe(
            shown,
            hide_index=True,
            key="sources",
            height=GRID_HEIGHT if len(frame) > 10 else "auto",
            column_config={
                **titles,
                "url": st.column_config.LinkColumn(titles["url"], display_text=word("origin.open")),
                "title": st.column_config.TextColumn(titles["title"], width="large"),
            },
            alt=counted("origin.sources", len(frame)),
        )


def warnings(name: str) -> None:
    """The caveats of everything made from the table, and the named checks it has passed."""
    found = catalogue.caveats(name)
    if found:
        with folds.fold("table_caveats_open", counted("origin.caveats", len(found)), icon=":material/info:"):
            st.markdown("\n".join(f"- {literal(terms.caveat(one))}" for one in found))
    rules = catalogue.rules(name)
    with folds.fold("rules_open", counted("origin.rules", len(rules)), icon=":material/rule:"):
        st.markdown("\n".join(f"- `{rule.id}`: {literal(rule.words)}" for rule in rules))
        st.caption(word("origin.rules_caption"))


def show_changes(name: str) -> None:
    """What changed in the table since the data version before."""
    record = changes.load()
    with folds.fold("changes_open", word("changes.title"), icon=":material/history:"):
        if record["previous"] is None:
            st.markdown(literal(word("changes.first", version=record["version"])))
            return
        found = record["tables"].get(name)
        if found is None:
            st.markdown(literal(word("changes.none", previous=record["previous"])))
            return
        gaps = {
            "added": counted("changes.added", found["rows_added"]),
            "removed": counted("changes.removed", found["rows_removed"]),
            "cells": counted("changes.cells", len(found["cells"])),
        }
        st.markdown(literal(word("changes.summary", previous=record["previous"], **gaps)))
        head = ("key", "column", "old", "new", "source_id")
        lines = [f"| {' | '.join(word(f'changes.{one}') for one in head)} |", "|---" * len(head) + "|"]
        lines += [f"| {' | '.join(literal(cell[one]) for one in head)} |" for cell in found["cells"][:MOST_CELLS]]
        if found["cells"]:
            st.markdown("\n".join(lines))
