"""Precious metals in US imports: a year in which bars came in is no year in which trade jumped.

A figure of US trade in which they are a large part is shown with that part beside it."""

from dataclasses import dataclass

from data.package import tables
from data.package.snapshot import kept
from data.subjects import us_trade

TABLE = "us_trade_products"
# Chapter 71 of the Harmonized System: pearls, stones, precious metals; from the five nearly all gold and silver.
CHAPTER = "71"
LARGE_PCT = 25.0
# Indicators of which US imports are a part: the series of US trade, and what is set in proportion to them.
PROPORTIONS = ("us_reported_share_pct", "us_trade_gdp_pct", "gap_exports_usd", "gap_exports_ratio")
HOLDERS = {*(indicator_id for indicator_id, signs in us_trade.SIGNS.items() if "import" in signs), *PROPORTIONS}


@dataclass(frozen=True)
class Part:
    """What of a year's imports is precious metals, in US dollars and percent, and what it was the year before."""

    year: int
    value_usd: float
    share_pct: float
    before_usd: float | None
    source_id: str


@kept()
def _chapter() -> dict[tuple[str, int], tuple[float, float, str]]:
    """US imports of the chapter in full years: dollars, percent of all imports, source, by partner and year."""
    rows = tables.load(TABLE)
    is_whole = rows["preferred"] & (rows["period"] == rows["year"].astype("str"))
    is_own = (rows["reporter"] == "USA") & (rows["flow"] == "import") & (rows["hs_code"] == CHAPTER)
    return {
        (row["partner"], int(row["year"])): (float(row["value_usd"]), float(row["share_pct"]), row["source_id"])
        for row in rows[is_whole & is_own].to_dict("records")
    }


def part(indicator_id: str, iso3: str, year: int) -> Part | None:
    """The part of precious metals in the US imports that an indicator holds; None where it is not large.

    For other indicators, and where the chapter is not on record, None."""
    found = _chapter().get((iso3, year)) if indicator_id in HOLDERS else None
    if found is None or not found[1] >= LARGE_PCT:
        return None
    value, share, source_id = found
    before = _chapter().get((iso3, year - 1))
    return Part(year, value, share, before[0] if before else None, source_id)
