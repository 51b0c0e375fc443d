"""All named rules, in the order they are looked through and listed."""

from data.rules import articles, diplomacy, forums, general, minerals, trade
from data.rules.rule import Rule

RULES: tuple[Rule, ...] = (
    *general.RULES,
    *trade.RULES,
    *minerals.RULES,
    *forums.RULES,
    *articles.RULES,
    *diplomacy.RULES,
)
