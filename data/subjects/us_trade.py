"""US trade in goods with the five, by year: imports, exports, turnover and balance, as the United States reports it.

Imports are general imports at customs value, exports are f.a.s.; so the balance is the one the US Census Bureau prints.
Only full years count: a row for January to February never stands for a year."""

import pandas as pd

from data.package import tables
from data.package.snapshot import kept
from data.subjects import arithmetic, definitions, wording
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, FlowSet, Indicator, Subject

TABLE = "us_trade"
# The sign of each flow in a series.
SIGNS = {
    "us_imports_usd": {"import": 1},
    "us_exports_usd": {"export": 1},
    "us_trade_usd": {"import": 1, "export": 1},
    "us_balance_usd": {"export": 1, "import": -1},
}


def indicators() -> list[Indicator]:
    """The four series of US trade."""
    return definitions.indicators("us_trade")


def series(indicator_id: str) -> Indicator:
    """One of the four series by its id, for what is derived from it."""
    return definitions.indicator("us_trade", indicator_id)


@kept()
def full_years() -> pd.DataFrame:
    """The preferred full-year rows of the table, one per partner, flow and year.

    Columns: those of the table `us_trade`."""
    frame = tables.load(TABLE)
    return frame[frame["preferred"] & (frame["period"] == frame["year"].astype("str"))].reset_index(drop=True)


@kept()
def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; a country with only one of two needed flows is left out, so it is missing.

    Columns: DRAWN_COLUMNS."""
    signs = SIGNS[indicator.id]
    rows = full_years()
    rows = rows[rows["flow"].isin(signs)].sort_values("flow")
    signed = rows.assign(value=rows["value_usd"] * rows["flow"].map(signs).astype("float64"))
    whole = arithmetic.by_country_year(signed.rename(columns={"partner": "iso3"}), sum)
    return whole.loc[whole["parts"] == len(signs), DRAWN_COLUMNS]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """All rows of the table for a partner and year in the flows that the series is made of, part-year rows too.

    Columns: RECORD_COLUMNS."""
    frame = tables.load(TABLE)
    rows = frame[(frame["partner"] == iso3) & (frame["year"] == year) & frame["flow"].isin(SIGNS[indicator.id])]
    is_drawn = rows["preferred"] & (rows["period"] == str(year))
    found = rows.assign(
        value=rows["value_usd"],
        unit=indicator.unit,
        basis=wording.each("flow", flow=rows["flow"], basis=rows["basis"]),
        vintage=rows["period"],
        preferred=is_drawn.astype(bool),
    )
    return found[RECORD_COLUMNS]


def absence(_indicator: Indicator, iso3: str) -> str:
    """The United States does not trade with itself; for the others no figure was found."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


def as_flows(rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of reporter, partner, flow and value_usd as flows from the exporting to the importing country.

    Columns: those of the rows, origin, dest, value."""
    is_export = rows["flow"] == "export"
    return rows.assign(
        origin=rows["reporter"].where(is_export, rows["partner"]),
        dest=rows["partner"].where(is_export, rows["reporter"]),
        value=rows["value_usd"],
    )


def flow_sets() -> list[FlowSet]:
    """US trade with the five by year."""
    return definitions.flow_sets("us_trade")


def flow_values(_flow_set: FlowSet) -> pd.DataFrame:
    """US exports and imports as flows from the exporting to the importing country, in current US dollars.

    Columns: FLOW_COLUMNS without the unit, and others."""
    return as_flows(full_years())


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
