"""Data: every table of the package with what it says, how far it reaches, whose it is, and how to take and cite it."""

import streamlit as st

from components.widgets import citation, data_index, data_origin, data_reading, data_search, data_table, prose, state
from components.words import word

state.tell()
st.markdown(word("data.intro"))
left, right = st.columns(2, gap="large")
with left:
    data_index.choose()
with right:
    data_search.show()
table = state.current().table
if table is None:
    with st.container(horizontal=True):
        data_index.download_all()
    citation.show(None)
    data_index.show()
else:
    with prose.anew("table", table):
        data_table.show(table)
        with st.container(horizontal=True, vertical_alignment="center"):
            data_table.download(table)
            data_index.download_all()
        data_reading.show(table)
        data_table.show_columns(table)
        data_table.show_coverage(table)
        data_origin.sources(table)
        data_origin.warnings(table)
        data_table.preview(table)
        citation.show(table)
        data_origin.show_changes(table)
state.write_to_link()
