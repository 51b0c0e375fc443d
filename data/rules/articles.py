"""Rules of the tables on articles and their snippets."""

from collections.abc import Iterator

from data.rules.rule import C5, Hit, Rule, Tables, lines, listed_countries


def _snippet_country_in_article(tables: Tables) -> Iterator[Hit]:
    countries = {row["article_id"]: row["countries"].split(";") for row in tables.get("articles", [])}
    for line, row in lines(tables, "article_snippets"):
        named = countries.get(row["article_id"], [])
        fits = any(one in named for one in C5) if row["iso3"] == "C5" else row["iso3"] in named
        if named and not fits:
            yield "article_snippets", line, "iso3", row["iso3"]


def _snippet_topic_in_article(tables: Tables) -> Iterator[Hit]:
    topics = {row["article_id"]: row["topics"].split(";") for row in tables.get("articles", [])}
    for line, row in lines(tables, "article_snippets"):
        if row["article_id"] in topics and row["topic"] not in topics[row["article_id"]]:
            yield "article_snippets", line, "topic", row["topic"]


def _scope_fits_country(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "article_snippets"):
        if (row["scope"] == "region") != (row["iso3"] == "C5"):
            yield "article_snippets", line, "scope", row["scope"]


def _title_is_translated(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "articles"):
        is_foreign = row["language"] != "en" and not row["title"].startswith("[")
        if is_foreign and not row["title_en"]:
            yield "articles", line, "title_en", ""


RULES = (
    Rule(
        "article-countries",
        "countries of an article must stand in the table countries",
        listed_countries("articles", "countries"),
    ),
    Rule("article-title", "a title in another language has a translation", _title_is_translated),
    Rule("snippet-country", "a snippet's country is among its article's countries", _snippet_country_in_article),
    Rule("snippet-topic", "a snippet's topic is among its article's topics", _snippet_topic_in_article),
    Rule("snippet-scope", "the scope is region exactly where the country is C5", _scope_fits_country),
)
