"""What is between the country and the United States in sentences, but for the one at the head of the page."""

from components.markdown import literal
from components.widgets.common import prose, value_panel
from components.words import word
from data.analysis import country_sentences
from data.analysis.country_parts import TRADE


def show(iso3: str) -> None:
    """All of them but what stands at the head of the page, each with the first of its sources."""
    lines = [f"**{literal(word('country.sentences'))}**", ""]
    for one in country_sentences.sentences(iso3):
        told = one.text.removeprefix(one.lead).strip() if one.topic == TRADE else one.text
        sources = f" :small[({value_panel.few_publishers(one.source_id)})]" if one.source_id else ""
        lines += [f"- {literal(told)}{sources}"] if told else []
    prose.show("country_sentences", "\n".join(lines))
