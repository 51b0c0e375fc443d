"""The tables in the order in which a newcomer looks for them, by group; a new table stands in the last one until it is
named here."""

from data.package import descriptor

REST = "rest"
GROUPS: dict[str, tuple[str, ...]] = {
    "said": (
        "claims",
        "deals",
        "c51_timeline",
        "agreements",
        "official_visits",
        "diplomatic_ties",
        "deal_stages",
        "claim_tests",
        "contradictions",
    ),
    "trade": (
        "us_trade",
        "us_trade_products",
        "us_tariffs",
        "trade_mirror",
        "trade_partners",
        "trade_partner_shares",
        "us_trade_monthly",
    ),
    "minerals": (
        "minerals_production",
        "minerals_reserves",
        "us_import_reliance",
        "us_import_sources",
        "us_uranium_origins",
        "critical_lists",
        "mineral_sites",
        "minerals",
    ),
    "money": ("investment", "us_aid", "macro"),
    "forums": ("forums", "forum_members"),
    "news": ("articles", "article_snippets"),
    REST: ("sources", "countries", "country_profiles", "series_notes", "story_steps", "story_values"),
}


def of_tables() -> dict[str, list[str]]:
    """Names of the tables that there are, by group, in the order of both."""
    there = descriptor.names()
    named = {name for names in GROUPS.values() for name in names}
    others = [name for name in there if name not in named]
    return {
        group: [name for name in names if name in there] + (others if group == REST else [])
        for group, names in GROUPS.items()
    }
