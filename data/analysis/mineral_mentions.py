"""What speaks of a mineral: its indicators, the claims that they test, the articles and the deals that name it."""

import re

import pandas as pd

from data import indicators
from data.analysis import article_links, claim_facts, claim_tests, mineral_parts
from data.indicators import Indicator
from data.package import articles
from data.package.articles import Asked
from data.package.snapshot import kept
from data.vocabulary.folding import folded, named

# Ids of indicators that a mineral opens on, the first that is there; those after the first are prefixes.
SERIES = ("production", "us_import_share", "us_import_reliance", "reserves")
# A heading of two digits is a chapter with many minerals in it.
_CODE = re.compile(r"\.hs(\d{4,})$")


def leading(mineral: str) -> str:
    """The indicator that a mineral opens on; empty where there is none of it."""
    key = mineral.replace(" ", "_")
    known = indicators.registry()
    whole = [f"{series}.{key}" for series in SERIES]
    found = [one for one in whole if one in known]
    found += [one for start in whole for one in known if one.startswith(f"{start}.")]
    return next(iter(found), "")


@kept(128)
def indicators_of(mineral: str) -> tuple[str, ...]:
    """Ids of the indicators of a mineral: those of its figures, and of trade in products that are it."""
    codes = tuple(str(mineral_parts.headlines().get(mineral, {}).get("hs_codes", "")).split(";"))
    return tuple(one.id for one in indicators.registry().values() if _is_of(one, mineral, codes))


def _is_of(one: Indicator, mineral: str, codes: tuple[str, ...]) -> bool:
    if one.family == mineral or dict(one.words.gaps).get("mineral") == mineral:
        return True
    code = _CODE.search(one.id)
    return code is not None and any(whole.startswith(code[1]) for whole in codes if whole)


@kept(128)
def claims_on(mineral: str) -> tuple[str, ...]:
    """Ids of the claims that an indicator of the mineral tests, those that are decided first, the newest on top."""
    ids = set(indicators_of(mineral))
    found = [claim for claim, tests in claim_tests.of_claims().items() if any(one.indicator in ids for one in tests)]
    facts = sorted(map(claim_facts.get, found), key=lambda one: one.claim_id)
    facts.sort(key=lambda one: (one.is_decided, str(one.found["date"])), reverse=True)
    return tuple(one.claim_id for one in facts)


@kept(128)
def articles_on(mineral: str) -> frozenset[str]:
    """Ids of the articles that speak of the mineral by name, by a claim that it tests or by a deal."""
    listed = [one for one in indicators_of(mineral) if not _CODE.search(one)]
    return frozenset().union(*(article_links.articles_on(one) for one in listed)) & set(articles.texts())


@kept(128)
def snippets_on(mineral: str) -> pd.DataFrame:
    """Of the articles on the mineral the snippets that name it, of an article without such a one the first.

    Columns as those of `articles.snippets`."""
    rows = articles.snippets(Asked(among=articles_on(mineral)))
    wanted = _named(mineral)
    texts = zip(*(rows[column].fillna("") for column in ("summary", "quote", "quote_translation")), strict=True)
    told = [bool(wanted.search(folded(" ".join(parts)))) for parts in texts]
    is_told = pd.Series(told, index=rows.index, dtype="bool")
    is_lone = ~rows["article_id"].isin(rows.loc[is_told, "article_id"]) & ~rows["article_id"].duplicated()
    return rows[is_told | is_lone].reset_index(drop=True)


def _named(mineral: str) -> re.Pattern[str]:
    row = mineral_parts.headlines().get(mineral, {})
    never = set(article_links.rules()["names"]["mineral"]["never"])
    names = [str(row[column]) for column in ("name", "name_ru") if row.get(column)]
    return named([one for one in names if one.casefold() not in never])


@kept(128)
def deals_on(mineral: str) -> tuple[str, ...]:
    """Ids of the deals whose title, summary or sector names the mineral, the newest first."""
    wanted = _named(mineral)
    texts = {
        str(deal["deal_id"]): (folded(f"{deal['title']} {deal['summary']} {deal['sector']}"), str(deal["announced"]))
        for deal in claim_tests.rows("deals")
    }
    found = [(date, deal) for deal, (text, date) in texts.items() if wanted.search(text)]
    return tuple(deal for _, deal in sorted(found, reverse=True))
