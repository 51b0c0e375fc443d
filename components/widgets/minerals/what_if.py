"""What if Central Asia sold a part of what another country sells the United States: the band, its lowest point, how it
is worked out, and the curve as table and file."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import supply_words, what_if
from components.markdown import literal
from components.widgets.common import downloads, folds, prose
from components.widgets.common.table import References
from components.words import word
from data.analysis import scenario, suppliers
from data.output import extract, panel_frame
from data.package import licensing, tables

KEY = "what_if"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
FIGURES = ("hhi_low", "hhi_high", "coverage_pct")
# The table has every so many percent; the file has all.
EVERY = 10


def show(mineral: str, form: str | None, part: int, from_supplier: str | None, taken_as: str) -> None:
    """The panel of a market; `part` is in percent of what the supplier sells, the largest where none is known.

    Where nothing can be told, the sentence that says why is all there is."""
    if suppliers.headline_form(mineral, suppliers.US_IMPORTS) is None:
        prose.show(f"{KEY}_title", literal(supply_words.no_imports(mineral)))
        return
    known = scenario.sellers(mineral, form)
    curve = scenario.of(mineral, form, from_supplier if from_supplier in known else None, taken_as)
    prose.show(f"{KEY}_title", f"**{literal(what_if.title(curve, part))}**")
    if scenario.best(curve) is not None:
        _figure(curve, part)
    _sources(curve)
    _take(curve, part)


def _figure(curve: pd.DataFrame, part: int) -> None:
    st.plotly_chart(what_if.build(curve, part), key=KEY, config=QUIET, alt=what_if.alt(curve, part))
    prose.show(f"{KEY}_lowest", literal(what_if.lowest(curve)))
    with folds.fold(f"{KEY}_working", word("what_if.how"), icon=":material/function:") as fold:
        if fold.open:
            st.caption("  \n".join(map(literal, what_if.notes(curve))))
            _table(curve)


def _table(curve: pd.DataFrame) -> None:
    rows = curve[curve["x_pct"] % EVERY == 0].to_dict("records")
    head = f"| {literal(word('what_if.column_part'))} | {literal(word('what_if.index'))} |"
    body = [
        f"| {row['x_pct']:.0f} | {literal(supply_words.between(row['hhi_low'], row['hhi_high']))} |" for row in rows
    ]
    lines = [head, "|--:|--:|", *body]
    with prose.anew(f"{KEY}_table", lines):
        st.markdown("\n".join(lines))


def _sources(curve: pd.DataFrame) -> None:
    """Whose the shares are, and whose the marks."""
    references = References()
    marks = tables.load(what_if.MARKS)["source_id"].iloc[-1]
    said = [references.cite(curve["source_id"].iloc[0]), references.cite(marks)]
    lines = [f"{literal(word('table.source'))}: {' · '.join(said)}", "", *references.addresses()]
    prose.show(f"{KEY}_sources", "\n".join(lines), st.caption)


def _take(curve: pd.DataFrame, part: int) -> None:
    """The files of the whole curve."""
    first = curve.iloc[0]
    make = partial(panel_frame.extract_of, curve, FIGURES, what_if.title(curve, part), downloads.here())
    stem = extract.panel_stem("scenario", first["mineral"], first["form"], first["from_supplier"], first["taken_as"])
    held = int(licensing.is_withheld(curve).sum())
    downloads.plain(make, word("download.this"), stem, held, key=f"{KEY}_take")
