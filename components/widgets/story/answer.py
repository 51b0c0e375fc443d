"""The first sentence of the page: how many steps and claims a story has, and what came of the claims."""

from collections import Counter

import streamlit as st

from components.figures import story_words
from components.markdown import literal
from components.widgets.common import answer, prose
from components.widgets.common.claim_texts import BADGES
from components.words import counted, word
from data.analysis import claim_facts, stories
from data.package.snapshot import kept
from data.vocabulary import terms


def show(story: str) -> None:
    """The sentence, and below it what the story is about."""
    with st.container(key="story_answer", gap=None):
        answer.show(sentence(story))
        prose.show("story_about", f":small[{literal(story_words.about(story))}]")


@kept(worded=True)
def sentence(story: str) -> str:
    """The tally of the verdicts, in the order of the badges."""
    steps = stories.steps(story)
    claim_ids = dict.fromkeys(one for step in steps for one in step.claim_ids)
    found = Counter(claim_facts.get(one).verdict for one in claim_ids)
    said = ", ".join(f"{terms.verdict(verdict)} {found[verdict]}" for verdict in BADGES if found[verdict])
    told = counted("story.claims", len(claim_ids), verdicts=said) if claim_ids else word("story.no_claims")
    return word("story.answer", title=story_words.title(story), steps=counted("story.steps", len(steps)), claims=told)
