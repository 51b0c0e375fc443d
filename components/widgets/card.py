"""The selected country's key figures, each with its year, status and source."""

import pandas as pd
import streamlit as st

from components.widgets import number
from components.widgets.text import literal
from components.words import word
from data import countries, indicators

KEY_FIGURES = ("us_imports_usd", "us_exports_usd", "us_balance_usd", "forums_count")
RANKS_SHOWN = 4


def newest(indicator_id: str, iso3: str) -> pd.Series | None:
    """The newest row with a value for a country; None where it has none at all."""
    values = indicators.values(indicator_id)
    rows = values[(values["iso3"] == iso3) & values["value"].notna()]
    return None if rows.empty else rows.sort_values("year").iloc[-1]


def best_ranks(iso3: str) -> list[tuple[str, pd.Series]]:
    """The minerals in which a country's certain world rank is best, in the newest year each: (indicator id, row)."""
    found = []
    for one in indicators.registry().values():
        if one.kind == "rank":
            row = newest(one.id, iso3)
            if row is not None:
                found.append((one.id, row))
    return sorted(found, key=lambda pair: (pair[1]["value"], -pair[1]["year"], pair[0]))[:RANKS_SHOWN]


def show(iso3: str | None) -> None:
    """The card; an invitation where no country is chosen."""
    if iso3 is None:
        st.info(word("card.choose"), icon=":material/touch_app:")
        return
    st.markdown(f"### {literal(countries.name(iso3))}")
    if iso3 not in countries.SIX:
        st.caption(word("card.other_country"))
    figures = [(one, newest(one, iso3)) for one in KEY_FIGURES]
    shown = [(one, row) for one, row in figures if row is not None] + best_ranks(iso3)
    for indicator_id, row in shown:
        _line(indicator_id, row)


def _line(indicator_id: str, row: pd.Series) -> None:
    indicator = indicators.get(indicator_id)
    value = number.reading(row, indicator)
    line = f":small[{literal(indicator.title)}, {row['year']}]  \n{value}  \n:small[{number.sources_line(row)}]"
    st.markdown(line)
