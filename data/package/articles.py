"""Article snippets: what the press and officials said of a country, those on ties with the United States first.

Within both groups the newest stand first."""

import pandas as pd

from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept

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
    "title_en",
    "is_own_title",
    "on_ties",
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
SEARCHED = ["title", "title_en", "summary", "quote", "quote_translation", "quote_speaker", "publisher"]


@kept()
def _joined() -> pd.DataFrame:
    shown = [
        "article_id",
        "published",
        "date_basis",
        "publisher",
        "title",
        "title_en",
        "on_ties",
        "url",
        "language",
        "countries",
        "source_id",
    ]
    articles = tables.load("articles")[shown]
    is_own = articles["title"].str.startswith("[")
    articles = articles.assign(is_own_title=is_own, title=articles["title"].str.strip("[]"))
    whole = tables.load("article_snippets").merge(articles, on="article_id", validate="many_to_one")
    whole["haystack"] = whole[SEARCHED].fillna("").agg("\n".join, axis=1).str.casefold()
    order = ["on_ties", "published", "snippet_id"]
    return whole.sort_values(order, ascending=[False, False, True]).reset_index(drop=True)


def topics() -> list[str]:
    """Topics that snippets have, in alphabetical order."""
    return sorted(_joined()["topic"].unique())


def snippets(country: str | None = None, topic: str | None = None, search: str | None = None) -> pd.DataFrame:
    """Snippets, one per row, with what is to be known of their article; those on ties first, the newest on top of each.

    Columns as COLUMNS.
    A title that the source leaves open is our own label, `is_own_title`. A snippet on the region belongs to each of
    the five that its article names. `search` is plain text, found in title, summary, quotation, their translations,
    speaker or publisher, whatever the case. Missing cells are NaN."""
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
