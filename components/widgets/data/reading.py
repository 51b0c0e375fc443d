"""How the file of a table is read without losing anything: calls to copy, for those whose reader guesses."""

import streamlit as st

from components.markdown import literal
from components.widgets.common import folds
from components.words import word
from data.output import extract, reading


def show(name: str) -> None:
    """What plain defaults lose, and the call of pandas and R for this very file; folded away."""
    with folds.fold("reading_open", word("reading.title"), icon=":material/code:"):
        st.markdown(literal(word("reading.why")))
        file = f"{extract.table_stem(name)}.csv"
        st.code(reading.pandas_call(name, file), language="python")
        st.code(reading.r_call(name, file), language="r")
        st.caption(literal(word("reading.spreadsheet")))
        st.caption(literal(word("reading.typed")))
