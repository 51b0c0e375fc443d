"""The whole story in words: every step with its link, what was said, the sentence on record, the verdicts."""

import streamlit as st

from components.figures import story_words
from components.markdown import literal
from components.widgets.common import claims, folds, links
from components.words import word
from data.analysis import claim_facts, stories
from data.analysis.stories import Step


def show(story: str) -> None:
    """The steps below each other, folded; they are sent when the reader opens the fold."""
    with folds.fold("story_whole", word("story.whole"), icon=":material/format_list_numbered:") as fold:
        if not fold.open:
            return
        for step in stories.steps(story):
            links.story(story, step.number, literal(f"{step.number}. {story_words.heading(step)}"))
            st.markdown(_told(step))


def _told(step: Step) -> str:
    verdicts = " ".join(claims.told(claim_facts.get(one).verdict) for one in step.claim_ids)
    lines = [literal(story_words.said(step)), f"{literal(story_words.reading(step.story, step.number))} {verdicts}"]
    return "  \n".join(lines)
