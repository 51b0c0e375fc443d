"""The indicator over all its years; a click on a mark chooses country and year, and says where the number is from."""

from functools import partial
from typing import Any

import streamlit as st

from components.figures import timeline
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import figure, provenance
from components.words import word
from data import indicators
from data.package import countries

KEY = "chart_of_years"
QUIET = {"displayModeBar": False}


def show(choice: Choice) -> None:
    """The chart of the six, of the countries asked for, and of the one chosen."""
    shown = tuple(timeline.countries_of(choice.indicator, choice.others, choice.country))
    title = indicators.get(choice.indicator).title
    st.markdown(f"**{literal(title)}**")
    if not shown:
        st.caption(word("chart.none"))
        return
    with figure.named():
        st.plotly_chart(
            timeline.build(choice.indicator, choice.year, shown),
            key=KEY,
            on_select=binding.reporting(partial(_clicked, choice.indicator)),
            selection_mode="points",
            config=QUIET,
            alt=timeline.alt(choice.indicator, shown),
        )
    st.caption("  \n".join(map(literal, timeline.notes(choice.indicator, shown))))


def _clicked(indicator_id: str) -> None:
    """Take over what was clicked: the panel opens, and country and year are chosen."""
    points: list[dict[str, Any]] = st.session_state[KEY]["selection"]["points"]
    found = [point["customdata"] for point in points if point.get("customdata")]
    if not found:
        return
    iso3, year, *_ = found[0]
    if countries.is_country(str(iso3)) and year in indicators.years(indicator_id):
        session.choose(country=iso3, year=int(year))
        provenance.ask(indicator_id, [iso3], int(year))
