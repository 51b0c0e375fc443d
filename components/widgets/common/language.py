"""Choice of the language, at the foot of every page, where there is more than one; each is named in itself."""

import streamlit as st

from components.reader import binding, session
from components.words import languages, word
from data.vocabulary import cldr

WIDTH_PX = 200


def choose() -> None:
    """Draw the choice; to be called outside any fragment, for another language is another page."""
    known = languages()
    if len(known) > 1:
        st.selectbox(
            word("app.language"),
            known,
            **binding.bind_to("lang", session.current().lang, session.choose_language),
            format_func=cldr.own_name,
            label_visibility="collapsed",
            width=WIDTH_PX,
        )
