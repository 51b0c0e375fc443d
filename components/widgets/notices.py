"""What of the link could not be used, for the reader to see; drawn by the frame above every page."""

import streamlit as st

from components.widgets import state
from components.widgets.text import literal


def show() -> None:
    """One line for each kind of part that was not used, as written: it may be anything that somebody has sent."""
    for told in state.notices():
        st.warning(literal(told), icon=":material/link_off:")
