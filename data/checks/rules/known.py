"""Rules on ids of indicators: claims, contradictions and remarks speak of series that there are.

The registry of indicators is made of the tables that the app reads, and these are the tables of a folder to be checked:
so the ids are told here from the rows that make them. A test holds both to each other."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from data.checks.rules.rule import C5, Finder, Hit, Row, Rule, Tables, lines

# Definitions of the indicators, files of the code beside the subjects: an id without a gap in it is one as it stands.
DEFINITIONS = Path(__file__).parents[2] / "subjects"
# Ids that are made of a measure of investment: which of them there are follows from its rows.
OF_INVESTMENT = frozenset(
    (
        *("us_fdi_stock_eur", "us_fdi_stock_usd", "us_fdi_flow_net_eur", "us_fdi_flow_gross_usd"),
        *("us_fdi_flow_gross_rank", "us_fdi_cumulative_usd", "us_foreign_investment_usd", "us_companies_count"),
        *("us_projects_count", "us_projects_usd", "fdi_net_inflow_usd"),
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
# Of the lists the newest one stands under the bare id.
NEWEST_LIST = "critical_minerals_count"
PRODUCT_TABLE = "us_trade_products"
PRODUCTS = ("us_imports_usd", "us_imports_share_pct", "mirror_exports_usd")
BY_COUNTRY = re.compile(
    r"((exports|imports|trade)_by_partner(_mirror)?_usd|partner_share(_mirror)?_pct\.(exports|imports|trade)"
    r"|by_investor\.[a-z_]+)\.([a-z]{3})"
)

# Where a series that an id names has its rows.
LOOKED_UP = (*dict.fromkeys(name for name, _ in (*MINERALS.values(), *IDS.values())), PRODUCT_TABLE)


@cache
def _defined() -> frozenset[str]:
    """Ids without a gap in the definitions of all subjects."""
    files = [tomllib.loads(path.read_text("utf-8")) for path in sorted(DEFINITIONS.glob("*.toml"))]
    ids = (entry.get("id", name) for file in files for name, entry in file.get("indicators", {}).items())
    return frozenset(one for one in ids if "{" not in one)


@lru_cache(maxsize=4096)
def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "_", words.casefold()).strip("_")


def is_known(indicator: str, tables: Tables) -> bool:
    """Whether the rows of the tables make a series of this id."""
    if indicator == NEWEST_LIST or indicator in OF_INVESTMENT or indicator in _defined():
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
            for part in row[column].split(";"):
                if part not in answers:
                    answers[part] = is_known(part, tables)
                if not answers[part]:
                    yield table, line, column, part

    return find


def _rules() -> Iterator[Rule]:
    for table, column in (
        ("claims", "test_indicator"),
        ("claim_tests", "test_indicator"),
        ("contradictions", "indicators"),
        ("series_notes", "indicators"),
        ("story_values", "indicator"),
    ):
        words = f"an indicator named in {table} is one of the atlas"
        yield Rule(f"{table.replace('_', '-')}-indicator", words, (table, *LOOKED_UP), _indicators_known(table, column))


RULES = tuple(_rules())
