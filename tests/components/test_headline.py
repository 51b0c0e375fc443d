"""The headline in words: every indicator has a sentence, whole and without a gap, and it reads as the figure is."""

import re
import tomllib

import pytest

from components.figures import headline as words
from data import indicators
from data.analysis import headline
from data.subjects import number_format
from data.subjects.base import Indicator
from data.vocabulary.terms import TERMS

ALL = list(indicators.registry().values())
ENTRIES = tomllib.loads((TERMS.root / "en" / "headlines.toml").read_text("utf-8"))
WRONG = re.compile(r"[{}]|\bnan\b|\bNone\b|  |,,|;;|^[a-z]|[^.]$")
# Each form in words, as an editor would read them.
SAID = [
    (
        ("us_imports_usd", 2024, None),
        "The US bought 2.43 billion US dollars of goods from the five in 2024, 97 percent of it from Kazakhstan.",
    ),
    (
        ("us_imports_usd", 2024, "KAZ"),
        "The US bought 2.35 billion US dollars of goods from Kazakhstan in 2024, the most of the five.",
    ),
    (
        ("us_imports_usd", 2024, "TJK"),
        "The US bought 4.6 million US dollars of goods from Tajikistan in 2024, fifth of the five.",
    ),
    (
        ("us_balance_usd", 2024, None),
        "The US bought 701.0 million US dollars more of goods from the five than it sold there in 2024: a surplus with "
        "Uzbekistan, Kyrgyzstan, Turkmenistan and Tajikistan, a deficit with Kazakhstan.",
    ),
    (
        ("world_rank.antimony", 2024, None),
        "In mine production of antimony, Tajikistan ranked third in the world in 2024, the best place of the three of "
        "the five on record; the last: Kyrgyzstan, ninth (estimated).",
    ),
    (
        ("us_trade_share_pct", 2023, None),
        "The share of the US in the trade of the five in 2023: Kazakhstan 2.90 percent, Kyrgyzstan 2.78 percent and "
        "Uzbekistan 1.20 percent, not counted alike and so neither added up nor ranked (in part provisional; goods and "
        "services).",
    ),
    (
        ("us_deals_usd", 2026, None),
        "Announced deals of the five with US firms in 2026: Uzbekistan 200.0 million US dollars and Kazakhstan 180.0 "
        "million US dollars; as these are not all statistics, they are neither added up nor ranked (claim, no "
        "published table).",
    ),
    (
        ("member.wto", 2026, None),
        "World Trade Organization in 2026: Kazakhstan, Kyrgyzstan, Tajikistan and the United States are members; "
        "Turkmenistan and Uzbekistan are applicants.",
    ),
    (
        ("member.abraham", 2024, "KAZ"),
        "Abraham Accords in 2024: no standing is on record for Kazakhstan; on record for 2025: Accession announced.",
    ),
    (
        ("us_uranium_price_usd_per_lb", 2023, "TJK"),
        "The price of uranium from Tajikistan delivered to US reactors, 2023: no figure found.",
    ),
    (
        ("exports_by_partner_usd.kaz", 2025, "CHN"),
        "By its own books Kazakhstan sold 15.2 billion US dollars of goods to China in 2025, second of the 33 on "
        "record.",
    ),
    (
        ("us_imports_usd", 2024, "CHN"),
        "US imports of goods (general imports, customs value): China is not among the countries that it covers.",
    ),
]


@pytest.mark.parametrize(("asked", "said"), SAID, ids=["-".join(map(str, asked)) for asked, _ in SAID])
def test_sentence(asked, said):
    assert words.sentence(*asked) == said


def test_every_indicator_has_a_whole_sentence_in_the_year_that_it_opens_on():
    said = {one.id: words.sentence(one.id, indicators.default_year(one.id), None) for one in ALL}
    assert [text for text in said.values() if WRONG.search(text)] == []
    # A figure in words stands in its own year.
    assert [one for one, text in said.items() if str(indicators.default_year(one)) not in text] == []


@pytest.mark.parametrize("country", ["KAZ", "TKM", "USA", "CHN"])
def test_every_template_has_a_whole_sentence_on_a_country(country):
    firsts = {one.words.template: one for one in ALL}.values()
    said = [words.sentence(one.id, indicators.default_year(one.id), country) for one in firsts]
    assert [text for text in said if WRONG.search(text)] == []


def test_figure_of_a_country_stands_in_its_sentence():
    for one in {one.words.template: one for one in ALL if one.kind not in ("membership", "rank", "balance")}.values():
        year = indicators.default_year(one.id)
        found = headline.of(one.id, year, "KAZ")
        if found.form == headline.ONE and one.id != "critical_minerals_count":
            shown = number_format.spoken(found.value, one)
            assert shown.split(" ")[0] in words.sentence(one.id, year, "KAZ")


def test_indicator_without_a_clause_of_its_own_is_said_by_its_title():
    found = headline.of("gdp_usd", 2024, "KAZ")
    indicator = indicators.get("gdp_usd")
    bare = Indicator(**{**vars(indicator), "words": type(indicator.words)("indicators.nothing_yet")})
    clauses = words.Clauses(found, bare)
    with pytest.raises(KeyError):
        _ = bare.title
    assert clauses.entry == "headlines.nothing_yet"
    assert set(ENTRIES["headlines"]["other"]) >= {"said", "less", "noun", "part", "above", "below"}


def test_entries_have_what_their_kind_needs():
    for one in ALL:
        measure = dict(one.words.gaps).get("measure")
        entry = ENTRIES["headline_measures"][measure] if measure else ENTRIES["headlines"][one.words.template[11:]]
        needed = {"noun"} if one.kind == "membership" else {"said", "noun"}
        if one.kind == "balance":
            needed |= {"less", "above", "below"}
        elif headline.may_be_added(one):
            needed |= {"part"}
        assert needed <= set(entry), one.id
