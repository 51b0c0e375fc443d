"""Compare: two maps that follow each other, or the difference of two years on one; table and CSV of the same rows."""

import streamlit as st

from components.widgets import caveats, compare, compare_controls, compare_maps, compare_table, faults, state
from components.widgets.choice import SIDE


def _notes() -> None:
    compare_table.show_notes()
    shown = list(dict.fromkeys(side.indicator_id for side in compare.sides()))
    for place, (column, indicator_id) in enumerate(zip(st.columns(len(shown)), shown, strict=True)):
        with column:
            caveats.show(indicator_id, key=f"compare_caveats_{place}")


@st.fragment
@faults.guarded
def _compare(setup: str) -> None:
    state.tell()
    compare_controls.show()
    if state.current().mode == SIDE:
        compare_maps.show_sides(setup)
        _notes()
    else:
        wide, narrow = st.columns([1.9, 1], gap="large")
        with wide:
            compare_maps.show_difference(setup)
        with narrow:
            _notes()
    compare_table.show()
    state.write_to_link()


_compare(compare_maps.prepare())
