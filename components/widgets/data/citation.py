"""How to cite: the package, a table or one of its sources, in four forms to copy or to take along."""

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from components.reader import binding, session
from components.widgets.common import citing, folds, prose
from components.words import word
from data.analysis import catalogue
from data.output import citation
from data.output.citation import FORMS, Cited

PACKAGE, TABLE = "package:", "table:"


def show(table: str | None) -> None:
    """The citation of the package, or of what is chosen in a table: the table, the package, a source."""
    with folds.fold("cite_open", word("cite.title"), icon=":material/format_quote:"):
        options = [PACKAGE] if table is None else [TABLE, PACKAGE, *catalogue.source_rows(table)["source_id"]]
        chosen = PACKAGE
        if len(options) > 1:
            name = f"cite_{table}"
            chosen = session.kept(name, options[0])
            bound = binding.bind_to(name, chosen, partial(session.keep, name))
            st.selectbox(word("cite.what"), options, **bound, format_func=_label)
        cited = _cited(chosen, table)
        for tab, form in zip(_tabs(), FORMS, strict=True):
            with tab, prose.anew(f"cited_{form}", chosen):
                citing.form(cited, form, key="cite")


def _tabs() -> Sequence[Any]:
    """A tab a form; which is open is kept by the form, not by its label."""
    labels = {word(f"cite.{form}"): form for form in FORMS}
    opened = word(f"cite.{session.kept('cite_form', next(iter(FORMS)))}")
    return st.tabs(
        list(labels), **binding.bind_to("cite_form", opened, lambda label: session.keep("cite_form", labels[label]))
    )


def _label(option: str) -> str:
    if option in (PACKAGE, TABLE):
        return word("cite.package" if option == PACKAGE else "cite.table")
    source = citation.of_source(option)
    return f"{source.author}: {source.title}"


def _cited(option: str, table: str | None) -> Cited:
    if option == TABLE and table:
        return citation.of_table(table)
    return citation.of_package() if option == PACKAGE else citation.of_source(option)
