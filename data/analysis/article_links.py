"""What an article speaks of: claims, deals and indicators; and of an indicator, the articles that speak of it.

Claims name their article. A deal is told of by the articles that are its source. An indicator is spoken of where it
tests a claim or counts a deal of the article; else by the rules in `article_topics.toml`."""

import tomllib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from data import indicators
from data.analysis import claim_tests
from data.package import articles
from data.package.snapshot import kept
from data.vocabulary.folding import named

RULES = Path(__file__).parent / "article_topics.toml"
# The indicators that count deals; of one on the day of a summit only the last.
DEALS = ("us_deals_usd", "us_deals_count")


@dataclass(frozen=True, order=True)
class Spoken:
    """An indicator that an article speaks of, of which country and year; None where it is of several or of none."""

    indicator_id: str
    country: str | None = None
    year: int | None = None


@lru_cache(1)
def rules() -> Mapping[str, Any]:
    """The rules by which topics and names tie articles to families of indicators."""
    return tomllib.loads(RULES.read_text("utf-8"))


@kept()
def _claims() -> dict[str, tuple[str, ...]]:
    return _grouped((str(row["article_id"]), str(row["claim_id"])) for row in _rows("claims") if row["article_id"])


@kept()
def _deals() -> dict[str, tuple[str, ...]]:
    """Ids of deals by the articles that are their sources."""
    by_source = _grouped((str(row["source_id"]), str(row["article_id"])) for row in _rows("articles"))
    return _grouped(
        (article, str(row["deal_id"]))
        for row in _rows("deals")
        for source in str(row["source_id"]).split(";")
        for article in by_source.get(source, ())
    )


def _rows(table: str) -> list[claim_tests.Row]:
    return claim_tests.rows(table)


def _grouped(pairs: Any) -> dict[str, tuple[str, ...]]:
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for key, value in pairs:
        groups[key][value] = None
    return {key: tuple(values) for key, values in groups.items()}


def claims_of(article_id: str) -> tuple[str, ...]:
    """Ids of the claims in an article, in the order of the table."""
    return _claims().get(article_id, ())


def deals_of(article_id: str) -> tuple[str, ...]:
    """Ids of the deals that an article tells of, in the order of the table."""
    return _deals().get(article_id, ())


@kept()
def _spoken() -> dict[str, tuple[Spoken, ...]]:
    """By article, the indicators that test its claims and those that count its deals."""
    tests = claim_tests.of_claims()
    found: dict[str, dict[Spoken, None]] = defaultdict(dict)
    for article_id, ids in _claims().items():
        for test in (one for claim_id in ids for one in tests[claim_id]):
            country = test.countries[0] if len(test.countries) == 1 else None
            found[article_id][Spoken(test.indicator, country, test.year)] = None
    deals = {str(row["deal_id"]): row for row in _rows("deals")}
    for article_id, ids in _deals().items():
        for row in map(deals.__getitem__, ids):
            found[article_id][Spoken(DEALS[0], str(row["iso3"]), int(str(row["announced"])[:4]))] = None
    return {article_id: tuple(ones) for article_id, ones in found.items()}


def indicators_of(article_id: str) -> tuple[Spoken, ...]:
    """The indicators that an article speaks of by a claim or a deal, each once: the first country and year of it."""
    first: dict[str, Spoken] = {}
    for one in _spoken().get(article_id, ()):
        first.setdefault(one.indicator_id, one)
    return tuple(first.values())


@kept(256)
def articles_on(indicator_id: str) -> frozenset[str]:
    """Ids of the articles that speak of an indicator. Raises UnknownId."""
    told = {article for article, ones in _spoken().items() if any(_is(one, indicator_id) for one in ones)}
    return frozenset(told | _by_rule(indicator_id))


def _is(one: Spoken, indicator_id: str) -> bool:
    return one.indicator_id == indicator_id or {one.indicator_id, indicator_id} <= set(DEALS)


def _by_rule(indicator_id: str) -> set[str]:
    indicator = indicators.get(indicator_id)
    rule = rules()["families"].get(indicator.family)
    if rule is None:
        return set()
    topics = _topics()
    fitting = {one for one, has in topics.items() if "topics" not in rule or has & set(rule["topics"])}
    if "names" not in rule:
        return fitting
    called = _names(rule["names"], dict(indicator.words.gaps).get(rule["names"], ""))
    wanted, texts = named(called), articles.texts()
    return {one for one in fitting if wanted.search(texts[one])}


@kept()
def _topics() -> dict[str, frozenset[str]]:
    return {str(row["article_id"]): frozenset(str(row["topics"]).split(";")) for row in _rows("articles")}


def _names(kind: str, name_id: str) -> list[str]:
    """What a thing is called in the texts, in all languages of its table; nothing where each name means much else."""
    place = rules()["names"][kind]
    row = next((one for one in _rows(place["table"]) if one[place["id"]] == name_id), {})
    called = [str(row[column]) for column in place["columns"] if row.get(column)]
    return [one for one in called if one.casefold() not in place["never"]]
