"""A claim with its verdict as a badge: sign, word and colour; behind it all that is on record of the claim."""

from collections.abc import Sequence
from functools import partial

import streamlit as st

from components.markdown import literal
from components.reader import session
from components.widgets.common import claim_texts, links, panel
from components.widgets.common.claim_texts import told
from components.words import counted, word
from data import indicators
from data.analysis import claim_facts
from data.analysis.article_links import Spoken
from data.analysis.claim_facts import Fact

ICON = ":material/gavel:"
FIRST = 3
WHOLE = "claims_whole_of"


def badges(claim_ids: Sequence[str], place: str) -> None:
    """One badge for each claim, of many the first, and a button for the rest; `place` is where on the page."""
    whole = session.kept(WHOLE, frozenset())
    shown = claim_ids if place in whole or len(claim_ids) == FIRST + 1 else claim_ids[:FIRST]
    for claim_id in shown:
        badge(claim_id, place)
    left = len(claim_ids) - len(shown)
    if left:
        shows = partial(session.keep, WHOLE, whole | {place})
        st.button(counted("claims.more", left), on_click=shows, key=f"opens_claims_{place}", type="tertiary")


def badge(claim_id: str, place: str) -> None:
    """The verdict and the words of a claim; a click opens what is on record of it, which is sent only then."""
    fact = claim_facts.get(claim_id)
    st.button(
        f"{told(fact.verdict)} {literal(fact.row['claim'])}",
        key=f"claim_{place}_{claim_id}",
        on_click=panel.ask,
        args=("claims.panel", ICON, show, claim_id),
        type="tertiary",
    )


def show(claim_id: str) -> None:
    """All that is on record of a claim."""
    fact = claim_facts.get(claim_id)
    texts = claim_texts
    st.markdown(
        "\n\n".join(
            [texts.said(fact), *texts.compared(fact), texts.ruled(fact), *texts.tests(fact), *texts.remarks(fact)]
        )
    )
    links.claim(claim_id, word("claims.open"))
    indicators_of(fact)


def indicators_of(fact: Fact) -> None:
    """Links to the indicators that test a claim."""
    for indicator_id in dict.fromkeys(str(one["indicator"]) for one in fact.tests):
        links.indicator(_first(fact, indicator_id))


def _first(fact: Fact, indicator_id: str) -> Spoken:
    """The indicator as the first test by it looks at it."""
    test = next(one for one in fact.tests if one["indicator"] == indicator_id)
    countries = str(test["countries"]).split(";")
    return Spoken(
        indicators.current(indicator_id),
        countries[0] if len(countries) == 1 else None,
        None if test["year"] is None else int(test["year"]),
    )
