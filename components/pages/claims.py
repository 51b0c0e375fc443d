"""Claims: what was said against what is on record, one claim in full beside it, and how verdicts come about."""

import streamlit as st

from components.figures import claims_answer
from components.reader import session, wanted
from components.widgets.claims import card, controls, dots, lists, method, table
from components.widgets.common import answer, faults, notices, panel
from data.analysis import claim_selection


@st.fragment
@faults.guarded
def _claims() -> None:
    notices.tell_lost()
    choice = session.current()
    asked = wanted.claims(choice)
    rows = claim_selection.frame(asked)
    shown = choice.claim or (str(rows["claim_id"].iloc[0]) if len(rows) else None)
    answer.show(claims_answer.of(asked, is_narrow=wanted.is_narrow(choice)))
    controls.show()
    with st.container(key="claims_body"):
        with st.container(key="claims_wide"):
            dots.show(rows, asked, shown)
        if shown:
            with st.container(key="claims_card"):
                card.show(shown, is_among=shown in set(rows["claim_id"]))
        with st.container(key="claims_rest"):
            lists.beside(rows)
            lists.lane(rows)
    table.show(rows, asked)
    method.show()
    session.write_to_link()
    panel.answer()


_claims()
