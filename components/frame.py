"""What stands round every page: the data it shows, navigation, title, notices, footer."""

from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page as Entry

from components import live
from components.markdown import literal
from components.reader import binding, session
from components.reader.parameter import Page
from components.reader.parameters import PAGES
from components.widgets.common import connection, copy_link, faults, language, last_visit, notices, palette, past
from components.words import word
from data.checks.watch import State
from data.package import descriptor, snapshot
from data.vocabulary.language import speaking

STATIC = Path(__file__).parents[1] / "static"
FOLDER = "components/pages"


def show() -> None:
    """The page of the address, in the reader's language; to be called once in a run of the whole page."""
    with speaking(session.language()):
        st.set_page_config(page_title=word("app.name"), page_icon=str(STATIC / "icon.svg"), layout="wide")
        found = live.look()
        faults.stop_if_broken(found)
        session.take_version()
        with live.turn(), snapshot.held(session.data()) as shown:
            live.mark(shown)
            _draw(found)


def _draw(found: State) -> None:
    page = st.navigation([_entry(address, one) for address, one in PAGES.items()], position="top")
    st.html(STATIC / "page.css")
    st.set_page_config(page_title=word("app.tab", page=page.title))
    session.take_from_link(page.url_path)
    binding.begin()
    with st.container(horizontal=True, vertical_alignment="center", key="head"):
        with st.container(key="page_title"):
            st.markdown(f"# {literal(page.title)}\n\n**{word('app.name')}** :small[{word('app.subtitle')}]")
        palette.show()
    faults.tell(found)
    past.tell()
    last_visit.tell()
    notices.show()
    connection.keep()
    faults.guarded(page.run)()
    copy_link.show()
    st.caption(literal(word("app.footer", version=descriptor.version(), released=descriptor.released())))
    language.choose()


def _entry(address: str, page: Page) -> Entry:
    title, icon = word(f"{page.name}.title"), f":material/{page.icon}:"
    return st.Page(f"{FOLDER}/{page.name}.py", title=title, icon=icon, url_path=address, default=not address)
