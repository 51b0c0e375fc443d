"""Article snippets: what the press and officials said of a country, those on ties with the United States first.

Within both groups the newest stand first."""

import re
from dataclasses import dataclass, replace

import pandas as pd

from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.vocabulary.folding import folded, pattern

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
OF_ARTICLE = [
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
SEARCHED = ["title", "title_en", "summary", "quote", "quote_translation", "quote_speaker", "publisher"]
YEAR_LENGTH = len("2025")
# What was asked for last, of all readers; a search is free text.
MOST_ASKED = 128


@dataclass(frozen=True)
class Asked:
    """Which articles are asked for; what is None or empty leaves all.

    `publisher` is an id of `publishers`, `since` and `until` are months ("2025-11"), both of them included. `search` is
    free text: every word of it is found in title, summary, quotation, their translations, speaker or publisher,
    whatever the case and the accents. `among` are ids of articles."""

    country: str | None = None
    topic: str | None = None
    search: str = ""
    publisher: str | None = None
    language: str | None = None
    since: str | None = None
    until: str | None = None
    among: frozenset[str] | None = None

    def at_any_time(self) -> "Asked":
        """The same without its period."""
        return replace(self, since=None, until=None)


EVERYTHING = Asked()


@kept()
def _joined() -> pd.DataFrame:
    articles = tables.load("articles")[OF_ARTICLE]
    is_own = articles["title"].str.startswith("[")
    articles = articles.assign(is_own_title=is_own, title=articles["title"].str.strip("[]"))
    whole = tables.load("article_snippets").merge(articles, on="article_id", validate="many_to_one")
    whole["haystack"] = whole[SEARCHED].fillna("").agg("\n".join, axis=1).map(folded)
    whole["publisher_id"] = whole["publisher"].map(publisher_id)
    order = ["on_ties", "published", "snippet_id"]
    return whole.sort_values(order, ascending=[False, False, True]).reset_index(drop=True)


def publisher_id(name: str) -> str:
    """What stands for a publisher in a link: its name in small letters, joined by hyphens."""
    return re.sub(r"\W+", "-", folded(name)).strip("-")


def topics() -> list[str]:
    """Topics that snippets have, in alphabetical order."""
    return sorted(_joined()["topic"].unique())


@kept()
def publishers() -> dict[str, str]:
    """Names of all publishers by their ids, those with most articles first."""
    counts = _joined().groupby("publisher")["article_id"].nunique()
    ordered = sorted(counts.items(), key=lambda one: (-int(one[1]), str(one[0]).casefold()))
    return {publisher_id(str(name)): str(name) for name, _ in ordered}


@kept()
def languages() -> list[str]:
    """Codes of the languages that articles are written in, those with most articles first."""
    counts = _joined().groupby("language")["article_id"].nunique()
    return [str(code) for code in counts.sort_values(ascending=False, kind="stable").index]


@kept()
def months() -> list[str]:
    """Every month from that of the first article to that of the last one ("2025-11")."""
    dates = _joined()["published"]
    first, last = f"{dates.min()}-01"[:7], max(one for one in dates if len(one) > YEAR_LENGTH)[:7]
    return [str(one) for one in pd.period_range(first, last, freq="M")]


@kept()
def texts() -> dict[str, str]:
    """What is said in each article, folded for a search, by its id."""
    return {str(one): "\n".join(rows) for one, rows in _joined().groupby("article_id")["haystack"]}


@kept(MOST_ASKED)
def snippets(asked: Asked = EVERYTHING) -> pd.DataFrame:
    """Snippets, one per row, with what is to be known of their article; those on ties first, the newest on top of each.

    Columns as COLUMNS.
    A title that the source leaves open is our own label, `is_own_title`. A snippet on the region belongs to each of
    the five that its article names. In a period are the articles whose whole date is in it: one that is dated by the
    year alone needs the whole year. Missing cells are NaN."""
    found = _joined()
    if asked.country is not None:
        named = found["countries"].str.contains(asked.country, regex=False)
        found = found[(found["iso3"] == asked.country) | ((found["iso3"] == REGION) & (asked.country in C5) & named)]
    for column, wanted in (("topic", asked.topic), ("publisher_id", asked.publisher), ("language", asked.language)):
        if wanted is not None:
            found = found[found[column] == wanted]
    if asked.since is not None:
        found = found[found["published"].map(lambda date: f"{date}-01"[:7]) >= asked.since]
    if asked.until is not None:
        found = found[found["published"].map(lambda date: f"{date}-12"[:7]) <= asked.until]
    if asked.among is not None:
        found = found[found["article_id"].isin(asked.among)]
    if asked.search.strip():
        fitting = pattern(asked.search)
        found = found[found["haystack"].map(lambda text: bool(fitting.match(text))).astype(bool)]
    return found[COLUMNS].reset_index(drop=True)
