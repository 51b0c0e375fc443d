"""Trade with the United States by product: US imports by code of the Harmonized System, and what the five report.

Chapters (2 digits), headings (4) and subheadings (6) contain one another; each is a family of its own and none is
added to another. US exports by product are not on record."""

import pandas as pd

from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.subjects import definitions, fullness, us_trade, wording
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, BySeries, FlowSet, Indicator, Subject, by_series
from data.subjects.fullness import Fullness

TABLE = "us_trade_products"
LEVELS = {"2": "chapter", "4": "heading", "6": "subheading"}
US_IMPORTS, US_SHARE, REPORTED = "us_imports_usd", "us_imports_share_pct", "mirror_exports_usd"
OF_US = (US_IMPORTS, US_SHARE)


@kept()
def _drawn() -> pd.DataFrame:
    """Preferred full-year rows of the Harmonized System with a value, between the five and the United States."""
    frame = tables.load(TABLE)
    is_year = frame["period"] == frame["year"].astype("str")
    rows = frame[frame["preferred"] & is_year & frame["hs_level"].isin(LEVELS) & frame["value_usd"].notna()]
    is_us = rows["reporter"] == "USA"
    iso3 = rows["partner"].where(is_us, rows["reporter"])
    return rows.assign(side=is_us.map({True: "us", False: "own"}), iso3=iso3)


def us_imports() -> pd.DataFrame:
    """US imports by product from the five, one row per code, country (`iso3`) and year; columns as in the table."""
    rows = _drawn()
    return rows[rows["side"] == "us"]


def _codes(side: str) -> list[tuple[str, str]]:
    """Level and code of every product with a value above zero, as one side reports it."""
    rows = _drawn()
    rows = rows[(rows["side"] == side) & (rows["value_usd"] > 0)].sort_values(["hs_level", "hs_code"])
    codes = rows.drop_duplicates(["hs_level", "hs_code"])[["hs_level", "hs_code"]]
    return list(codes.itertuples(index=False, name=None))


def indicators() -> list[Indicator]:
    """US imports and the share in US imports for every code, then the exports that the five report by product."""
    made = [
        _indicator(entry, "product", level, code)
        for entry in ("us_imports_of_product", "us_imports_share_of_product")
        for level, code in _codes("us")
    ]
    return made + [_indicator("mirror_exports_of_product", "own_product", *key) for key in _codes("own")]


def _indicator(entry: str, kind: str, level: str, code: str) -> Indicator:
    """One indicator of a code; `kind` says who names the product."""
    return definitions.indicator("product_trade", entry, {kind: code, "code": code}, parts={"level": LEVELS[level]})


@kept()
def _by_code() -> BySeries:
    """What is drawn of each measure and code."""
    rows = _drawn()
    is_us = rows["side"] == "us"
    measures = (
        rows[is_us].assign(measure=US_IMPORTS, value=rows["value_usd"]),
        rows[is_us].assign(measure=US_SHARE, value=rows["share_pct"]),
        rows[~is_us].assign(measure=REPORTED, value=rows["value_usd"]),
    )
    return by_series(pd.concat(measures).dropna(subset=["value"]), ["measure", "hs_code"])


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a code, one per country and year. A code without a row is missing, not zero.

    Columns: DRAWN_COLUMNS."""
    return _by_code()[indicator.series]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Every row on the code between the country and the United States in the year, from both sides.

    Columns: RECORD_COLUMNS."""
    prefix, code = indicator.series
    frame = tables.load(TABLE)
    is_pair = (frame["reporter"] == iso3) | (frame["partner"] == iso3)
    rows = frame[is_pair & (frame["year"] == year) & (frame["hs_code"] == code)]
    is_share = rows["value_usd"].isna() | (prefix == US_SHARE)
    own_side = rows["reporter"] == (iso3 if prefix == REPORTED else "USA")
    found = rows.assign(
        value=rows["share_pct"].where(is_share, rows["value_usd"]),
        unit=is_share.map({True: "percent", False: "USD"}),
        basis=wording.each("flow_of_code", code=rows["reporter"], flow=rows["flow"], basis=rows["basis"]),
        vintage=rows["period"],
        preferred=(rows["preferred"] & own_side).astype(bool),
    )
    return found.loc[found["value"].notna(), RECORD_COLUMNS]


def absence(_indicator: Indicator, iso3: str) -> str:
    """The United States does not trade with itself; for the others the code has no row."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


def flow_sets() -> list[FlowSet]:
    """US imports from the five, one set per code."""
    return [
        definitions.flow_set(
            "product_trade", "us_imports_of_product", {"product": code, "code": code}, {"level": LEVELS[level]}
        )
        for level, code in _codes("us")
    ]


@kept()
def _flows_by_code() -> BySeries:
    rows = _drawn()
    rows = rows[rows["side"] == "us"].assign(origin=rows["partner"], dest=rows["reporter"], value=rows["value_usd"])
    return by_series(rows, ["hs_code"], ["origin", "dest", *DRAWN_COLUMNS[1:]])


def flow_values(flow_set: FlowSet) -> pd.DataFrame:
    """US imports of a code as flows from the country of origin to the United States, in current US dollars.

    Columns: FLOW_COLUMNS without the unit."""
    return _flows_by_code()[flow_set.series]


@kept()
def by_set() -> dict[str, str]:
    """Level of the code of every set of flows by product."""
    return {f"{us_trade.TABLE}.{code}": level for level, code in _codes("us")}


def own_exports(set_id: str) -> str:
    """Id of the indicator with what the five themselves report of a product; it need not be there."""
    return f"{REPORTED}.hs{set_id.removeprefix(f'{us_trade.TABLE}.')}"


@kept()
def covered(level: str) -> frozenset[tuple[str, int]]:
    """Countries and years of which the rows of a level hold most of the imports: other codes had next to none."""
    rows = _drawn()
    rows = rows[(rows["side"] == "us") & (rows["hs_level"] == level)]
    held = rows.groupby(["iso3", "year"], as_index=False)["value_usd"].sum()
    totals = us_trade.full_years()
    totals = totals[totals["flow"] == "import"].rename(columns={"partner": "iso3"})[["iso3", "year", "value_usd"]]
    both = held.merge(totals, on=["iso3", "year"], suffixes=("", "_total"))
    both = both[both["value_usd"] / both["value_usd_total"] * 100 >= fullness.ENOUGH_PCT]
    return frozenset(zip(both["iso3"].tolist(), both["year"].tolist(), strict=True))


def fullness_of(set_id: str, rows: pd.DataFrame) -> dict[int, Fullness]:
    """How full each year of the flows of a product is, by countries: those with a figure, and those known to have none.

    Headings and subheadings are a selection, so that elsewhere a country without a row may still have had imports."""
    level = by_set()[set_id]
    ends = set(rows["origin"]) if len(set(rows["origin"])) == 1 else set(C5)
    found = {}
    for year in sorted({int(year) for year in rows["year"]}):
        has = set(rows.loc[rows["year"] == year, "origin"])
        found[year] = Fullness(
            len({country for country in ends if country in has or (country, year) in covered(level)}),
            len(ends),
            0,
            None,
        )
    return found


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
