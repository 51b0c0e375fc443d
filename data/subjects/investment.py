"""Foreign investment in the five: one series per measure and unit, never mixed.

US investment is drawn on the host, investment by investor on the investors of one host. A figure for a part of a year
is a record, never a year."""

import pandas as pd

from data.package import countries, sources, tables
from data.package.snapshot import kept
from data.package.statuses import CLAIM
from data.subjects import definitions
from data.subjects.base import RECORD_COLUMNS, BySeries, Indicator, Subject, by_series

TABLE = "investment"
US, WORLD = "USA", "WLD"
# The family of the investors of one host.
BY_INVESTOR = "by_investor"
ENOUGH_INVESTORS = 3
# Measures of all investors together that are drawn, each from one publisher for all five.
TOTALS = ("fdi_net_inflow_usd",)
ALL = "all investors"


@kept()
def drawn() -> pd.DataFrame:
    """Preferred rows of whole years or positions, one per host, investor, measure, unit and year.

    Columns: those of the table, `key` (measure and unit), `reporter`, `basis`."""
    frame = tables.load(TABLE)
    is_year = frame["period"] == frame["year"].astype("str")
    is_one = frame["investor"].map(countries.is_country).astype(bool) | (frame["investor"] == WORLD)
    rows = frame[frame["preferred"] & is_year & is_one]
    publisher = rows["source_id"].map(lambda source_id: sources.describe(source_id)[0].publisher)
    found = rows.assign(
        key=rows["measure"] + " " + rows["unit"],
        reporter=rows["host"].where(rows["status"] != CLAIM, ""),
        basis=rows["measure"].where(rows["status"] != CLAIM, CLAIM) + ", " + publisher,
    )
    return found.reset_index(drop=True)


def _hosts(key: str) -> list[str]:
    """Hosts for which a measure has figures of enough investors to make a map."""
    rows = drawn()
    counts = rows[(rows["key"] == key) & (rows["investor"] != WORLD)].groupby("host")["investor"].nunique()
    return [home for home in countries.C5 if counts.get(home, 0) >= ENOUGH_INVESTORS]


def indicators() -> list[Indicator]:
    """US investment in the five, measure by measure; all investors together; then the investors of one host."""
    measures = definitions.measures("investment")
    of_us = set(drawn().loc[drawn()["investor"] == US, "key"])
    of_all = set(drawn().loc[drawn()["investor"] == WORLD, "key"])
    made = [_indicator("us_investment", measure) for measure, key in measures.items() if key in of_us]
    made += [_indicator("all_investors", measure) for measure in TOTALS if measures[measure] in of_all]
    made += [
        _indicator("by_investor", measure, country=host) for measure, key in measures.items() for host in _hosts(key)
    ]
    return made


def _indicator(entry: str, measure: str, **gaps: str) -> Indicator:
    return definitions.indicator("investment", entry, {"measure": measure, **gaps}, measure=measure)


@kept()
def _by_key() -> BySeries:
    """What is drawn, by key and the host whose investors it is: empty for US investment, `ALL` for all investors."""
    rows = drawn()
    is_world = rows["investor"] == WORLD
    by_host = rows[rows["investor"] == US].assign(iso3=rows["host"], of="")
    together = rows[is_world].assign(iso3=rows["host"], of=ALL)
    by_investor = rows[~is_world].assign(iso3=rows["investor"], of=rows["host"])
    return by_series(pd.concat([by_host, together, by_investor]), ["key", "of"])


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series: by host for US investment and for all investors, by investor for that of one host.

    Columns: DRAWN_COLUMNS."""
    return _by_key()[indicator.series]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Every row of the host, investor and year in the same measure, other units and part-year figures too.

    Columns: RECORD_COLUMNS."""
    key, host = indicator.series
    measure, unit = key.split(" ")
    frame = tables.load(TABLE)
    pair = {"": (iso3, US), ALL: (iso3, WORLD)}.get(host, (host, iso3))
    rows = frame[(frame["host"] == pair[0]) & (frame["investor"] == pair[1]) & (frame["year"] == year)]
    rows = rows[rows["measure"] == measure]
    is_drawn = rows["preferred"] & (rows["unit"] == unit) & (rows["period"] == str(year))
    return rows.assign(basis=rows["measure"], vintage=rows["period"], preferred=is_drawn.astype(bool))[RECORD_COLUMNS]


def absence(indicator: Indicator, iso3: str) -> str:
    """Investment at home does not count as foreign, and the table is of hosts among the five; else none was found."""
    itself = US if indicator.series[1] in ("", ALL) else indicator.series[1]
    return "not_applicable" if iso3 == itself else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
