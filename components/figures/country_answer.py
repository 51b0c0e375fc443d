"""The sentence at the head of the page of a country: what the lens asks for."""

from data.analysis import country_sentences
from data.analysis.country_parts import DEALS, INVESTMENT, TRADE, Sentence

# The topics that answer a lens; the others are called as theirs.
TOPICS_OF = {"all": (TRADE,), "money": (INVESTMENT, DEALS)}


def behind(iso3: str, lens: str) -> tuple[Sentence, ...]:
    """The sentences that the answer is taken from."""
    every = country_sentences.sentences(iso3)
    topics = TOPICS_OF.get(lens, (lens,))
    return tuple(one for one in every if one.topic in topics) or tuple(every[:1])


def of(iso3: str, lens: str) -> str:
    """Of one topic all that is said, of several what leads each."""
    found = behind(iso3, lens)
    return found[0].text if lens in TOPICS_OF.get(lens, (lens,)) else " ".join(one.lead for one in found)
