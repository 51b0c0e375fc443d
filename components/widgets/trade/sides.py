"""Both sides of US trade with one of the five, each way of the goods, with freight taken off where there is freight."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import mirror_gap as figure
from components.figures import trade_words
from components.markdown import literal
from components.reader import binding
from components.reader.choice import Choice
from components.widgets.common import prose
from components.widgets.common.table import References
from components.widgets.trade import twin
from components.words import word
from data.analysis import mirror_gap, mirror_reasons
from data.output import trade_frames
from data.package import countries, notes

QUIET = {"displayModeBar": False}
BOTH = ("reporter_usd", "partner_usd", "cif_pct", "gap_usd", "ratio", "closing_pct")
COLUMNS = ("year", "origin", "dest", *BOTH, "status", "source_id")
# What is on record of how large freight and insurance are.
MEASURED = "months-2025"


def show(choice: Choice, iso3: str) -> None:
    """Controls, a dumbbell for each way, the reasons on record, table and files."""
    with st.container(key="asked_cif", width=420):
        st.slider(
            word("trade_parts.cif"), 0, mirror_gap.MOST_CIF, **binding.bind("cif"), help=word("trade_parts.cif_help")
        )
    rows = mirror_gap.of(iso3, mirror_gap.US, choice.cif)
    ways = [rows[rows["origin"] == origin] for origin in (iso3, mirror_gap.US)]
    for column, own in zip(st.columns(2, gap="large"), ways, strict=True):
        with column:
            _way(own, iso3, choice.year)
    _know(iso3)
    make = partial(trade_frames.mirror, iso3, mirror_gap.US, choice.cif)
    title = figure.title(ways[-1], choice.year)
    twin.show("sides", title, rows, COLUMNS, make, "mirror", iso3, f"cif{choice.cif}")


def _way(own: pd.DataFrame, iso3: str, year: int) -> None:
    origin = str(own["origin"].iloc[0])
    prose.show(f"sides_title_{origin == iso3}", f"**{literal(figure.title(own, year))}**")
    if origin == iso3:
        st.caption(literal(word("trade_parts.cif_off")))
    else:
        st.caption(literal(word("mirror_gap.unit", name=countries.name(iso3))))
    st.plotly_chart(figure.build(own, year), key=f"sides_{origin == iso3}", config=QUIET, alt=figure.alt(own))


def _know(iso3: str) -> None:
    """How each side values, how large freight is on record, and what is on record on why the sides differ."""
    references = References()
    measured = next(one for one in notes.every() if one.id == MEASURED)
    lines = [literal(word("mirror_gap.valued")), literal(word("mirror_gap.one_reporter"))]
    text = literal(word("mirror_gap.measured", text=measured.text))
    lines.append(f"{text} ({references.cite(measured.source_id)})")
    reasons = mirror_reasons.of(iso3)
    for kind, said_there in reasons[["kind", "text"]].drop_duplicates().itertuples(index=False, name=None):
        own = reasons[(reasons["kind"] == kind) & (reasons["text"] == said_there)]
        gaps = {"years": trade_words.spans(own["year"]), "kind": word(f"mirror_reasons.{kind}"), "text": said_there}
        said = literal(word("mirror_gap.reason", **gaps).rstrip())
        lines.append(f"{said} ({references.cite(str(own['source_id'].iloc[0]))})")
    lines += [] if len(reasons) else [literal(word("mirror_gap.no_reason"))]
    prose.show("sides_know", "\n".join([*(f"- {one}" for one in lines), "", *references.addresses()]))
