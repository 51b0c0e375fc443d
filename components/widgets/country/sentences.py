"""What is between the country and the United States in sentences: one at the head of the page, the others in it."""

from components.markdown import literal
from components.widgets.common import answer, prose, value_panel
from components.words import word
from data.analysis import country_sentences
from data.analysis.country_sentences import TRADE

# The sentence that answers each lens.
TOPIC_OF = {"all": TRADE, "money": country_sentences.INVESTMENT}


def show_answer(iso3: str, lens: str) -> None:
    """The sentence that the lens asks for; of all, what leads the first one."""
    found = {one.topic: one for one in country_sentences.sentences(iso3)}
    said = found.get(TOPIC_OF.get(lens, lens)) or next(iter(found.values()))
    answer.show(said.lead if lens == "all" else said.text)


def show(iso3: str) -> None:
    """All of them but what stands at the head of the page, each with the first of its sources."""
    lines = [f"**{literal(word('country.sentences'))}**", ""]
    for one in country_sentences.sentences(iso3):
        told = one.text.removeprefix(one.lead).strip() if one.topic == TRADE else one.text
        sources = f" :small[({value_panel.few_publishers(one.source_id)})]" if one.source_id else ""
        lines += [f"- {literal(told)}{sources}"] if told else []
    prose.show("country_sentences", "\n".join(lines))
