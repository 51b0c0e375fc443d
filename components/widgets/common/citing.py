"""A citation in its forms, each to copy or to take as a file; of a figure also its link and where it comes from."""

from collections.abc import Sequence
from typing import Any

import streamlit as st

from components.words import word
from data.output import citation, prov
from data.output.citation import Cited
from data.output.figure import Figure

LINK, PROV = "link", "prov"
OF_FIGURE = (*citation.FORMS, LINK, PROV)
TALL_PX = 240


def form(cited: Cited, name: str, *, key: str) -> None:
    """One form of a citation."""
    write, ending, mime = citation.FORMS[name]
    _take(name, write(cited), f"{cited.key}.{ending}", mime, key)


def figure(one: Figure, address: str) -> None:
    """All forms for a figure, a tab each: `address` is that of the view with it, at this version of the data."""
    cited = one.cited(address)
    for tab, name in zip(_tabs(OF_FIGURE), OF_FIGURE, strict=True):
        with tab:
            if name == LINK:
                st.code(address, language=None, wrap_lines=True)
            elif name == PROV:
                st.caption(word("cite.prov_about"))
                body = prov.as_json(prov.of_figure(one)).decode()
                file = f"{prov.stem(one.indicator.id, one.iso3, str(one.year))}.jsonld"
                _take(name, body, file, prov.MIME, "figure")
            else:
                form(cited, name, key="figure")


def _tabs(names: Sequence[str]) -> Sequence[Any]:
    return st.tabs([word(f"cite.{name}") for name in names])


def _take(name: str, body: str, file: str, mime: str, key: str) -> None:
    st.code(body, language=None, wrap_lines=True, height=TALL_PX if name == PROV else "content")
    st.download_button(
        word("cite.download", form=word(f"cite.{name}")),
        data=body,
        file_name=file,
        mime=mime,
        key=f"{key}_{name}",
        on_click="ignore",
        icon=":material/download:",
    )
