"""Population and gross domestic product, and what is set in proportion to them."""

import pandas as pd

from data.package import tables
from data.package.snapshot import kept
from data.subjects import arithmetic, definitions, us_trade
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, Indicator, Subject

TABLE = "macro"
# An international compilation with estimates of its own, so no country's books.
PUBLISHER = "World Development Indicators"


def indicators() -> list[Indicator]:
    """Population, output, output per head, and US trade in proportion to output."""
    return definitions.indicators("economy")


@kept()
def measure(name: str) -> pd.DataFrame:
    """The rows of population or gross domestic product, as parts of derived values. Columns: DRAWN_COLUMNS."""
    rows = tables.load(TABLE)
    rows = rows[rows["measure"] == name].assign(reporter="", basis=f"{name}, {PUBLISHER}")
    return rows[DRAWN_COLUMNS].reset_index(drop=True)


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; a quotient is missing where one of its parts is. Columns: DRAWN_COLUMNS."""
    first = measure(indicator.series[0])
    if indicator.id == "us_trade_gdp_pct":
        return arithmetic.quotient(us_trade.values(us_trade.series("us_trade_usd")), first, 100)
    return first if len(indicator.series) == 1 else arithmetic.quotient(first, measure(indicator.series[1]))


def measure_records(names: tuple[str, ...], iso3: str, year: int) -> pd.DataFrame:
    """The rows behind a cell, one per measure. Columns: RECORD_COLUMNS."""
    rows = tables.load(TABLE)
    rows = rows[(rows["iso3"] == iso3) & (rows["year"] == year) & rows["measure"].isin(names)]
    return rows.assign(basis=rows["measure"], vintage=rows["year"].astype("str"), preferred=True)[RECORD_COLUMNS]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """The rows of the measures, and those of US trade where it is a part. Columns: RECORD_COLUMNS."""
    own = measure_records(indicator.series, iso3, year)
    if indicator.id != "us_trade_gdp_pct":
        return own
    return pd.concat([us_trade.records(us_trade.series("us_trade_usd"), iso3, year), own], ignore_index=True)


def absence(indicator: Indicator, iso3: str) -> str:
    """Trade with itself does not apply to the United States; for the others no figure was found."""
    is_trade = indicator.id == "us_trade_gdp_pct"
    return "not_applicable" if is_trade and iso3 == "USA" else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
