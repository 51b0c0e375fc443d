"""The five over the years: US imports and exports of each on the same axes."""

import streamlit as st

from components.figures import us_trade_years
from components.markdown import literal
from components.reader.choice import Choice
from components.widgets.common import prose
from components.widgets.trade import twin
from components.words import word
from data.analysis import us_trade_by_year
from data.output import trade_frames

QUIET = {"displayModeBar": False}
COLUMNS = ("iso3", "flow", "year", "value_usd", "status", "source_id")


def show(choice: Choice) -> None:
    """Title, charts, table and files."""
    rows = us_trade_by_year.every()
    title = us_trade_years.title(choice.year)
    prose.show("years_title", f"**{literal(title)}**")
    st.caption(literal(word("us_trade_years.unit")))
    st.plotly_chart(
        us_trade_years.build(choice.year),
        key="us_trade_years",
        config=QUIET,
        alt=us_trade_years.alt(choice.year),
    )
    told = rows.assign(flow=[word(f"us_trade_years.{one}") for one in rows["flow"]])
    twin.show("years", title, told, COLUMNS, trade_frames.by_year, "us_trade_by_year")
