"""US aid to a country by fiscal year, or to each of the five."""

import pandas as pd
import streamlit as st

from components.figures import aid_bars as bars
from components.markdown import literal
from components.widgets.common import caveats, prose
from components.widgets.country import money_files
from components.words import word
from data.output import money_frames
from data.package import countries
from data.vocabulary import terms

KEY = "aid"
# The series whose caveats are those of the table.
INDICATOR = "us_aid_usd"


def show(iso3: str) -> None:
    """The sentence, the bars, what they are of, and their table."""
    host = iso3 if iso3 in countries.C5 else None
    rows = money_frames.aid(host)
    st.markdown(f"## {literal(word('aid.title'))}")
    title = bars.answer(host, rows) if host else bars.answer_five(rows)
    subtitle = f" {literal(word('aid.subtitle'))}" if host and len(rows) else ""
    prose.show(f"{KEY}_answer", f"**{literal(title)}**{subtitle}")
    if rows.empty:
        return
    figure, alt = (bars.build(rows), bars.alt(rows)) if host else (bars.build_five(rows), title)
    st.plotly_chart(figure, key=KEY, config=money_files.QUIET, alt=alt)
    prose.show(f"{KEY}_note", literal(bars.note(rows)), st.caption)
    money_files.show_sources(KEY, rows)
    money_files.show(KEY, title, rows, _shown(rows), "us_aid", host or "five")
    caveats.show(INDICATOR, f"{KEY}_caveats")


def _shown(rows: pd.DataFrame) -> dict[str, list[object]]:
    return {
        "fiscal_year": rows["fiscal_year"].tolist(),
        "country": rows["country"].tolist(),
        "obligations_usd": rows["obligations_usd"].tolist(),
        "disbursements_usd": rows["disbursements_usd"].tolist(),
        "status": [terms.status(one) for one in rows["status"]],
        **money_files.cited(rows),
        "locator": rows["locator"].tolist(),
    }
