"""Compare: two maps that follow each other, or the difference of two years on one; table and CSV of the same rows."""

import streamlit as st

from components.reader import session
from components.reader.choice import SIDE
from components.widgets.common import caveats, faults, notices
from components.widgets.compare import controls, maps, sides, table


def _notes() -> None:
    table.show_notes()
    shown = list(dict.fromkeys(side.indicator_id for side in sides.sides()))
    for place, (column, indicator_id) in enumerate(zip(st.columns(len(shown)), shown, strict=True)):
        with column:
            caveats.show(indicator_id, key=f"compare_caveats_{place}")


@st.fragment
@faults.guarded
def _compare(setup: str) -> None:
    notices.tell()
    controls.show()
    if session.current().mode == SIDE:
        maps.show_sides(setup)
        _notes()
    else:
        wide, narrow = st.columns([1.9, 1], gap="large")
        with wide:
            maps.show_difference(setup)
        with narrow:
            _notes()
    table.show()
    session.write_to_link()


_compare(maps.prepare())
