"""What stands above the page where an older version of the data is shown: which, what changed since, the way out."""

import streamlit as st

from components.markdown import literal
from components.reader import session
from components.widgets.common import changed_cells, folds
from components.words import counted, word
from data.package import changes, descriptor, releases, snapshot
from data.package.laid import Taken

FOLD = "past_cells_open"


def tell() -> None:
    """Say that the page shows an older version; to be called under the data that the page shows.

    The place is there without words, too: what stands below it would else be mounted anew."""
    place = st.container(key="past")
    if not snapshot.is_past():
        return
    version, day = descriptor.version(), descriptor.released()
    with snapshot.held(snapshot.newest()):
        record, taken = changes.since(version), releases.taken(version)
        now = descriptor.version()
    behind = changed_cells.behind(session.page(), session.shown())
    cells = changed_cells.every(record)
    own = [one for one in cells if one["table"] in behind]
    gaps = {
        "version": version,
        "day": day,
        "own": counted("past.cells", len(own)),
        "all": len(cells),
        "added": counted("changes.added", changed_cells.rows(record, "rows_added")),
        "removed": counted("changes.removed", changed_cells.rows(record, "rows_removed")),
    }
    with place:
        st.warning(literal(word("past.shown", **gaps)), icon=":material/history:")
        st.button(word("past.leave", version=now), key="leave_past", on_click=session.leave_version, type="primary")
        with folds.fold(FOLD, counted("past.list", len(cells)), icon=":material/difference:"):
            changed_cells.show(own, [one for one in cells if one["table"] not in behind])
            if taken:
                st.markdown("\n".join(f"- {literal(_of(one))}" for one in taken))


def _of(taken: Taken) -> str:
    """What the version does not have, and where what is shown in its place is from."""
    table = descriptor.resource(taken.table)["title"]
    if not taken.columns:
        return word("past.table_taken", table=table, version=taken.version)
    columns = ", ".join(taken.columns)
    if not taken.version:
        return word("past.column_empty", table=table, columns=columns)
    return word("past.column_taken", table=table, columns=columns, version=taken.version)
