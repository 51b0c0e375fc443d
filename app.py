"""The frame of the atlas: checks the data, draws navigation, title and footer, and hands over to the page."""

from pathlib import Path

import streamlit as st

from components import cache
from components.widgets import connection, faults, notices, state
from components.widgets.text import literal
from components.words import word
from data import package

st.set_page_config(
    page_title=word("app.name"), page_icon=str(Path(__file__).parent / "static" / "icon.svg"), layout="wide"
)
faults.stop_if_broken(cache.data_faults(package.fingerprint()))
cache.settle()
page = st.navigation(
    [
        st.Page("components/pages/overview.py", title=word("app.overview"), icon=":material/map:", default=True),
        st.Page("components/pages/trade.py", title=word("app.trade"), icon=":material/swap_horiz:", url_path="trade"),
        st.Page(
            "components/pages/compare.py", title=word("app.compare"), icon=":material/compare:", url_path="compare"
        ),
        st.Page("components/pages/data.py", title=word("app.data"), icon=":material/table:", url_path="data"),
    ],
    position="top",
)
st.html(Path(__file__).parent / "static" / "page.css")
st.markdown(f"#### {word('app.name')} :small[:gray[{word('app.subtitle')}]]")
state.take_from_link(page.url_path)
notices.show()
connection.keep()
faults.guarded(page.run)()
st.caption(literal(word("app.footer", version=package.version(), released=package.released())))
