"""Rules of the tables on articles and their snippets."""

import re
from collections.abc import Iterator

from data.checks.rules.rule import C5, Finder, Hit, Rule, Tables, lines, listed_countries

# As in the descriptor (article_snippets, topic); a test holds both to each other.
TOPICS = (
    *("diplomacy", "critical minerals", "trade", "security", "aid", "investment", "human rights", "transport"),
    *("aviation", "energy", "water", "digital", "tariffs", "uranium"),
)
# ISO 639-1.
CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv "
    "dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie "
    "ig ii ik io is it iu ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv "
    "mg mh mi mk ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm "
    "rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts "
    "tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
LANGUAGES = frozenset(re.findall("[a-z]+", CODES))
CYRILLIC = re.compile("[\u0400-\u04ff]")
IN_CYRILLIC = ("be", "bg", "kk", "ky", "mk", "mn", "ru", "tg", "uk")
IN_LATIN = ("az", "de", "en", "es", "fr", "hu", "id", "it", "pl", "pt", "tk", "tr")
QUOTE = ("quote", "quote_speaker", "quote_language", "quote_translation")
OWN_WORDS = "["
TABLES = ("articles", "article_snippets")


def _snippet_country_in_article(tables: Tables) -> Iterator[Hit]:
    countries = {row["article_id"]: row["countries"].split(";") for row in tables.get("articles", [])}
    for line, row in lines(tables, "article_snippets"):
        named = countries.get(row["article_id"], [])
        fits = any(iso3 in named for iso3 in C5) if row["iso3"] == "C5" else row["iso3"] in named
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


def _title_in_its_script(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "articles"):
        has_cyrillic = bool(CYRILLIC.search(row["title"]))
        is_own = row["title"].startswith(OWN_WORDS)
        is_wrong = has_cyrillic if row["language"] in IN_LATIN else row["language"] in IN_CYRILLIC and not has_cyrillic
        if is_wrong and not is_own:
            yield "articles", line, "language", row["language"]


def _topics_of_the_list(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "articles"):
        for part in row["topics"].split(";"):
            if part not in TOPICS:
                yield "articles", line, "topics", part


def _language_is_one(table: str, column: str) -> Finder:
    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            if row[column] and row[column] not in LANGUAGES:
                yield table, line, column, row[column]

    return find


def _quote_is_whole(table: str) -> Finder:
    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            if any(row[one] for one in QUOTE):
                yield from ((table, line, one, "") for one in QUOTE if not row[one])

    return find


def _as_its_source(tables: Tables) -> Iterator[Hit]:
    sources = {row["source_id"]: row for row in tables.get("sources", [])}
    for line, row in lines(tables, "articles"):
        source = sources.get(row["source_id"])
        for one in ("url", "publisher"):
            if source and source[one] != row[one]:
                yield "articles", line, one, row[one]


def _snippet_begins_with_article(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "article_snippets"):
        if not row["snippet_id"].startswith(f"{row['article_id']}-"):
            yield "article_snippets", line, "snippet_id", row["snippet_id"]


def _of_language_and_quote() -> Iterator[Rule]:
    for table in TABLES:
        words = f"a quote in {table} has its speaker, its language and its translation, and none of them is without it"
        yield Rule(f"{table.replace('_', '-')}-quote", words, (table,), _quote_is_whole(table))
    for table, column in (("articles", "language"), *((table, "quote_language") for table in TABLES)):
        words = f"{column} in {table} is a language of ISO 639-1"
        yield Rule(
            f"{table.replace('_', '-')}-{column.replace('_', '-')}", words, (table,), _language_is_one(table, column)
        )


RULES = (
    *_of_language_and_quote(),
    Rule("article-topics", "topics of an article are of the list of topics", ("articles",), _topics_of_the_list),
    Rule(
        "article-source",
        "address and publisher of an article are those of its source",
        ("articles", "sources"),
        _as_its_source,
    ),
    Rule(
        "article-script",
        "a title is in the script of its language, or in brackets where it is ours",
        ("articles",),
        _title_in_its_script,
    ),
    Rule(
        "snippet-id",
        "the id of a snippet begins with that of its article",
        ("article_snippets",),
        _snippet_begins_with_article,
    ),
    Rule(
        "article-countries",
        "countries of an article must stand in the table countries",
        ("articles", "countries"),
        listed_countries("articles", "countries"),
    ),
    Rule("article-title", "a title in another language has a translation", ("articles",), _title_is_translated),
    Rule(
        "snippet-country",
        "a snippet's country is among its article's countries",
        ("article_snippets", "articles"),
        _snippet_country_in_article,
    ),
    Rule(
        "snippet-topic",
        "a snippet's topic is among its article's topics",
        ("article_snippets", "articles"),
        _snippet_topic_in_article,
    ),
    Rule(
        "snippet-scope",
        "the scope is region exactly where the country is C5",
        ("article_snippets",),
        _scope_fits_country,
    ),
)
