"""The choice in the session: taken from the link when it is new, written back to the link when it changed.

Session state holds one value per part of the choice under the part's own name; widgets use these names as keys, so
a click on the map and a select box change the same thing."""

from dataclasses import asdict

import streamlit as st

from components.widgets import link
from components.widgets.link import Choice

WRITTEN = "link_written"
NOTICES = "link_notices"


def take_from_link() -> None:
    """Read the link into the session when the visitor arrived by it or went back or forward to it."""
    params = st.query_params.to_dict()
    if WRITTEN in st.session_state and params == st.session_state[WRITTEN]:
        return
    choice, notices = link.read(params)
    for name, value in asdict(choice).items():
        st.session_state[name] = value
    st.session_state[NOTICES] = notices
    st.session_state[WRITTEN] = params


def current() -> Choice:
    """The choice as the session holds it."""
    return Choice(**{name: st.session_state[name] for name in Choice.__dataclass_fields__})


def write_to_link() -> None:
    """Put the choice into the address bar, so that it can be copied at any time."""
    wanted = link.write(current())
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = wanted


def notices() -> list[str]:
    """Which parts of the link were not used, in words."""
    return list(st.session_state.get(NOTICES, []))
