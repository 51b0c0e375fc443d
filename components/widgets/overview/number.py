"""The chosen country's number beside the map, with what to mind of it and the way to where it comes from."""

import streamlit as st

from components.markdown import literal
from components.reader.choice import Choice
from components.widgets.common import prose, provenance, value_panel
from components.words import counted, word
from data import indicators
from data.package import countries
from data.vocabulary import terms


def show(choice: Choice) -> None:
    """The number; an invitation where no country is chosen."""
    if choice.country is None:
        st.info(word("card.choose"), icon=":material/touch_app:")
        return
    name, year = literal(countries.name(choice.country)), choice.year
    row = value_panel.cell(choice.indicator, choice.country, year)
    if row is None:
        prose.show("number", f"**{name}**, {year}: {literal(terms.status('not_covered'))}")
        return
    line = value_panel.sources_line(row)
    said = [
        f"{name}, {year}: {value_panel.reading(row, indicators.get(choice.indicator))}",
        value_panel.metals_line(choice.indicator, row),
        f":small[{line}]" if line else "",
        value_panel.products_line(choice.indicator, choice.country, year),
    ]
    said += value_panel.remarks(choice.indicator, choice.country, year)
    said += [value_panel.breaks_line(choice.indicator, choice.country)]
    prose.show("number", "  \n".join(filter(None, said)))
    records = indicators.alternatives(choice.indicator, choice.country, year)
    others = int((~records["preferred"].astype(bool)).sum())
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        provenance.button(choice.indicator, [choice.country], year, key="opens_number")
        if others:
            st.caption(counted("card.alternatives", others))
