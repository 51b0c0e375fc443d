"""The uranium of US reactors by origin and year; a click on a part chooses its year and country."""

import streamlit as st

from components.figures import uranium_years
from components.markdown import literal
from components.reader import binding, session, wanted
from components.widgets.common import figure, prose
from components.widgets.minerals import select, twin
from components.words import word
from data.analysis import uranium_origins
from data.output import mineral_frames
from data.package import countries

KEY = "us_uranium"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}
COLUMNS = ("year", "members", "share_pct", "quantity_klb_u3o8e", "status", "source_id")


def show() -> None:
    """The columns of all years."""
    rows, shown = uranium_origins.origins(), wanted.uranium_year(session.current())
    title = word("us_uranium.title")
    prose.show("uranium_title", f"**{literal(title)}** {literal(word('us_uranium.unit'))}")
    with st.container(key="uranium_frame"), figure.named():
        st.plotly_chart(
            uranium_years.build(rows, shown),
            key=KEY,
            config=QUIET,
            alt=uranium_years.alt(rows, shown),
            on_select=binding.reporting(_clicked),
            selection_mode="points",
        )
    st.caption(literal(word("us_uranium.note")))
    told = rows.assign(members=[uranium_years.name(one) for one in rows["members"]])
    twin.show("uranium", title, told, COLUMNS, mineral_frames.uranium, "us_uranium")


def _clicked() -> None:
    found = select.clicked(KEY)
    if not found:
        return
    session.choose(year=int(found[1]))
    if countries.is_country(str(found[0] or "")):
        session.choose(country=str(found[0]))
