"""The selected country's key figures, each with its year, status and source."""

import pandas as pd
import streamlit as st

from components.markdown import literal
from components.widgets.common import prose, value_panel
from components.words import word
from data import indicators
from data.package import countries

KEY_FIGURES = (
    "us_imports_usd",
    "us_exports_usd",
    "us_balance_usd",
    "us_aid_usd",
    "us_uranium_share_pct",
    "critical_minerals_count",
    "forums_count",
)
RANKS_SHOWN = 3


def newest(indicator_id: str, iso3: str) -> pd.Series | None:
    """The newest row with a value for a country; None where it has none at all.

    A provisional figure, often of a year that is not over, stands back behind the newest final one."""
    values = indicators.values(indicator_id)
    rows = values[(values["iso3"] == iso3) & values["value"].notna()]
    ordered = rows.assign(is_final=rows["status"] != "provisional").sort_values(["is_final", "year"])
    return None if rows.empty else ordered.iloc[-1]


def best_ranks(iso3: str) -> list[tuple[str, pd.Series]]:
    """The minerals in which a country's certain world rank is best, in the newest year each: (indicator id, row)."""
    found = []
    for indicator in indicators.registry().values():
        if indicator.kind == "rank" and indicator.theme == "minerals":
            row = newest(indicator.id, iso3)
            if row is not None:
                found.append((indicator.id, row))
    return sorted(found, key=lambda pair: (pair[1]["value"], -pair[1]["year"], pair[0]))[:RANKS_SHOWN]


def show(iso3: str | None) -> None:
    """The card; nothing where no country is chosen."""
    if iso3 is None:
        return
    with prose.anew("card", iso3):
        _card(iso3)


def _card(iso3: str) -> None:
    st.markdown(f"## {literal(countries.name(iso3))}")
    if iso3 not in countries.SIX:
        st.caption(word("card.other_country"))
    figures = [(key_figure, newest(key_figure, iso3)) for key_figure in KEY_FIGURES]
    shown = [(one, row) for one, row in figures if row is not None] + best_ranks(iso3)
    if len({row["year"] for _, row in shown}) > 1:
        st.caption(word("card.years"))
    texts = [_figure(indicator_id, row) for indicator_id, row in shown]
    half = (len(texts) + 1) // 2
    for column, part in zip(st.columns(2), (texts[:half], texts[half:]), strict=True):
        column.markdown("\n\n".join(part))


def _figure(indicator_id: str, row: pd.Series) -> str:
    indicator = indicators.get(indicator_id)
    said = [f":small[{literal(indicator.title)}]", f"{row['year']}: {value_panel.reading(row, indicator)}"]
    said += [value_panel.metals_line(indicator_id, row), f":small[{value_panel.sources_line(row)}]"]
    said += value_panel.remarks(indicator_id, str(row["iso3"]), int(row["year"]), is_brief=True)
    return "  \n".join(filter(None, said))
