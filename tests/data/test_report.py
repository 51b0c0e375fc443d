"""The report of 6 November 2025, statement by statement: each is found from its article and its country."""

import pytest

from data.package import articles, tables
from data.package.articles import Asked
from data.package.countries import C5

SEED = "pantau-2025-11-06-seed"
# What the report says, in our words: country or region, the snippet that tells it, the claim that can be checked.
STATEMENTS = (
    ("cooperation on minerals, trade and security", "C5", "s23", None),
    ("earlier administrations neglected the region", "USA", "s17", "CL014"),
    ("heart of Eurasia", "C5", "s19", None),
    ("wider supply chains of critical minerals", "USA", "s17", None),
    ("trade keeps growing, in defence and industry", "C5", "s20", "CL013"),
    ("diversification for clean energy and high technology", "USA", "s21", "CL119"),
    ("second in antimony production", "TJK", "s01", "CL001"),
    ("main producer of antimony metal", "TJK", "s01", "CL002"),
    ("97 percent of exports to the US", "TJK", "s02", "CL003"),
    ("joint venture in metallurgy", "TJK", "s22", "CL118"),
    ("US investment in aviation", "TJK", "s03", "CL114"),
    ("US investment in data infrastructure", "TJK", "s04", "CL114"),
    ("higher level of strategic partnership", "KAZ", "s05", None),
    ("largest investor", "KAZ", "s06", "CL004"),
    ("more than 100 billion dollars", "KAZ", "s06", "CL005"),
    ("1,669 trillion rupiah", "KAZ", None, "CL006"),
    ("deals of more than 17 billion dollars", "KAZ", "s07", "CL007"),
    ("283.8 trillion rupiah", "KAZ", None, "CL008"),
    ("a quarter of US uranium needs", "KAZ", "s08", "CL009"),
    ("more than 600 US companies", "KAZ", "s09", "CL010"),
    ("Kazakhstan joins the Abraham Accords", "KAZ", "s10", "CL011"),
    ("important partner", "KGZ", "s11", None),
    ("renewable energy", "KGZ", "s12", "CL120"),
    ("digital technology", "KGZ", "s13", "CL120"),
    ("peace and stability", "KGZ", "s14", None),
    ("C5+1 launched in 2015", "C5", "s18", "CL012"),
)


@pytest.fixture(scope="module")
def snippets():
    frame = tables.load("article_snippets")
    return frame[frame["article_id"] == SEED].set_index("snippet_id")


@pytest.fixture(scope="module")
def claimed():
    frame = tables.load("claims")
    return frame[frame["article_id"] == SEED].set_index("claim_id")


@pytest.mark.parametrize(
    ("said", "iso3", "snippet", "claim"), STATEMENTS, ids=[statement[0] for statement in STATEMENTS]
)
def test_statement_is_found_from_its_article_and_country(snippets, claimed, said, iso3, snippet, claim):
    assert snippet or claim
    if snippet:
        row = snippets.loc[f"{SEED}-{snippet}"]
        assert (row["iso3"], row["position"] != "") == (iso3, True)
        for country in C5 if iso3 == "C5" else (iso3,):
            assert f"{SEED}-{snippet}" in set(articles.snippets(Asked(country=country))["snippet_id"])
    if claim:
        row = claimed.loc[claim]
        assert row["locator"].startswith("section ")
        assert row["iso3"] == iso3 or iso3 in ("C5", "USA")


def test_every_snippet_and_claim_of_the_report_is_one_of_its_statements(snippets, claimed):
    told = {f"{SEED}-{one}" for _, _, one, _ in STATEMENTS if one}
    named = {f"{SEED}-s15", f"{SEED}-s16"}  # Turkmenistan and Uzbekistan, named without a statement of theirs
    assert set(snippets.index) == told | named
    assert set(claimed.index) == {one for *_, one in STATEMENTS if one}


@pytest.mark.parametrize("iso3", ["KAZ", "KGZ", "TJK", "TKM", "UZB"])
def test_report_is_among_the_articles_of_each_of_the_five(iso3):
    assert SEED in set(articles.snippets(Asked(country=iso3))["article_id"])


def test_kyrgyz_renewable_energy_has_a_project_on_record_and_digital_technology_has_words():
    frame = tables.load("article_snippets")
    rows = frame[(frame["iso3"] == "KGZ") & (frame["article_id"] == "usemb-kg-2023-12-15")]
    assert list(rows["topic"]) == ["energy"]
    deals = tables.load("deals")
    assert deals[(deals["iso3"] == "KGZ") & deals["sector"].isin(["energy", "digital"])].empty
    note = tables.load("claims").set_index("claim_id").loc["CL120", "test_note"]
    assert note.count("no deal") == 2


def test_quotations_are_at_most_thirty_words_and_translated(snippets):
    quoted = snippets[snippets["quote"].notna()]
    assert (quoted["quote"].str.split().str.len() <= 30).all()
    assert quoted["quote_translation"].notna().all()
