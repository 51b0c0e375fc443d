"""Sentences on a country: made of the cells of its facts, and silent where the figures do not carry them."""

import pytest

from data.analysis import claims, country_sentences
from data.analysis.country_parts import TOPICS, Sentence
from data.package import countries, sources
from data.vocabulary.language import speaking

SAID = {
    ("KAZ", "trade"): "bought 4.07 billion US dollars of goods from Kazakhstan in 2025 and sold it 1.08 billion",
    ("KAZ", "minerals"): "38.6 percent of the world's uranium came from Kazakhstan in 2024.",
    (
        "KGZ",
        "trade",
    ): "shares of all its trade in 2023: China 34.5 percent, Russia 19.1 percent, the United States 2.78 percent",
    ("KGZ", "minerals"): "At most 2.38 percent of the world's mercury came from Kyrgyzstan in 2025",
    ("TKM", "trade"): "No figure of exports to the US was found in the books of Turkmenistan.",
    ("TKM", "minerals"): "No uranium from there is on record among deliveries to US reactors.",
    (
        "KAZ",
        "investment",
    ): "Number 2 of the 12 investors on record is the US by stock (2021); the largest: the Netherlands.",
    ("UZB", "investment"): "No stock of US direct investment in Uzbekistan is on record.",
    ("USA", "minerals"): "Kazakhstan 24 percent, Uzbekistan 9 percent",
    ("USA", "forums"): "Kazakhstan 16, Kyrgyzstan 14, Tajikistan 14, Uzbekistan 14, Turkmenistan 13",
}


def said(iso3: str) -> dict[str, Sentence]:
    with speaking("en"):
        return {one.topic: one for one in country_sentences.sentences(iso3)}


@pytest.mark.parametrize(("asked", "text"), SAID.items())
def test_sentence_has_the_figures_of_the_tables(asked, text):
    assert text in said(asked[0])[asked[1]].text


@pytest.mark.parametrize("iso3", countries.SIX)
def test_sentences_stand_in_their_order_with_their_sources(iso3):
    found = said(iso3)
    assert list(found) == [one for one in TOPICS if one in found]
    assert len(found) >= 5
    for one in found.values():
        assert all(source.url for source in sources.describe(one.source_id))
        assert not {"nan", "<NA>", "None"} & set(one.text.split())


def test_bars_of_metal_are_told_beside_the_imports_that_they_are_part_of():
    text = said("KAZ")["trade"].text
    assert "were precious metals, bars among them." in text
    assert "metals" not in said("TJK")["trade"].text


@pytest.mark.parametrize("iso3", countries.SIX)
def test_claims_add_up(iso3):
    verdicts = claims.verdicts()
    words = [int(one) for one in said(iso3)["claims"].text.replace(",", " ").split() if one.isdigit()]
    assert words[0] == sum(words[1:])
    assert words[0] <= len(verdicts)
