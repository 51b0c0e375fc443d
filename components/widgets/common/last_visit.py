"""What changed since the reader's last visit: one line, for those who come back to newer data.

The browser keeps the number of the data version it was last shown, in a cookie that `connection.js` writes and that has
nothing else in it; the server keeps nothing."""

from functools import partial

import streamlit as st

from components.markdown import literal
from components.reader import session
from components.widgets.common import changed_cells
from components.words import counted, word
from data.package import changes, descriptor, releases, snapshot

COOKIE = "atlas_version"
SEEN, DISMISSED = "last_seen", "last_visit_dismissed"


def tell() -> None:
    """The line, where there is something to tell; to be called under the data that the page shows.

    The place is there without words, too: what stands below it would else be mounted anew."""
    place = st.container(key="last_visit", horizontal=True, vertical_alignment="center")
    seen = _seen()
    if snapshot.is_past() or session.kept(DISMISSED) or not releases.is_past(seen):
        return
    record = changes.since(seen)
    cells = changed_cells.every(record)
    gaps = {
        "seen": seen,
        "version": descriptor.version(),
        "cells": counted("changes.cells", len(cells)),
        "added": counted("changes.added", changed_cells.rows(record, "rows_added")),
        "removed": counted("changes.removed", changed_cells.rows(record, "rows_removed")),
    }
    with place:
        st.caption(literal(word("last_visit.line", **gaps)), width="content")
        with st.popover(word("last_visit.list"), type="tertiary", key="last_visit_list"):
            changed_cells.show((), cells)
        dismiss = partial(session.keep, DISMISSED, True)
        st.button(
            word("last_visit.dismiss"),
            key="last_visit_dismiss",
            type="tertiary",
            on_click=dismiss,
            help=word("last_visit.remembered"),
        )


def _seen() -> str:
    """The version that the browser was last shown before this visit; empty where it does not say."""
    if session.kept(SEEN) is None:
        session.keep(SEEN, st.context.cookies.get(COOKIE, ""))
    return str(session.kept(SEEN))
