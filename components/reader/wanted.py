"""What of the data a choice asks for: the claims, the articles, the forums, the country, the mineral and its year."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from components.reader.choice import MINERALS, Choice, fitted, nearest
from data.analysis import article_links, claim_selection, membership_matrix, mineral_parts, uranium_origins
from data.analysis.verdicts import WORDS
from data.package import articles, countries

# What narrows the claims down, as it is where nothing does.
EVERY_CLAIM: Mapping[str, Any] = {
    "claim": None,
    "verdicts": WORDS,
    "claim_article": None,
    "speaker": None,
    "claim_subject": None,
    "evidence": None,
    "claims_from": None,
    "claims_to": None,
    "tested": False,
}
URANIUM = "uranium"


def claims(choice: Choice) -> claim_selection.Asked:
    """Which claims the choice asks for."""
    is_kind = choice.speaker in claim_selection.KINDS
    return claim_selection.Asked(
        verdicts=choice.verdicts,
        speaker=None if is_kind else choice.speaker,
        kind=choice.speaker if is_kind else None,
        country=choice.country,
        subject=choice.claim_subject,
        evidence=choice.evidence,
        article=choice.claim_article,
        indicator=choice.indicator if choice.tested else None,
        since=choice.claims_from,
        until=choice.claims_to,
        sort=choice.claim_sort,
    )


def is_narrow(choice: Choice) -> bool:
    """Whether anything but the verdicts narrows the claims down."""
    usual = {**EVERY_CLAIM, "country": None, "claim": choice.claim, "verdicts": choice.verdicts}
    return any(getattr(choice, field) != value for field, value in usual.items())


def news(choice: Choice) -> articles.Asked:
    """Which articles the choice asks for."""
    return articles.Asked(
        country=choice.country,
        topic=choice.topic,
        search=choice.q,
        publisher=choice.publisher,
        language=choice.written_in,
        since=choice.news_from,
        until=choice.news_to,
        among=article_links.articles_on(choice.indicator) if choice.about else None,
    )


def forums(choice: Choice) -> tuple[str, ...]:
    """Ids of the forums that fit the choice as the page shows it, in the order of the matrix."""
    day = str(choice.forums_on)
    return membership_matrix.order(day, choice.ties, choice.forum_kind, with_us=choice.with_us)


def country(choice: Choice) -> str:
    """Code of one of the six: the one that is chosen, the first where none of them is."""
    return choice.country if choice.country in countries.SIX else countries.SIX[0]


def minerals(choice: Choice) -> Choice:
    """The choice as the page of minerals shows it; its panel of uranium is on that, whatever mineral is chosen."""
    shown = fitted(choice, MINERALS)
    if shown.panel == URANIUM != shown.mineral and URANIUM in mineral_parts.minerals():
        return fitted(replace(shown, mineral=URANIUM), MINERALS)
    return shown


def uranium_year(choice: Choice) -> int:
    """The year of US uranium to speak of: the nearest to the year asked for in which one of the five is told."""
    return nearest(uranium_origins.told_years() or (choice.year,), choice.year)
