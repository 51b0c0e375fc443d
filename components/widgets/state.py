"""The choice in the session: taken from the link when it is new, written back to the link when it changed.

Session state holds one value per part of the choice under the part's own name; widgets use these names as keys, so
a click on the map and a select box change the same thing. The choice goes along from page to page; only the search
text stays behind, because it belongs to what a page searches."""

from dataclasses import asdict, replace

import streamlit as st

from components.widgets import link
from components.widgets.link import Choice

WRITTEN = "link_written"
NOTICES = "link_notices"
PAGE = "link_page"


def take_from_link(page: str) -> None:
    """Read the link into the session when the visitor arrived by it or went back or forward to it.

    The navigation opens a page by an empty link, and going back may come upon that: the choice is kept."""
    state, params = st.session_state, st.query_params.to_dict()
    is_known, has_moved = PAGE in state, state.get(PAGE, page) != page
    state[PAGE] = page
    if is_known and not params:
        _hold(replace(current(), q="") if has_moved else current())
        state[NOTICES] = []
    elif WRITTEN in state and params == state[WRITTEN]:
        _hold(current())
    else:
        choice, notices = link.read(params, page)
        _hold(choice)
        state[NOTICES] = notices
    state[WRITTEN] = params


def _hold(choice: Choice) -> None:
    """Put a choice into the session; also what is there already, for Streamlit drops what no widget of a page shows."""
    for name, value in asdict(choice).items():
        st.session_state[name] = value


def current() -> Choice:
    """The choice as the session holds it."""
    return Choice(**{name: st.session_state[name] for name in Choice.__dataclass_fields__})


def write_to_link() -> None:
    """Put the choice into the address bar, so that it can be copied at any time."""
    wanted = link.write(current(), st.session_state[PAGE])
    if st.query_params.to_dict() != wanted:
        st.query_params.from_dict(wanted)
    st.session_state[WRITTEN] = wanted


def notices() -> list[str]:
    """Which parts of the link were not used, in words."""
    return list(st.session_state.get(NOTICES, []))
