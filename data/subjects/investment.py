"""Foreign investment in the five: one series per measure and unit, never mixed.

US investment is drawn on the host, investment by investor on the investors of one host. A figure for a part of a year
is a record, never a year."""

from dataclasses import dataclass, replace

import pandas as pd

from data.package import countries, sources, tables
from data.package.snapshot import kept
from data.package.statuses import CLAIM
from data.subjects.base import RECORD_COLUMNS, BySeries, Indicator, Subject, by_series

TABLE = "investment"
US, WORLD = "USA", "WLD"
BY_INVESTOR = "Investment by investor"
ENOUGH_INVESTORS = 3
MILLION = 1e6


@dataclass(frozen=True)
class Measure:
    """A measure in one unit: its part of an id, its words, how it is drawn, what to know of it."""

    measure: str
    unit: str
    id: str
    words: str
    kind: str
    scale: str
    display_unit: str
    display_factor: float
    decimals: int
    caveats: tuple[str, ...]


_USD = ("million US dollars", MILLION, 1)
_EUR = ("million euros", MILLION, 1)
_STOCK, _NET, _GROSS = "direct investment, stock", "direct investment, net inflow", "direct investment, gross inflow"
MEASURES = (
    Measure("fdi_stock", "EUR", "fdi_stock_eur", _STOCK, "stock", "log", *_EUR, ("fdi_nbk",)),
    Measure("fdi_stock", "USD", "fdi_stock_usd", _STOCK, "stock", "log", *_USD, ("fdi_measures",)),
    Measure("fdi_flow_net", "EUR", "fdi_flow_net_eur", _NET, "balance", "diverging", *_EUR, ("fdi_nbk",)),
    Measure("fdi_flow_net", "USD", "fdi_net_inflow_usd", _NET, "balance", "diverging", *_USD, ("fdi_bop",)),
    Measure("fdi_flow_gross", "USD", "fdi_flow_gross_usd", _GROSS, "flow", "log", *_USD, ("fdi_gross",)),
    Measure(
        "fdi_flow_gross_rank",
        "rank",
        "fdi_flow_gross_rank",
        _GROSS,
        "rank",
        "linear",
        "(order in which an official named them)",
        1.0,
        0,
        ("fdi_gross",),
    ),
    Measure(
        "fdi_cumulative",
        "USD",
        "fdi_cumulative_usd",
        "direct investment, cumulative, as claimed",
        "stock",
        "log",
        *_USD,
        ("fdi_cumulative",),
    ),
    Measure(
        "foreign_investment_all",
        "USD",
        "foreign_investment_usd",
        "investment of all kinds, with portfolio and loans",
        "flow",
        "log",
        *_USD,
        ("investment_all",),
    ),
    Measure(
        "companies",
        "companies",
        "companies_count",
        "companies with capital of the investor",
        "count",
        "log",
        "companies",
        1.0,
        0,
        ("companies_counted",),
    ),
    Measure(
        "projects",
        "projects",
        "projects_count",
        "registered projects",
        "count",
        "log",
        "projects",
        1.0,
        0,
        ("projects_tkm",),
    ),
    Measure("projects_value", "USD", "projects_usd", "registered projects", "stock", "log", *_USD, ("projects_tkm",)),
)
# Measures of all investors together that are drawn, each from one publisher for all five.
TOTALS = ("fdi_flow_net USD",)
ALL = "all investors"
BY_ID = {f"{one.measure} {one.unit}": one for one in MEASURES}


@kept()
def _drawn() -> pd.DataFrame:
    """Preferred rows of whole years or positions, one per host, investor, measure, unit and year."""
    frame = tables.load(TABLE)
    is_year = frame["period"] == frame["year"].astype("str")
    is_one = frame["investor"].map(countries.is_country).astype(bool) | (frame["investor"] == WORLD)
    rows = frame[frame["preferred"] & is_year & is_one]
    publisher = rows["source_id"].map(lambda one: sources.describe(one)[0].publisher)
    told = rows.assign(
        key=rows["measure"] + " " + rows["unit"],
        reporter=rows["host"].where(rows["status"] != CLAIM, ""),
        basis=rows["measure"].where(rows["status"] != CLAIM, CLAIM) + ", " + publisher,
    )
    return told.reset_index(drop=True)


def _indicator(one: Measure, indicator_id: str, title: str, family: str, series: tuple[str, ...]) -> Indicator:
    return Indicator(
        id=indicator_id,
        title=title,
        unit=one.unit,
        kind=one.kind,
        theme="money",
        family=family,
        decimals=one.decimals,
        scale=one.scale,
        display_unit=one.display_unit,
        display_factor=one.display_factor,
        table=TABLE,
        series=series,
        caveats=("fdi_measures", *(caveat for caveat in one.caveats if caveat != "fdi_measures")),
        is_dated=one.kind == "count",
    )


def _hosts(key: str) -> list[str]:
    """Hosts for which a measure has figures of enough investors to make a map."""
    rows = _drawn()
    counts = rows[(rows["key"] == key) & (rows["investor"] != WORLD)].groupby("host")["investor"].nunique()
    return [home for home in countries.C5 if counts.get(home, 0) >= ENOUGH_INVESTORS]


def indicators() -> list[Indicator]:
    """US investment in the five, measure by measure; all investors together; then the investors of one host."""
    keys = set(_drawn().loc[_drawn()["investor"] == US, "key"])
    made = [
        _indicator(one, f"us_{one.id}", f"US in the country: {one.words}", "US investment", (key, ""))
        for key, one in BY_ID.items()
        if key in keys
    ]
    made += [
        _indicator(
            BY_ID[key],
            BY_ID[key].id,
            f"All investors in the country: {BY_ID[key].words}",
            "Investment, all investors",
            (key, ALL),
        )
        for key in TOTALS
    ]
    for key, one in BY_ID.items():
        for host in _hosts(key):
            title = f"In {countries.name(host)}, by investor: {one.words}"
            series = (key, host)
            made.append(_indicator(one, f"by_investor.{one.id}.{host.lower()}", title, BY_INVESTOR, series))
    return [replace(one, title=f"{one.title} ({one.display_unit.strip('()')})") for one in made]


@kept()
def _by_key() -> BySeries:
    """What is drawn, by key and the host whose investors it is: empty for US investment, `ALL` for all investors."""
    rows = _drawn()
    is_world = rows["investor"] == WORLD
    by_host = rows[rows["investor"] == US].assign(iso3=rows["host"], of="")
    together = rows[is_world].assign(iso3=rows["host"], of=ALL)
    by_investor = rows[~is_world].assign(iso3=rows["investor"], of=rows["host"])
    return by_series(pd.concat([by_host, together, by_investor]), ["key", "of"])


def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows of a series: by host for US investment and for all investors, by investor for that of one host."""
    return _by_key()[one.series]


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Every row of the host, investor and year in the same measure, other units and part-year figures too."""
    key, host = one.series
    measure, unit = key.split(" ")
    frame = tables.load(TABLE)
    pair = {"": (iso3, US), ALL: (iso3, WORLD)}.get(host, (host, iso3))
    rows = frame[(frame["host"] == pair[0]) & (frame["investor"] == pair[1]) & (frame["year"] == year)]
    rows = rows[rows["measure"] == measure]
    is_drawn = rows["preferred"] & (rows["unit"] == unit) & (rows["period"] == str(year))
    return rows.assign(basis=rows["measure"], vintage=rows["period"], preferred=is_drawn.astype(bool))[RECORD_COLUMNS]


def absence(one: Indicator, iso3: str) -> str:
    """Investment at home does not count as foreign, and the table is of hosts among the five; else none was found."""
    itself = US if one.series[1] in ("", ALL) else one.series[1]
    return "not_applicable" if iso3 == itself else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
