"""A figure of the page with all that goes with it: the finding as its title, what is drawn, the same in words, sources,
the files."""

from dataclasses import dataclass
from functools import partial

import plotly.graph_objects as go
import streamlit as st

from components.markdown import literal
from components.widgets.common import downloads, folds, prose
from components.widgets.common.table import References
from components.words import word
from data.output import extract
from data.output.leaving import Leaving
from data.package.statuses import joined_ids

QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


@dataclass(frozen=True)
class Drawn:
    """What is drawn at a place: `said` are the marks in words, line by line, `leaving` what may leave of the rows, in a
    file called `stem`."""

    place: str
    title: str
    note: str
    figure: go.Figure
    alt: str
    said: tuple[str, ...]
    leaving: Leaving
    stem: tuple[str, ...]


def show(one: Drawn) -> None:
    """Draw it."""
    prose.show(f"{one.place}_title", f"**{literal(one.title)}**")
    prose.show(f"{one.place}_note", literal(one.note), st.caption)
    st.plotly_chart(one.figure, key=one.place, config=QUIET, alt=one.alt)
    with st.container(key=f"twin_{one.place}", horizontal=True, vertical_alignment="top", gap="small"):
        with folds.fold(f"words_{one.place}", word("country.in_words"), icon=":material/notes:") as fold:
            if fold.open:
                st.markdown("\n".join(f"- {literal(line)}" for line in one.said))
        make = partial(one.leaving.extract, one.title, downloads.here())
        stem, left_out = extract.panel_stem(*one.stem), one.leaving.withheld
        downloads.plain(make, word("download.this"), stem, left_out, key=f"{one.place}_take")
    references = References()
    said = references.cite(joined_ids(one.leaving.cited))
    lines = [f"{literal(word('table.source'))}: {said}", "", *references.addresses()]
    prose.show(f"{one.place}_sources", "\n".join(lines), st.caption)
