"""Uranium delivered to US reactors by country of origin: share, quantity, price.

Only rows on single countries are drawn. A group (Kazakhstan, Russia and Uzbekistan together) is never divided among
its members, so a year that has only groups leaves them without a figure. Prices have sources of their own and are
printed to the cent."""

import pandas as pd

from data.package import tables
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, Indicator, Subject, not_reported

TABLE = "us_uranium_origins"
FAMILY = "Uranium for US reactors"
# id, title, column, unit, kind, decimals, scale, display unit
_SERIES = (
    (
        "us_uranium_share_pct",
        "Share of the uranium delivered to US reactors, by origin",
        "share_pct",
        "percent",
        "share",
        1,
        "linear",
        "percent",
    ),
    (
        "us_uranium_quantity_klb",
        "Uranium delivered to US reactors, by origin",
        "quantity_klb_u3o8e",
        "klb U3O8e",
        "flow",
        0,
        "log",
        "thousand pounds of U3O8 equivalent",
    ),
    (
        "us_uranium_price_usd_per_lb",
        "Price of the uranium delivered to US reactors, by origin",
        "price_usd_per_lb",
        "USD/lb U3O8e",
        "price",
        2,
        "linear",
        "US dollars per pound of U3O8 equivalent",
    ),
)
PRICE = "price_usd_per_lb"
# Also where the trade press repeats the figure of the agency.
BASIS = "deliveries to US reactors, U.S. Energy Information Administration"


def indicators() -> list[Indicator]:
    """Share, quantity and price."""
    return [
        Indicator(
            id=one,
            title=title,
            unit=unit,
            kind=kind,
            theme="minerals",
            family=FAMILY,
            decimals=decimals,
            scale=scale,
            display_unit=display_unit,
            display_factor=1.0,
            table=TABLE,
            series=(column,),
            caveats=("uranium_groups", "uranium_shares_rounded"),
        )
        for one, title, column, unit, kind, decimals, scale, display_unit in _SERIES
    ]


def _rows(one: Indicator) -> pd.DataFrame:
    """Rows on single countries that have the figure, with its own source and place in it."""
    frame = tables.load(TABLE)
    column = one.series[0]
    rows = frame[(frame["origin_kind"] == "country") & frame[column].notna()]
    rows = rows.assign(iso3=rows["origin"], value=rows[column])
    if column == PRICE:
        return rows.assign(status="actual", source_id=rows["price_source_id"], locator=rows["price_locator"])
    return rows


def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows of a series."""
    return _rows(one).assign(reporter="USA", basis=BASIS)[DRAWN_COLUMNS]


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """The one row behind a cell."""
    rows = _rows(one)
    rows = rows[(rows["iso3"] == iso3) & (rows["year"] == year)]
    found = rows.assign(unit=one.unit, basis="origin: " + rows["origin_name"], vintage=None, preferred=True)
    return found[RECORD_COLUMNS]


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=not_reported)
