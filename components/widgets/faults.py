"""What the visitor reads instead of the atlas when the curated tables fail their checks."""

import streamlit as st

from components.widgets.text import literal
from components.words import word
from data import package
from data.faults import Fault

MOST_SHOWN = 200


def stop_if_broken(found: list[Fault]) -> None:
    """List the faults with file, line, column, value and rule and stop; say so where only the seal is old."""
    stale = [fault for fault in found if fault.rule_id == "seal"]
    broken = [fault for fault in found if fault.rule_id != "seal"]
    if broken:
        st.error(word("app.broken", count=len(broken)), title=word("app.broken_title"), icon=":material/error:")
        st.markdown("\n".join(f"- {literal(str(fault))}" for fault in broken[:MOST_SHOWN]))
        st.stop()
    if stale:
        files = ", ".join(sorted({fault.file for fault in stale}))
        st.warning(literal(word("app.stale", version=package.version(), files=files)))
