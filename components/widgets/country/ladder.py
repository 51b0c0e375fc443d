"""The deals with US firms by how far they have come: filters, ladder, and of the United States the same by partner."""

import pandas as pd
import streamlit as st

from components.figures import deals_ladder as bars
from components.markdown import literal
from components.reader import session
from components.widgets.common import prose
from components.widgets.country import deal_filters, money_files
from components.words import word
from data.analysis import deals_ladder
from data.analysis.deals import Asked
from data.output import money_frames
from data.package import countries
from data.vocabulary import terms

KEY = "deals_ladder"
MILLION = 1e6


def show(iso3: str) -> None:
    """The sentence, the filters, the bars and what is left out of them."""
    asked = deal_filters.asked(iso3, session.current())
    rows = money_frames.ladder(asked)
    total = deals_ladder.total(rows)
    st.markdown(f"## {literal(word('deals.title'))}")
    title = bars.answer(total, asked)
    prose.show(f"{KEY}_answer", f"**{literal(title)}** {literal(word('deals.subtitle'))}")
    deal_filters.show(iso3)
    st.plotly_chart(bars.build(rows), key=KEY, config=money_files.QUIET, alt=bars.alt(rows, asked))
    prose.show(f"{KEY}_note", literal(bars.note(total)), st.caption)
    money_files.show_sources(KEY, rows)
    money_files.show(KEY, title, rows, _shown(rows), "deals_ladder", *_stem(asked))
    if asked.iso3 is None:
        _show_partners(asked)


def _show_partners(asked: Asked) -> None:
    rows = money_frames.ladder_by_partner(asked)
    texts = []
    for iso3 in countries.C5:
        one = Asked(iso3, asked.first, asked.last, asked.sector, asked.firm, asked.rung)
        texts.append(f"- {literal(bars.answer(deals_ladder.total(rows[rows['iso3'] == iso3]), one))}")
    prose.show(f"{KEY}_partners", "\n".join(texts))
    title = word("deals.by_partner")
    shown = {"country": rows["country"].tolist(), **_shown(rows)}
    money_files.show(f"{KEY}_by_partner", title, rows, shown, "deals_by_partner", *_stem(asked))


def _stem(asked: Asked) -> list[str]:
    parts = (asked.iso3 or "five", asked.first, asked.last, asked.sector, asked.firm, asked.rung)
    return [part for part in parts if part]


def _shown(rows: pd.DataFrame) -> dict[str, list[object]]:
    """The rows in words, money in millions of US dollars."""
    return {
        "rung": [terms.rung(one) for one in rows["rung"]],
        "deals": rows["deals"].tolist(),
        "known_usd": (rows["known_usd"] / MILLION).tolist(),
        "up_to_usd": (rows["up_to_usd"] / MILLION).tolist(),
        "without_value": rows["without_value"].tolist(),
        "left_out": rows["left_out"].tolist(),
        "left_out_usd": (rows["left_out_usd"] / MILLION).tolist(),
    }
