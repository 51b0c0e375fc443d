"""The United States beside China, Russia, the European Union and Turkey in the trade of one of the five."""

from functools import partial

import pandas as pd
import streamlit as st

from components.figures import partner_context, trade_words
from components.markdown import literal
from components.reader.choice import Choice
from components.widgets.common import controls, prose
from components.widgets.trade import twin
from components.words import word
from data.analysis import partners_in_context
from data.output import trade_frames
from data.package import countries
from data.subjects import partner_totals
from data.subjects.partner_trade import WIDER

QUIET = {"displayModeBar": False}
COLUMNS = ("year", "partner", "value_usd", "total_usd", "share_pct", "rank", "rank_last", "status", "source_id")


def show(choice: Choice, iso3: str) -> None:
    """Controls, title, columns of shares beside lines of shares and places, table and files."""
    controls.one_of("context", label_visibility="collapsed")
    rows = partners_in_context.of(iso3, choice.context)
    if rows.empty:
        st.caption(literal(word("partner_context.none", name=countries.name(iso3))))
        return
    title = partner_context.title(rows)
    prose.show("partners_title", f"**{literal(title)}**")
    st.caption(literal(_basis(rows, iso3)))
    figures = {"shares": partner_context.shares}
    if partner_context.has_shares(rows):
        figures = {"stack": partner_context.stack, **figures, "places": partner_context.places}
    for column, (name, build) in zip(st.columns(len(figures), gap="medium"), figures.items(), strict=True):
        with column:
            st.plotly_chart(build(rows), key=f"context_{name}", config=QUIET, alt=partner_context.alt(rows))
    if partner_context.has_shares(rows):
        notes = [word("partner_context.ranks"), word("partner_context.hatched"), partner_context.included(rows)]
        st.caption(literal(" ".join(notes).rstrip()))
    make = partial(trade_frames.partners, iso3, choice.context)
    twin.show("partners", title, rows, COLUMNS, make, "partners", iso3, choice.context)


def _basis(rows: pd.DataFrame, iso3: str) -> str:
    """Whose books the figures are from, whether they count services, and which totals are not of the same tables."""
    said = [word(f"partner_context.{rows['side'].iloc[0]}", name=countries.name(iso3))]
    if (rows["coverage"] == WIDER).any():
        said.append(word("partner_context.wider"))
    is_other = rows["basis"].str.contains(partner_totals.WTO)
    if is_other.any():
        said.append(word("partner_context.other_total", years=trade_words.spans(rows.loc[is_other, "year"])))
    return " ".join(said)
