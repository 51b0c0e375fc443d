"""The button that gives the brief of a country: one file of HTML to read, print or send, made when it is asked for."""

from functools import partial
from urllib.parse import urlsplit, urlunsplit

import streamlit as st

from components.reader import session
from components.words import word
from data.output.brief import document
from data.package import snapshot


def show(iso3: str) -> None:
    """The button for one of the six, for the data and in the language of the page."""
    st.download_button(
        word("brief.download"),
        data=snapshot.later(partial(document.of_country, iso3, _site())),
        file_name=f"{document.stem(iso3)}.html",
        mime="text/html",
        help=word("brief.help"),
        icon=":material/description:",
        key=f"brief_{iso3}",
        on_click="ignore",
        type="tertiary",
    )


def _site() -> str:
    """The address of the atlas, as the browser told it; empty where it did not."""
    scheme, host, path, *_ = urlsplit(st.context.url or "")
    home = path.removesuffix(session.page()).rstrip("/")
    return urlunsplit((scheme, host, home, "", ""))
