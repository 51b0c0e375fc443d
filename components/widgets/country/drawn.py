"""A figure of the page with all that goes with it: the finding as its title, what is drawn, the same in words, sources,
the files."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import plotly.graph_objects as go
import streamlit as st

from components.markdown import literal
from components.widgets.common import downloads, folds, prose
from components.widgets.common.table import References
from components.words import word
from data.output import extract
from data.output.extract import Extract
from data.package.statuses import joined_ids

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


@dataclass(frozen=True)
class Drawn:
    """What is drawn at a place: `said` are the marks in words, line by line; `make` gives the file called `stem`,
    without the figures that are `left_out` for their licence."""

    place: str
    title: str
    note: str
    figure: go.Figure
    alt: str
    said: tuple[str, ...]
    source_ids: Iterable[str]
    make: Callable[[str, str], Extract]
    stem: tuple[str, ...]
    left_out: int


def show(one: Drawn) -> None:
    """Draw it."""
    prose.show(f"{one.place}_title", f"**{literal(one.title)}**")
    prose.show(f"{one.place}_note", literal(one.note), st.caption)
    st.plotly_chart(one.figure, key=one.place, config=QUIET, alt=one.alt)
    with st.container(key=f"twin_{one.place}", horizontal=True, vertical_alignment="top", gap="small"):
        with folds.fold(f"words_{one.place}", word("country.in_words"), icon=":material/notes:") as fold:
            if fold.open:
                st.markdown("\n".join(f"- {literal(line)}" for line in one.said))
        address = downloads.here()
        stem = extract.panel_stem(*one.stem)
        downloads.plain(
            lambda: one.make(one.title, address), word("download.this"), stem, one.left_out, key=f"{one.place}_take"
        )
    references = References()
    said = references.cite(joined_ids(one.source_ids))
    lines = [f"{literal(word('table.source'))}: {said}", "", *references.addresses()]
    prose.show(f"{one.place}_sources", "\n".join(lines), st.caption)
