"""What the deals are narrowed down by: one row of lists, and a button that takes all of it back."""

from collections.abc import Callable, Sequence

import streamlit as st

from components.reader import binding, session
from components.reader.choice import Choice
from components.words import word
from data.analysis import deals
from data.analysis.deals import RUNGS, Asked
from data.package import countries, names
from data.vocabulary import cldr, terms

NOTHING = {"deals_from": None, "deals_to": None, "sector": None, "firm": None, "rung": None}
WIDTHS = [1, 1, 1, 1.3, 1.2]


def asked(iso3: str, choice: Choice) -> Asked:
    """Which deals the choice asks for; of all five where the country is the United States."""
    country = iso3 if iso3 in countries.C5 else None
    return Asked(country, choice.deals_from, choice.deals_to, choice.sector, choice.firm, choice.rung)


def show(iso3: str) -> None:
    """Draw the row."""
    country = asked(iso3, session.current()).iso3
    days = deals.days(country)
    lists: tuple[tuple[str, str, Sequence[str], Callable[[str], str], str], ...] = (
        ("deals_from", "from", days, cldr.written, "all_from"),
        ("deals_to", "to", days, cldr.written, "all_to"),
        ("sector", "sector", deals.sectors(country), _sector, "all_sectors"),
        ("firm", "firm", deals.firms(country), str, "all_firms"),
        ("rung", "rung", RUNGS, terms.rung, "all_rungs"),
    )
    with st.container(key="deal_controls"):
        columns = st.columns(WIDTHS, gap="small")
    for column, (field, label, options, shown, empty) in zip(columns, lists, strict=True):
        chosen = getattr(session.current(), field)
        column.selectbox(
            word(f"deals.{label}"),
            options if chosen is None or chosen in options else [chosen, *options],
            index=None,
            **binding.bind(field),
            format_func=shown,
            placeholder=word(f"deals.{empty}"),
            label_visibility="collapsed",
        )
    if any(getattr(session.current(), field) for field in NOTHING):
        st.button(word("deals.clear"), on_click=_clear, key="deals_clear", icon=":material/filter_alt_off:")


def _sector(sector: str) -> str:
    name = names.of("standing", sector)
    return name[:1].upper() + name[1:]


def _clear() -> None:
    session.choose(**NOTHING)
