"""Article snippets: what the press and officials said of a country, newest first."""

from functools import cache

import pandas as pd

from data import tables
from data.countries import C5

REGION = "C5"
COLUMNS = [
    "snippet_id",
    "article_id",
    "iso3",
    "scope",
    "topic",
    "published",
    "date_basis",
    "publisher",
    "title",
    "url",
    "language",
    "summary",
    "quote",
    "quote_speaker",
    "quote_language",
    "quote_translation",
    "position",
    "source_id",
]
SEARCHED = ["title", "summary", "quote", "quote_translation", "quote_speaker", "publisher"]


@cache
def _joined() -> pd.DataFrame:
    kept = [
        "article_id",
        "published",
        "date_basis",
        "publisher",
        "title",
        "url",
        "language",
        "countries",
        "source_id",
    ]
    articles = tables.load("articles")[kept]
    whole = tables.load("article_snippets").merge(articles, on="article_id", validate="many_to_one")
    whole["haystack"] = whole[SEARCHED].fillna("").agg("\n".join, axis=1).str.casefold()
    return whole.sort_values(["published", "snippet_id"], ascending=[False, True]).reset_index(drop=True)


def topics() -> list[str]:
    """Topics that snippets have, in alphabetical order."""
    return sorted(_joined()["topic"].unique())


def snippets(country: str | None = None, topic: str | None = None, search: str | None = None) -> pd.DataFrame:
    """Snippets, one per row, newest first, with what is to be known of their article.

    A snippet on the region belongs to every one of the five that its article names. `search` is plain text, found in
    title, summary, quotation, translation, speaker or publisher, whatever the case. Missing cells are NaN."""
    found = _joined()
    if country is not None:
        is_own = found["iso3"] == country
        is_regions = (found["iso3"] == REGION) & (country in C5) & found["countries"].str.contains(country, regex=False)
        found = found[is_own | is_regions]
    if topic is not None:
        found = found[found["topic"] == topic]
    if search:
        found = found[found["haystack"].str.contains(search.strip().casefold(), regex=False)]
    return found[COLUMNS].reset_index(drop=True)
