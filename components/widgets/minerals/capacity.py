"""What a swap needs beside what the five produce: two bars, or why they are not set side by side; and the file."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import capacity_bars, supply_words
from components.markdown import literal
from components.widgets.common import downloads, prose
from components.widgets.common.table import References
from components.words import word
from data.analysis import capacity, scenario, suppliers
from data.output import extract, panel_frame
from data.package import licensing
from data.package.statuses import joined_ids

KEY = "capacity"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
FIGURES = ("value", "share_pct")


def show(mineral: str, form: str | None, part: int, from_supplier: str | None) -> None:
    """The check for a part of what a supplier sells, the largest where none is known."""
    if suppliers.headline_form(mineral, suppliers.US_IMPORTS) is None:
        prose.show(f"{KEY}_title", literal(supply_words.no_imports(mineral)))
        return
    known = scenario.sellers(mineral, form)
    rows = capacity.of(mineral, form, part, from_supplier if from_supplier in known else None)
    if capacity_bars.is_drawn(rows):
        prose.show(f"{KEY}_title", f"**{literal(capacity_bars.title(rows))}**")
        st.plotly_chart(capacity_bars.build(rows), key=KEY, config=QUIET, alt=capacity_bars.alt(rows))
        prose.show(f"{KEY}_note", literal(capacity_bars.note(rows)), st.caption)
    else:
        prose.show(f"{KEY}_title", literal(capacity_bars.title(rows)))
    _sources(rows)
    _take(rows)


def _sources(rows: pd.DataFrame) -> None:
    references = References()
    said = references.cite(joined_ids(rows["source_id"]))
    lines = [f"{literal(word('table.source'))}: {said}", "", *references.addresses()]
    prose.show(f"{KEY}_sources", "\n".join(lines), st.caption)


def _take(rows: pd.DataFrame) -> None:
    first = rows.iloc[0]
    make = partial(panel_frame.extract_of, rows, FIGURES, capacity_bars.title(rows), downloads.here())
    stem = extract.panel_stem("capacity", first["mineral"], first["form"])
    downloads.plain(make, word("download.this"), stem, int(licensing.is_withheld(rows).sum()), key=f"{KEY}_take")
