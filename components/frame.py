"""What stands round every page: the data it shows, navigation, title, notices, footer."""

from pathlib import Path

import streamlit as st

from components import live
from components.markdown import literal
from components.reader import session
from components.widgets.common import connection, faults, language, notices
from components.words import word
from data.checks.watch import State
from data.package import descriptor, snapshot
from data.vocabulary.language import speaking

STATIC = Path(__file__).parents[1] / "static"
PAGES = "components/pages"


def show() -> None:
    """The page of the address, in the reader's language; to be called once in a run of the whole page."""
    with speaking(session.language()):
        st.set_page_config(page_title=word("app.name"), page_icon=str(STATIC / "icon.svg"), layout="wide")
        found = live.look()
        with live.turn(), snapshot.held(faults.stop_if_broken(found)) as shown:
            live.mark(shown)
            _draw(found)


def _draw(found: State) -> None:
    page = st.navigation(
        [
            st.Page(f"{PAGES}/overview.py", title=word("app.overview"), icon=":material/map:", default=True),
            st.Page(f"{PAGES}/trade.py", title=word("app.trade"), icon=":material/swap_horiz:", url_path="trade"),
            st.Page(f"{PAGES}/compare.py", title=word("app.compare"), icon=":material/compare:", url_path="compare"),
            st.Page(f"{PAGES}/data.py", title=word("app.data"), icon=":material/table:", url_path="data"),
        ],
        position="top",
    )
    st.html(STATIC / "page.css")
    st.markdown(f"#### {word('app.name')} :small[:gray[{word('app.subtitle')}]]")
    session.take_from_link(page.url_path)
    faults.tell(found)
    notices.show()
    connection.keep()
    faults.guarded(page.run)()
    st.caption(literal(word("app.footer", version=descriptor.version(), released=descriptor.released())))
    language.choose()
