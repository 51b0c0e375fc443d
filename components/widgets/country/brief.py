"""The button that gives the brief of a country: one file of HTML to read, print or send, made when it is asked for."""

from functools import partial

import streamlit as st

from components.widgets.common import site
from components.words import word
from data.output.brief import document
from data.package import snapshot


def show(iso3: str) -> None:
    """The button for one of the six, for the data and in the language of the page."""
    st.download_button(
        word("brief.download"),
        data=snapshot.later(partial(document.of_country, iso3, site.address())),
        file_name=f"{document.stem(iso3)}.html",
        mime="text/html",
        help=word("brief.help"),
        icon=":material/description:",
        key=f"brief_{iso3}",
        on_click="ignore",
        type="tertiary",
    )
