"""US aid to a country by fiscal year, agency and category, in both views: what was committed and what was paid out.

The table has all agencies and all categories together; a row of one agency would stand beside that and never be added
to it. The views are of the same money and are not added either."""

import pandas as pd

from data.package import countries, tables
from data.package.snapshot import kept

TABLE = "us_aid"
FIGURES = ["obligations_usd", "disbursements_usd"]
COLUMNS = ["iso3", "fiscal_year", "agency", "category", *FIGURES, "status", "source_id", "locator", "note"]


@kept()
def of(iso3: str) -> pd.DataFrame:
    """Aid to a country, one row per fiscal year, agency and category, by year; amounts in current US dollars, missing
    where they were not reported. Columns: COLUMNS."""
    rows = tables.load(TABLE)
    rows = rows[rows["preferred"] & (rows["iso3"] == iso3)]
    return rows.sort_values(["agency", "category", "fiscal_year"])[COLUMNS].reset_index(drop=True)


@kept()
def by_partner() -> pd.DataFrame:
    """Aid to each of the five in the newest full fiscal year of each, largest first. Columns: COLUMNS."""
    rows = pd.concat([newest(iso3) for iso3 in countries.C5])
    return rows.sort_values("obligations_usd", ascending=False, ignore_index=True)


def newest(iso3: str) -> pd.DataFrame:
    """The rows of the newest fiscal year of a country that is not provisional. Columns: COLUMNS."""
    rows = of(iso3)
    rows = rows[rows["status"] != "provisional"]
    return rows[rows["fiscal_year"] == rows["fiscal_year"].max()].reset_index(drop=True)


def agencies(iso3: str) -> tuple[str, ...]:
    """The agencies, or groups of them, that aid to a country is on record for."""
    return tuple(of(iso3)["agency"].unique())
