"""Uranium delivered to US reactors by country of origin: share, quantity, price.

Only rows on single countries are drawn. A group (Kazakhstan, Russia and Uzbekistan together) is never divided among
its members, so a year that has only groups leaves them without a figure. Prices have sources of their own and are
printed to the cent."""

import pandas as pd

from data.package import tables
from data.subjects import definitions, wording
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, Indicator, Subject, not_reported

TABLE = "us_uranium_origins"
PRICE = "price_usd_per_lb"
# Also where the trade press repeats the figure of the agency.
BASIS = "deliveries to US reactors, U.S. Energy Information Administration"


def indicators() -> list[Indicator]:
    """Share, quantity and price."""
    return definitions.indicators("uranium")


def _rows(indicator: Indicator) -> pd.DataFrame:
    """Rows on single countries that have the figure, with its own source and place in it."""
    frame = tables.load(TABLE)
    column = indicator.series[0]
    rows = frame[(frame["origin_kind"] == "country") & frame[column].notna()]
    rows = rows.assign(iso3=rows["origin"], value=rows[column])
    if column == PRICE:
        return rows.assign(status="actual", source_id=rows["price_source_id"], locator=rows["price_locator"])
    return rows


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series. Columns: DRAWN_COLUMNS."""
    return _rows(indicator).assign(reporter="USA", basis=BASIS)[DRAWN_COLUMNS]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """The one row behind a cell. Columns: RECORD_COLUMNS."""
    rows = _rows(indicator)
    rows = rows[(rows["iso3"] == iso3) & (rows["year"] == year)]
    basis = wording.each("origin", text=rows["origin_name"])
    return rows.assign(unit=indicator.unit, basis=basis, vintage=None, preferred=True)[RECORD_COLUMNS]


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=not_reported)
