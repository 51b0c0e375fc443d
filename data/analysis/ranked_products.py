"""What the United States imports from one of the five in a year, by product: ranked, with what the first so many
explain.

Of one level of the Harmonized System at a time: chapters hold all imports of a year, headings and subheadings are a
selection. What no product of the level is on record for is the rest, the last row."""

import pandas as pd

from data.faults import UnknownId
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, joined_ids, weakest
from data.subjects import product_trade, us_trade
from data.subjects.product_trade import LEVELS

CHAPTERS, HEADINGS, SUBHEADINGS = LEVELS
PRODUCT, REST = "product", "rest"
COLUMNS = ["iso3", "year", "level", "kind", "place", "hs_code", "value_usd", "share_pct", "cumulative_pct"]
COLUMNS += ["total_usd", "status", "source_id", "reporter", "basis"]
FIGURES = ("value_usd", "share_pct", "cumulative_pct", "total_usd")
# Less is the rounding of the source, and no product.
LEAST_USD = 1.0


@kept()
def years(iso3: str, level: str = CHAPTERS) -> tuple[int, ...]:
    """Years with products of a level from a country, in order."""
    rows = product_trade.us_imports()
    rows = rows[(rows["iso3"] == iso3) & (rows["hs_level"] == level) & (rows["value_usd"] > 0)]
    return tuple(sorted({int(year) for year in rows["year"]}))


@kept(64)
def of(iso3: str, year: int | None = None, level: str = CHAPTERS) -> pd.DataFrame:
    """One row per product, the largest first, and one for the rest where there is any. Columns COLUMNS.

    Values are general imports at customs value, current US dollars; shares are of the printed total of the country and
    year, `cumulative_pct` what the products to this one hold together. Without a year the newest. Raises UnknownId."""
    if iso3 not in C5:
        raise UnknownId("country of the five", iso3, list(C5))
    if level not in LEVELS:
        raise UnknownId("level", level, list(LEVELS))
    known = years(iso3, level)
    shown = known[-1] if year is None else year
    if shown not in known:
        raise UnknownId("year with products", str(shown), list(map(str, known)))
    rows = product_trade.us_imports()
    rows = rows[
        (rows["iso3"] == iso3) & (rows["hs_level"] == level) & (rows["year"] == shown) & (rows["value_usd"] > 0)
    ]
    rows = rows.sort_values(["value_usd", "hs_code"], ascending=[False, True])[
        ["hs_code", "value_usd", "status", "source_id", "reporter", "basis"]
    ]
    ranked = rows.assign(kind=PRODUCT, place=range(1, len(rows) + 1))
    total = _total(iso3, shown)
    parts = [ranked, _rest(ranked, total)] if total is not None else [ranked]
    found = pd.concat([part for part in parts if len(part)], ignore_index=True)
    whole = float("nan") if total is None else float(total["value"])
    share = found["value_usd"] / whole * 100
    made = found.assign(
        iso3=iso3, year=shown, level=level, total_usd=whole, share_pct=share, cumulative_pct=share.cumsum()
    )
    return made.assign(place=made["place"].astype("Int64"))[COLUMNS]


def _total(iso3: str, year: int) -> "pd.Series | None":
    rows = us_trade.values(us_trade.series("us_imports_usd"))
    found = rows[(rows["iso3"] == iso3) & (rows["year"] == year) & rows["value"].notna()]
    return None if found.empty else found.iloc[0]


def _rest(ranked: pd.DataFrame, total: "pd.Series") -> pd.DataFrame:
    """What the total holds beyond the products, columns as those of the products; none where it is nothing."""
    value = float(total["value"]) - float(ranked["value_usd"].sum())
    if value < LEAST_USD:
        return ranked.head(0)
    joined = {name: joined_ids([*ranked[name], total[name]]) for name in ("source_id", "reporter", "basis")}
    status = weakest([*ranked["status"], total["status"]])
    return pd.DataFrame([{**joined, "hs_code": "", "value_usd": value, "kind": REST, "status": status}])


def explained(rows: pd.DataFrame, most: int) -> float:
    """What the first so many products of a ranking hold of the total, percent."""
    first = rows[rows["kind"] == PRODUCT].head(most)
    return float("nan") if (first["status"] == LEFT_OUT).any() else float(first["share_pct"].sum())
