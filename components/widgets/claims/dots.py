"""Said against recorded as a figure: a click on a mark shows the card of its claim."""

import pandas as pd
import streamlit as st

from components.figures import claims_answer, said_recorded
from components.markdown import literal
from components.reader import binding, session
from components.widgets.common import figure as figures
from components.widgets.common import prose
from components.widgets.common.claim_texts import LIMITS
from components.words import word
from data.analysis import claim_facts
from data.analysis.claim_selection import Asked
from data.faults import UnknownId

KEY = "claims_dots"
QUIET = {"displayModeBar": False, "scrollZoom": False, "doubleClick": False}


def show(rows: pd.DataFrame, asked: Asked, shown: str | None) -> None:
    """The figure of the claims asked for, columns as `claim_selection.COLUMNS`, and what is not on it."""
    prose.show("claims_figure_title", f"## {literal(word('claims.figure'))}")
    if rows["ratio"].notna().any():
        with figures.named(), st.container(key="claims_figure"):
            st.plotly_chart(
                said_recorded.build(rows, shown),
                key=KEY,
                config=QUIET,
                alt=said_recorded.alt(rows),
                on_select=binding.reporting(_chosen),
                selection_mode="points",
            )
        st.caption(literal(word("claims.bands", **LIMITS)))
    else:
        with figures.named():
            st.info(word("claims.no_dots" if len(rows) or asked.verdicts else "claims.none_chosen"))
    said = claims_answer.hidden(asked)
    if said:
        prose.show("claims_hidden", literal(said), st.caption)


def _chosen() -> None:
    """Take over the claim of the mark that was clicked."""
    points = st.session_state[KEY].selection.points
    named = [point["customdata"][0] for point in points if point.get("customdata")]
    if named:
        take(str(named[0]))


def take(claim_id: str) -> None:
    """Show the card of a claim, where there is such a one."""
    try:
        session.choose(claim=claim_facts.get(claim_id).claim_id)
    except UnknownId:
        return
