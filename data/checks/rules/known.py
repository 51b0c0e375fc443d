"""Rules on ids of indicators: claims, contradictions and remarks speak of series that there are.

The registry of indicators is made of the tables that the app reads, and these are the tables of a folder to be checked:
so the ids are told here from the rows that make them. A test holds both to each other."""

import re
from collections.abc import Iterator
from functools import lru_cache

from data.checks.rules.rule import C5, Finder, Hit, Row, Rule, Tables, lines

# Ids without a second part.
PLAIN = frozenset(
    (
        *("us_imports_usd", "us_exports_usd", "us_trade_usd", "us_balance_usd", "us_trade_share_pct"),
        *("mirror_exports_usd", "mirror_imports_usd", "mirror_trade_usd", "mirror_balance_usd"),
        *("gap_exports_usd", "gap_imports_usd", "gap_exports_ratio", "gap_imports_ratio"),
        *("exports_to_us_share_pct", "imports_from_us_share_pct", "us_reported_share_pct"),
        *("us_tariff_observed_pct", "us_tariff_additional_pct", "us_tariff_model_pct"),
        *("us_fdi_stock_eur", "us_fdi_stock_usd", "us_fdi_flow_net_eur", "us_fdi_flow_gross_usd"),
        *("us_fdi_flow_gross_rank", "us_fdi_cumulative_usd", "us_foreign_investment_usd", "us_companies_count"),
        *("us_projects_count", "us_projects_usd", "fdi_net_inflow_usd"),
        *("us_aid_usd", "us_aid_disbursed_usd", "us_aid_per_head_usd"),
        *("us_deals_count", "us_deals_usd", "us_deals_summit_usd"),
        *("gdp_usd", "population", "gdp_per_head_usd", "us_trade_gdp_pct", "critical_minerals_count"),
        *("us_uranium_share_pct", "us_uranium_quantity_klb", "us_uranium_price_usd_per_lb"),
        *("forums_count", "us_agreements_count", "us_visits_count", "c51_events_count"),
    )
)
# Families of series on minerals: the table of their rows and the column that splits them further.
MINERALS = {
    "production": ("minerals_production", "stage"),
    "world_share": ("minerals_production", "stage"),
    "world_rank": ("minerals_production", "stage"),
    "reserves": ("minerals_reserves", "basis"),
    "resources": ("minerals_reserves", "basis"),
    "world_reserves_share": ("minerals_reserves", "basis"),
    "us_import_reliance": ("us_import_reliance", "form"),
    "us_import_share": ("us_import_sources", "form"),
}
IDS = {"member": ("forums", "forum_id"), "critical_minerals_count": ("critical_lists", "list_id")}
PRODUCT_TABLE = "us_trade_products"
PRODUCTS = ("us_imports_usd", "us_imports_share_pct", "mirror_exports_usd")
BY_COUNTRY = re.compile(
    r"((exports|imports|trade)_by_partner(_mirror)?_usd|partner_share(_mirror)?_pct\.(exports|imports|trade)"
    r"|by_investor\.[a-z_]+)\.([a-z]{3})"
)

# Where a series that an id names has its rows.
LOOKED_UP = (*dict.fromkeys(name for name, _ in (*MINERALS.values(), *IDS.values())), PRODUCT_TABLE)


@lru_cache(maxsize=4096)
def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", words.casefold()).strip("_")


def is_known(indicator: str, tables: Tables) -> bool:
    """Whether the rows of the tables make a series of this id."""
    if indicator in PLAIN:
        return True
    if by_country := BY_COUNTRY.fullmatch(indicator):
        return by_country[6].upper() in C5
    family, _, rest = indicator.partition(".")
    if family in MINERALS:
        table, part = MINERALS[family]
        mineral, _, further = rest.partition(".")
        rows = [row for row in tables.get(table, []) if _slug(row["mineral"]) == mineral]
        return bool(rows) and (not further or _has_part(rows, part, further))
    if family in PRODUCTS:
        return rest.removeprefix("hs") in {row["hs_code"] for row in tables.get(PRODUCT_TABLE, [])}
    name, column = IDS.get(family, ("", ""))
    return bool(name) and rest in {row[column] for row in tables.get(name, [])}


def _has_part(rows: list[Row], part: str, further: str) -> bool:
    """Whether an id ends in the name of a stage, basis or form, in whole or without the words that its family says."""
    known = {_slug(row[part]) for row in rows}
    return any(further in one for one in known)


def _indicators_known(table: str, column: str) -> Finder:
    def find(tables: Tables) -> Iterator[Hit]:
        answers = {"": True}
        for line, row in lines(tables, table):
            for one in row[column].split(";"):
                if one not in answers:
                    answers[one] = is_known(one, tables)
                if not answers[one]:
                    yield table, line, column, one

    return find


def _rules() -> Iterator[Rule]:
    for table, column in (
        ("claims", "test_indicator"),
        ("claim_tests", "test_indicator"),
        ("contradictions", "indicators"),
        ("series_notes", "indicators"),
    ):
        words = f"an indicator named in {table} is one of the atlas"
        yield Rule(f"{table.replace('_', '-')}-indicator", words, (table, *LOOKED_UP), _indicators_known(table, column))


RULES = tuple(_rules())
