"""What a reader takes of a claim: the citation, the link, the review for machines, and how to contest the verdict."""

from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from components.markdown import linked, literal
from components.reader import link, session
from components.reader.choice import CLAIMS
from components.widgets.common import folds
from components.words import word
from data.analysis.claim_facts import Fact
from data.output import citation, claim_review
from data.package import descriptor, snapshot
from data.vocabulary import terms


def show(fact: Fact) -> None:
    """Folds for the citation and for who thinks otherwise, and the review as a file."""
    with folds.fold("cite_claim", word("claims.cite"), icon=":material/format_quote:") as fold:
        if fold.open:
            for form in (citation.text, citation.bibtex):
                st.code(form(_cited(fact)), language=None, wrap_lines=True)
            st.markdown(f"**{literal(word('claims.cite_link'))}**")
            st.code(address(fact.claim_id), language=None, wrap_lines=True)
    with folds.fold("contest_claim", word("claims.contest"), icon=":material/feedback:") as fold:
        if fold.open:
            _contest(fact)
    st.download_button(
        word("claims.json_ld"),
        data=snapshot.later(lambda: claim_review.as_json([fact.claim_id])),
        file_name=f"{fact.claim_id}.jsonld",
        mime="application/ld+json",
        key=f"json_ld_{fact.claim_id}",
        on_click="ignore",
        icon=":material/data_object:",
        type="tertiary",
    )


def _cited(fact: Fact) -> citation.Cited:
    row = fact.row
    gaps = {"claim": row["claim"], "speaker": row["speaker"], "date": row["date"]}
    said = word("claims.cited", **gaps, verdict=terms.verdict(fact.verdict))
    ids = str(fact.found["source_id"] or "")
    return citation.of_figure((CLAIMS, fact.claim_id), said, ids, address(fact.claim_id))


def _contest(fact: Fact) -> None:
    st.markdown(literal(word("claims.contest_how")))
    home = str(descriptor.package().get("homepage", ""))
    if home:
        st.markdown(linked(word("claims.contest_at"), home))
    named = {"claim": fact.claim_id, "version": descriptor.version(), "verdict": terms.verdict(fact.verdict)}
    st.code(f"{word('claims.contest_text', **named)}\n{address(fact.claim_id)}", language=None, wrap_lines=True)


def address(claim_id: str) -> str:
    """The address of the page with this claim on it."""
    scheme, host, path, *_ = urlsplit(str(st.context.url or ""))
    params = link.write(session.current_with(claim=claim_id), session.page())
    return urlunsplit((scheme, host, path or "/", urlencode(params), ""))
