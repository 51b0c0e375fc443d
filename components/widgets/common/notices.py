"""What of the link could not be used, for the reader to see; drawn by the frame above every page."""

import streamlit as st

from components.markdown import literal
from components.reader import session


def show() -> None:
    """One line for each kind of part that was not used, as written: it may be anything that somebody has sent."""
    for told in session.notices():
        st.warning(literal(told), icon=":material/link_off:")
