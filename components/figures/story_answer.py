"""The sentence at the head of the Story page: how many steps and claims a story has, and what came of the claims."""

from collections import Counter

from components.figures import story_words
from components.words import counted, word
from data.analysis import claim_facts, stories
from data.analysis.verdicts import WORDS
from data.package.snapshot import kept
from data.vocabulary import terms


@kept(worded=True)
def of(story: str) -> str:
    """The tally of the verdicts, in their order."""
    steps = stories.steps(story)
    claim_ids = dict.fromkeys(one for step in steps for one in step.claim_ids)
    found = Counter(claim_facts.get(one).verdict for one in claim_ids)
    said = ", ".join(f"{terms.verdict(verdict)} {found[verdict]}" for verdict in WORDS if found[verdict])
    told = counted("story.claims", len(claim_ids), verdicts=said) if claim_ids else word("story.no_claims")
    return word("story.answer", title=story_words.title(story), steps=counted("story.steps", len(steps)), claims=told)
