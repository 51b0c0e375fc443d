"""All named rules, in the order they are looked through and listed."""

from data.checks.rules import (
    articles,
    claims,
    diplomacy,
    forums,
    general,
    imports,
    known,
    locators,
    minerals,
    money,
    notes,
    series,
    sites,
    sources,
    stories,
    trade,
    twice,
)
from data.checks.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *general.RULES,
    *sources.RULES,
    *trade.RULES,
    *money.RULES,
    *minerals.RULES,
    *imports.RULES,
    *sites.RULES,
    *forums.RULES,
    *articles.RULES,
    *diplomacy.RULES,
    *notes.RULES,
    *claims.RULES,
    *stories.RULES,
    *known.RULES,
    *locators.RULES,
    *series.RULES,
    *twice.RULES,
)
