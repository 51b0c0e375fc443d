"""News: what is on ties with the United States first, the newest on top, titles in the reader's language."""

import pytest

from components.widgets.common import articles as cards
from components.words import words
from data.checks.rules import articles as rules
from data.package import articles, tables
from data.package.articles import Asked
from data.package.countries import C5

ARTICLE = {
    "article_id": "a",
    "language": "ru",
    "title": "Встреча",
    "title_en": "Meeting",
    "source_id": "s",
    **dict.fromkeys(rules.QUOTE, ""),
}


def hits(**changes: str) -> list[tuple[str, str]]:
    row = {**ARTICLE, "countries": "KAZ;USA", "topics": "trade", **changes}
    named = [{"iso3": one, "kind": "country"} for one in ("KAZ", "USA", "RUS")]
    found = [(rule.id, hit[2]) for rule in rules.RULES for hit in rule.find({"articles": [row], "countries": named})]
    return sorted(found)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({}, []),
        ({"title_en": ""}, [("article-title", "title_en")]),
        ({"title_en": "", "title": "[Meeting]"}, []),
        ({"title_en": "", "language": "en", "title": "Meeting"}, []),
    ],
)
def test_title_in_another_language_needs_a_translation(changes, expected):
    assert hits(**changes) == expected


@pytest.mark.parametrize("country", [None, *C5, "USA"])
def test_ties_come_first_and_the_newest_of_them_on_top(country):
    found = articles.snippets(Asked(country=country))
    assert found["on_ties"].tolist() == sorted(found["on_ties"], reverse=True)
    for _, rows in found.groupby("on_ties"):
        assert rows["published"].tolist() == sorted(rows["published"], reverse=True)


def test_customers_of_starlink_in_ukraine_are_not_the_first_news_of_kazakhstan():
    first = articles.snippets(Asked(country="KAZ")).iloc[0]
    assert "Ukraine" not in first["title"]
    assert first["published"].startswith("2026-02")
    assert not articles.snippets(Asked(search="Starlink in Ukraine"))["on_ties"].any()


def test_no_title_stands_in_brackets_and_every_language_has_a_name():
    found = articles.snippets()
    assert not found["title"].str.contains(r"[\[\]]").any()
    assert set(found["language"]) <= words("languages").keys()
    assert found.loc[found["title_en"].notna(), "language"].ne("en").all()


def test_translated_title_is_found_by_its_words():
    (found,) = articles.snippets(Asked(search="assemble 3,000 tractors"))["title"].unique()
    assert found.startswith("Американская компания John Deere")


def test_language_without_a_name_of_ours_is_told_by_its_code():
    article = {"language": "es", "is_own_title": False, "title_en": "Meeting", "title": "Encuentro"}
    (told,) = cards.other_title(article)
    assert told.startswith("Original, es: ")


def test_topics_and_titles_of_the_table_stay_as_they_were_gathered():
    frame = tables.load("articles")
    assert frame["title"].str.startswith("[").any()
    assert frame["on_ties"].dtype == "boolean"


def test_text_on_ties_names_the_united_states_and_one_of_the_five():
    frame = tables.load("articles")
    named = frame.loc[frame["on_ties"], "countries"].str.split(";")
    assert all("USA" in one and set(one) & set(C5) for one in named)


@pytest.mark.parametrize("country", [None, "KAZ", "USA", "RUS"])
@pytest.mark.parametrize("search", ["", "zzzz", "uranium"])
@pytest.mark.parametrize("narrowed", [{}, {"topic": "aviation"}, {"until": "1900-01"}, {"among": frozenset()}], ids=str)
def test_frame_has_its_columns_also_where_nothing_is_found(country, search, narrowed):
    found = articles.snippets(Asked(country=country, search=search, **narrowed))
    assert list(found.columns) == articles.COLUMNS
    assert not found.empty or (country, search) != ("KAZ", "uranium") or narrowed
