"""The whole story in words: every step, and the way to it, what was said, the sentence on record, the verdicts."""

from functools import partial

import streamlit as st

from components.figures import story_words
from components.markdown import literal
from components.reader import binding, session
from components.widgets.common import claims, folds
from components.words import word
from data.analysis import claim_facts, stories
from data.analysis.stories import Step


def show(story: str) -> None:
    """The steps below each other, folded; they are sent when the reader opens the fold."""
    with folds.fold("story_whole", word("story.whole"), icon=":material/format_list_numbered:") as fold:
        if not fold.open:
            return
        for step in stories.steps(story):
            st.markdown(_told(step))
            st.button(
                word("story.go", step=step.number),
                key=f"opens_step_{step.number}",
                on_click=binding.reporting(partial(session.choose, step=step.number)),
                type="tertiary",
            )


def _told(step: Step) -> str:
    verdicts = " ".join(claims.told(claim_facts.get(one).verdict) for one in step.claim_ids)
    heading = f"### {step.number}. {literal(story_words.heading(step))}"
    lines = [literal(story_words.said(step)), f"{literal(story_words.reading(step.story, step.number))} {verdicts}"]
    return "\n\n".join([heading, *lines])
