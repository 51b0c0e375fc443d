"""US trade in goods with the five, by year: imports, exports, turnover and balance, as the United States reports it.

Imports are general imports at customs value, exports are f.a.s.; so the balance is the one the US Census Bureau prints.
Only full years count: a row for January to February never stands for a year."""

import pandas as pd

from data.package import tables
from data.package.snapshot import kept
from data.subjects import arithmetic
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, FlowSet, Indicator, Subject

TABLE = "us_trade"
FAMILY = "US trade"
MILLION = 1e6
CAVEATS = ("us_side", "customs_fas", "bars_2025", "vintages")
# id, title, kind, scale, sign of each flow
_SERIES = (
    ("us_imports_usd", "US imports of goods (general imports, customs value)", "flow", "log", {"import": 1}),
    ("us_exports_usd", "US exports of goods (f.a.s.)", "flow", "log", {"export": 1}),
    (
        "us_trade_usd",
        "US trade in goods, imports and exports together",
        "flow",
        "log",
        {"import": 1, "export": 1},
    ),
    (
        "us_balance_usd",
        "US trade balance (exports minus imports)",
        "balance",
        "diverging",
        {"export": 1, "import": -1},
    ),
)
SIGNS = {row[0]: row[4] for row in _SERIES}


def indicators() -> list[Indicator]:
    """The four series of US trade."""
    return [
        Indicator(
            id=one,
            title=title,
            unit="USD",
            kind=kind,
            theme="trade",
            family=FAMILY,
            decimals=1,
            scale=scale,
            display_unit="million US dollars",
            display_factor=MILLION,
            table=TABLE,
            caveats=CAVEATS,
        )
        for one, title, kind, scale, _ in _SERIES
    ]


def series(indicator_id: str) -> Indicator:
    """One of the four series by its id, for what is derived from it."""
    return next(one for one in indicators() if one.id == indicator_id)


@kept()
def full_years() -> pd.DataFrame:
    """The preferred full-year rows of the table, one per partner, flow and year."""
    frame = tables.load(TABLE)
    return frame[frame["preferred"] & (frame["period"] == frame["year"].astype("str"))].reset_index(drop=True)


@kept()
def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; a country with only one of two needed flows is left out, so it is missing."""
    signs = SIGNS[one.id]
    rows = full_years()
    rows = rows[rows["flow"].isin(signs)].sort_values("flow")
    signed = rows.assign(value=rows["value_usd"] * rows["flow"].map(signs).astype("float64"))
    whole = arithmetic.gathered(signed.rename(columns={"partner": "iso3"}), sum)
    return whole.loc[whole["parts"] == len(signs), DRAWN_COLUMNS]


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """All rows of the table for a partner and year in the flows that the series is made of, part-year rows too."""
    frame = tables.load(TABLE)
    rows = frame[(frame["partner"] == iso3) & (frame["year"] == year) & frame["flow"].isin(SIGNS[one.id])]
    is_drawn = rows["preferred"] & (rows["period"] == str(year))
    found = rows.assign(
        value=rows["value_usd"],
        unit=one.unit,
        basis=rows["flow"] + ", " + rows["basis"],
        vintage=rows["period"],
        preferred=is_drawn.astype(bool),
    )
    return found[RECORD_COLUMNS]


def absence(_one: Indicator, iso3: str) -> str:
    """The United States does not trade with itself; for the others no figure was found."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


def flow_set(
    set_id: str, title: str, family: str, caveats: tuple[str, ...], *, series: tuple[str, ...] = ()
) -> FlowSet:
    """A set of flows in dollars, shown in millions."""
    return FlowSet(
        id=set_id,
        title=title,
        unit="USD",
        display_unit="million US dollars",
        display_factor=MILLION,
        decimals=1,
        family=family,
        series=series,
        caveats=caveats,
    )


def as_flows(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of reporter, partner, flow and value_usd as flows from the exporting to the importing country."""
    is_export = rows["flow"] == "export"
    return rows.assign(
        origin=rows["reporter"].where(is_export, rows["partner"]),
        dest=rows["partner"].where(is_export, rows["reporter"]),
        value=rows["value_usd"],
    )


def flow_sets() -> list[FlowSet]:
    """US trade with the five by year."""
    return [flow_set("us_trade", "US trade in goods with the five, as the United States reports it", FAMILY, CAVEATS)]


def flow_values(_one: FlowSet) -> pd.DataFrame:
    """US exports and imports as flows from the exporting to the importing country, in current US dollars."""
    return as_flows(full_years())


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
