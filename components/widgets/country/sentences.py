"""What is between the country and the United States in sentences: one at the head of the page, the others in it."""

from components.markdown import literal
from components.widgets.common import answer, prose, value_panel
from components.words import word
from data.analysis import country_sentences
from data.analysis.country_parts import DEALS, INVESTMENT, TRADE

# The topics that answer a lens; the others are called as theirs.
TOPICS_OF = {"all": (TRADE,), "money": (INVESTMENT, DEALS)}


def show_answer(iso3: str, lens: str) -> None:
    """What the lens asks for: of one topic all that is said, of several what leads each."""
    every = country_sentences.sentences(iso3)
    topics = TOPICS_OF.get(lens, (lens,))
    found = [one for one in every if one.topic in topics] or list(every[:1])
    answer.show(found[0].text if lens in topics else " ".join(one.lead for one in found))


def show(iso3: str) -> None:
    """All of them but what stands at the head of the page, each with the first of its sources."""
    lines = [f"**{literal(word('country.sentences'))}**", ""]
    for one in country_sentences.sentences(iso3):
        told = one.text.removeprefix(one.lead).strip() if one.topic == TRADE else one.text
        sources = f" :small[({value_panel.few_publishers(one.source_id)})]" if one.source_id else ""
        lines += [f"- {literal(told)}{sources}"] if told else []
    prose.show("country_sentences", "\n".join(lines))
