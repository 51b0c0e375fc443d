"""Minerals: production by stage, share of the world, world rank, reserves.

Of several editions for one cell the one marked latest is drawn; the others are records behind it. Shares divide a
value by the world total that the same edition prints; where that is a lower bound, the share is an upper one. Ranks
are drawn only where the table has a certain one."""

import re

import pandas as pd

from data.package import sources, tables, withheld
from data.package.snapshot import kept
from data.subjects import definitions
from data.subjects.base import RECORD_COLUMNS, BySeries, Indicator, Subject, by_series, not_reported

PRODUCTION = "minerals_production"
RESERVES = "minerals_reserves"
MISSING_STATUSES = ("withheld", "not_reported")
# The table of each series.
TABLES = {
    "production": PRODUCTION,
    "world_share": PRODUCTION,
    "world_rank": PRODUCTION,
    "reserves": RESERVES,
    "world_reserves_share": RESERVES,
}
HEADLINES = {PRODUCTION: "headline_stage", RESERVES: "headline_basis"}
CEILING, WITHOUT_US = "share_ceiling", "world_without_us"
# How the note of a world total begins or goes on where the United States is not in it, and has no figure of its own.
EXCLUDES_US = "excludes U.S. production"
SHARED = ["iso3", "year", "mineral", "unit", "value", "world_total", "status", "source_id", "locator"]
WORLD_SHARE = {PRODUCTION: "world_share", RESERVES: "world_reserves_share"}
# The figures that a series is made of.
NEEDED = {"production": ["value"], "reserves": ["value"], "world_rank": ["world_rank"]}
SHARE_OF = ["value", "world_total"]
OWN = {PRODUCTION: ["part", "world_rank"], RESERVES: ["part", "world_total_is_bound"]}


@kept()
def _latest(table: str) -> pd.DataFrame:
    """Drawn rows of a table of minerals, with `part`: the stage or the basis."""
    frame = tables.load(table)
    drawn = frame.rename(columns={"stage": "part", "basis": "part"})[[*SHARED, *OWN[table]]]
    publisher = drawn["source_id"].map(lambda source_id: sources.describe(source_id)[0].publisher)
    drawn = drawn.assign(reporter="", basis=drawn["part"] + ", " + publisher, left_out=withheld.columns(frame))
    return drawn[frame["latest"] & (frame["iso3"] != "WLD")].reset_index(drop=True)


def slug(text: str) -> str:
    """A name as part of an id."""
    return re.sub(r"[^a-z0-9]+", "_", text.lower()).strip("_")


def indicators() -> list[Indicator]:
    """Every series of every mineral, stage and basis for which one of the six has a figure."""
    rows = {row["mineral"]: row for row in tables.load("minerals").to_dict("records")}
    return [
        _indicator(series, mineral, part, unit, is_headline=part == rows[mineral][HEADLINES[table]])
        for series, table in TABLES.items()
        for mineral, part, unit in _parts(series, table)
    ]


def _indicator(series: str, mineral: str, part: str, unit: str, *, is_headline: bool) -> Indicator:
    """`production.copper`, or `production.copper.refinery` for what is not the headline stage or basis.

    Identified resources are not reserves: their ids begin with `resources`."""
    end = "" if is_headline else f".{slug(part.replace('reserves', '').replace('resources', ''))}"
    return definitions.indicator(
        "minerals",
        series,
        {"mineral": mineral, "stage" if TABLES[series] == PRODUCTION else "deposit": part},
        parts={
            "name": slug(mineral),
            "end": end,
            "start": "reserves" if "reserves" in part else "resources",
            "unit": unit,
        },
        caveats=_ceiling(series, mineral, part),
    )


@kept()
def partial_totals() -> frozenset[tuple[str, str, int, str]]:
    """Mineral, stage, year and edition of the world totals that leave out the United States."""
    rows = tables.load(PRODUCTION)
    rows = rows[(rows["iso3"] == "WLD") & rows["note"].fillna("").str.contains(EXCLUDES_US, regex=False)]
    keys = rows[["mineral", "stage", "year", "vintage"]].itertuples(index=False, name=None)
    return frozenset((str(mineral), str(stage), int(year), str(edition)) for mineral, stage, year, edition in keys)


def _ceiling(prefix: str, mineral: str, part: str) -> tuple[str, ...]:
    """What to know where a drawn share divides by a world total that is printed as more than a number, or where that
    total, and so the share and the rank, leaves out the United States."""
    if prefix in ("world_share", "world_rank"):
        return (WITHOUT_US,) if (mineral, part) in {key[:2] for key in partial_totals()} else ()
    if prefix != "world_reserves_share":
        return ()
    rows = _latest(RESERVES)
    rows = rows[(rows["mineral"] == mineral) & (rows["part"] == part)]
    return (CEILING,) if rows["world_total_is_bound"].eq(True).any() else ()


def _parts(prefix: str, table: str) -> list[tuple[str, str, str]]:
    """Mineral, stage or basis, and unit of every series with a value for one of the six; headline parts first."""
    frame = _latest(table)
    is_drawn = _measure(prefix, frame).notna() | _is_out(prefix, frame)
    frame = frame[frame["iso3"].isin(["KAZ", "KGZ", "TJK", "TKM", "UZB", "USA"]) & is_drawn]
    keys = frame[["mineral", "part", "unit"]].drop_duplicates().sort_values(["mineral", "part"])
    return list(keys.itertuples(index=False, name=None))


def _measure(prefix: str, frame: pd.DataFrame) -> pd.Series:
    """What a series draws of the rows: the value, its percentage of the world, or its certain rank."""
    if prefix in ("production", "reserves"):
        return frame["value"]
    if prefix == "world_rank":
        return frame["world_rank"].astype("float64")
    return frame["value"] / frame["world_total"].where(frame["world_total"] > 0) * 100


def _is_out(prefix: str, frame: pd.DataFrame) -> pd.Series:
    """Rows whose figure for a series was taken out for its licence."""
    return withheld.is_out(frame, *NEEDED.get(prefix, SHARE_OF))


@kept()
def _by_part(prefix: str, table: str) -> BySeries:
    """What a series draws, by mineral and part."""
    frame = _latest(table)
    found = frame.assign(value=_measure(prefix, frame))
    is_drawn = found["value"].notna() | found["status"].isin(MISSING_STATUSES) | _is_out(prefix, found)
    return by_series(found[is_drawn], ["mineral", "part"])


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series. A row whose edition withholds the figure has the reason as its status.

    Columns: DRAWN_COLUMNS."""
    prefix, *parts = indicator.series
    return _by_part(prefix, indicator.table)[tuple(parts)]


def held_pct(indicator: Indicator, year: int) -> float | None:
    """Percent of the printed world total that the countries on record make up in a year; None where none is printed.

    Of a mineral by its production or reserves, whichever the indicator is of: its share and rank are over the same."""
    if indicator.table not in OWN:
        return None
    rows = _by_part(WORLD_SHARE[indicator.table], indicator.table).get(indicator.series[1:])
    held = rows.loc[rows["year"] == year, "value"].dropna() if rows is not None else pd.Series(dtype="float64")
    return float(held.sum()) if len(held) else None


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """All editions for a country, stage or basis, and year: what each says, those without a share or rank left out.

    Columns: RECORD_COLUMNS."""
    prefix, mineral, part = indicator.series
    column = "stage" if indicator.table == PRODUCTION else "basis"
    frame = tables.load(indicator.table)
    is_cell = (frame["iso3"] == iso3) & (frame["year"] == year)
    rows = frame[is_cell & (frame["mineral"] == mineral) & (frame[column] == part)]
    rows = rows.sort_values("vintage", ascending=False)
    figures = _measure(prefix, rows)
    found = rows.assign(value=figures, unit=indicator.unit, basis=rows[column], preferred=rows["latest"].astype(bool))
    return found.loc[figures.notna() | rows["status"].isin(MISSING_STATUSES) | _is_out(prefix, rows), RECORD_COLUMNS]


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=not_reported)
