"""The left side of a step: what is said in our words, a short quotation, where it stands, and the verdicts on it."""

import streamlit as st

from components.figures import story_words
from components.markdown import linked, literal
from components.widgets.common import claims, prose
from components.words import word, words
from data.analysis import claim_facts
from data.analysis.stories import Step
from data.package import sources
from data.vocabulary.language import spoken


def show(step: Step) -> None:
    """Draw the text of a step."""
    with prose.anew("story_text", step.key):
        st.markdown(f"## {step.number}. {literal(story_words.heading(step))}\n\n{literal(story_words.said(step))}")
        if step.quote:
            st.markdown(f"> “{literal(step.quote)}”{_language(step.quote_language)}")
        st.caption(f"{literal(word('story.origin'))} {_original(step)}")
        if step.claim_ids:
            st.markdown(f"**{literal(word('story.verdicts'))}**")
            claims.badges(step.claim_ids, f"story_{step.key}")
            _untested(step)


def _language(code: str) -> str:
    return "" if code == spoken() else f" :small[({literal(words('languages').get(code, code))})]"


def _original(step: Step) -> str:
    (source,) = sources.describe(step.source_id)
    named = linked(source.publisher, source.url, hint=source.title)
    return ", ".join([named, *(literal(one) for one in (source.published, step.locator) if one)])


def _untested(step: Step) -> None:
    """Said in full where nothing on record decides any of the claims."""
    if not any(claim_facts.get(one).is_decided for one in step.claim_ids):
        st.caption(word("story.undecided"))
