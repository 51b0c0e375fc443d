"""Whether all tables are there that the pages are made of, and whether they are as full as they were.

A table that lost half of its rows is sound in every row that is left; only its length tells. Rows of restricted sources
are not counted, so that a copy without them is whole as well."""

from data.checks.csv_layout import MOST_ROWS, Sheet
from data.faults import Fault
from data.package.descriptor import DESCRIPTOR
from data.package.resource import Package

TIMES, MORE = 5, 1_000
SOURCES, SOURCE_SUFFIX = "sources", "source_id"
# Nine tenths of the open rows at release 1.1.0. Rows that are meant to go lower the figure here, in the same commit.
LEAST_ROWS = {
    "countries": 229,
    "sources": 675,
    "us_trade": 347,
    "minerals": 74,
    "minerals_production": 3082,
    "minerals_reserves": 504,
    "forums": 49,
    "forum_members": 985,
    "articles": 297,
    "article_snippets": 440,
    "c51_timeline": 30,
    "agreements": 45,
    "diplomatic_ties": 4,
    "official_visits": 54,
    "country_profiles": 5,
    "us_import_reliance": 526,
    "us_import_sources": 639,
    "critical_lists": 234,
    "us_uranium_origins": 109,
    "mineral_sites": 97,
    "us_trade_monthly": 1321,
    "us_trade_products": 936,
    "trade_mirror": 118,
    "trade_partners": 1850,
    "trade_partner_shares": 90,
    "us_tariffs": 63,
    "investment": 570,
    "us_aid": 151,
    "deals": 63,
    "macro": 2071,
    "contradictions": 44,
    "series_notes": 52,
    "claims": 106,
    "claim_tests": 45,
    "story_steps": 20,
    "story_values": 60,
    "concentration_marks": 2,
    "deal_stages": 17,
}


def faults(whole: Package, sheets: dict[str, Sheet]) -> list[Fault]:
    """Tables that the descriptor doesn't name, and tables that have far fewer rows than they had."""
    files = {resource["name"]: resource["path"] for resource in whole["resources"]}
    rule = "a page is made of this table: the descriptor must name it, and its file must be there"
    found = [Fault(DESCRIPTOR, 0, "resources", name, "table-missing", rule) for name in LEAST_ROWS if name not in files]
    shut = _restricted(sheets)
    for name, least in LEAST_ROWS.items():
        if name in sheets and (had := _open_rows(sheets[name], shut)) < least:
            said = f"a table keeps its rows: at least {least} from open sources (data/checks/completeness.py)"
            found.append(Fault(files[name], 0, "", f"{had} rows", "rows", said))
    return found


def most_rows(name: str) -> int:
    """How many rows a table may have: several times what it has, for rules look at each beside others."""
    return TIMES * LEAST_ROWS[name] + MORE if name in LEAST_ROWS else MOST_ROWS


def too_full(sheets: dict[str, Sheet]) -> list[str]:
    """Tables with more rows than that."""
    return [name for name, sheet in sheets.items() if len(sheet.records) > most_rows(name)]


def _restricted(sheets: dict[str, Sheet]) -> set[str]:
    sheet = sheets.get(SOURCES)
    if sheet is None:
        return set()
    return {row[SOURCE_SUFFIX] for row in sheet.rows() if row["redistribution"] == "restricted"}


def _open_rows(sheet: Sheet, shut: set[str]) -> int:
    places = [at for at, column in enumerate(sheet.header) if column.endswith(SOURCE_SUFFIX)]
    return sum(
        not any(part in shut for place in places for part in record[place].split(";")) for record in sheet.records
    )
