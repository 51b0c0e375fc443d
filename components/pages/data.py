"""Data: every table of the package in full, with how far it reaches, whose it is, and how to take and cite it."""

import streamlit as st

from components.reader import session
from components.widgets.common import notices, prose
from components.widgets.data import api, citation, grid, index, origin, reading, table
from components.words import word

notices.tell_lost()
st.markdown(word("data.intro"))
index.choose()
name = session.current().table
if name is None:
    with st.container(horizontal=True):
        index.download_all()
    citation.show(None)
    api.show(None)
    index.show()
else:
    with prose.anew("table", name):
        table.show(name)
        grid.show(name)
        table.show_columns(name)
        table.show_coverage(name)
        origin.sources(name)
        origin.warnings(name)
        reading.show(name)
        api.show(name)
        citation.show(name)
        origin.show_changes(name)
session.write_to_link()
