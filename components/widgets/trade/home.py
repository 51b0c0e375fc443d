"""Which of the five the parts of the trade in full are of: the country of the page, else that of the chosen line, else
the one from which the United States buys most."""

import streamlit as st

from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice, ends
from components.words import word
from data.analysis import us_trade_by_year
from data.package import countries
from data.package.countries import C5


def of(choice: Choice) -> str:
    """The country shown."""
    pair = ends(choice.pair) if choice.pair else ()
    chosen = next((one for one in (choice.country, *pair) if one in C5), None)
    return chosen or us_trade_by_year.first(choice.year) or C5[0]


def choose(choice: Choice) -> str:
    """Draw the choice of one of the five, and give the one shown."""
    shown = of(choice)
    st.segmented_control(
        word("trade_parts.country"),
        C5,
        **binding.bind_to("part_country", shown, lambda iso3: session.choose_flows(country=iso3), is_shared=True),
        required=True,
        format_func=countries.name,
        wrap=True,
    )
    return shown


def tell(choice: Choice) -> None:
    """Say why a country stands there that nobody chose."""
    if choice.country not in C5 and choice.pair is None:
        st.caption(literal(word("trade_parts.shown_for", name=countries.name(of(choice)), year=choice.year)))
