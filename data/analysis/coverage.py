"""Which countries and years a table speaks of: rows counted by both.

The two columns follow from the table: the country column is the one that names most of the five, the year column the
first one found in YEAR_COLUMNS. A table whose columns say it otherwise carries `"coverage": {"country": ..., "year":
...}` in the descriptor. A period counts for its last year."""

import re
from dataclasses import dataclass

import pandas as pd

from data.package import descriptor, tables
from data.package.countries import C5
from data.package.resource import Resource
from data.package.snapshot import kept

LISTED_COUNTRIES = ("countries", "parties", "participants")
YEAR_COLUMNS = (
    "year",
    "fiscal_year",
    "period",
    "date",
    "published",
    "announced",
    "start_date",
    "from_date",
)
_YEAR = re.compile(r"(?:19|20)\d{2}")


@dataclass(frozen=True)
class Axes:
    """The columns that name the country and the year of a row."""

    country: str
    year: str


def country_columns(resource: Resource) -> list[str]:
    """Columns with codes of countries: foreign keys to the table of countries, and lists of codes."""
    keys = resource["schema"]["foreignKeys"]
    linked = [key["fields"][0] for key in keys if key["reference"]["resource"] == "countries"]
    names = [field["name"] for field in resource["schema"]["fields"]]
    return [name for name in names if name in linked or name in LISTED_COUNTRIES]


def year_columns(resource: Resource) -> list[str]:
    """Columns with years or dates, the best first."""
    names = [field["name"] for field in resource["schema"]["fields"]]
    return [name for name in YEAR_COLUMNS if name in names]


@kept()
def axes(name: str) -> Axes | None:
    """The columns a table is counted by; None where it has no countries or no years. Raises UnknownId."""
    resource = descriptor.resource(name)
    if "coverage" in resource:
        return Axes(**resource["coverage"])
    countries, years = country_columns(resource), year_columns(resource)
    if not countries or not years:
        return None
    text = tables.text(name)
    return Axes(max(countries, key=lambda column: _named_of_the_five(text, column)), years[0])


def _named_of_the_five(text: pd.DataFrame, column: str) -> int:
    return len({code for cell in text[column].unique() for code in cell.split(";")} & set(C5))


@kept()
def counts(name: str) -> pd.DataFrame:
    """Rows per country (index) and year (columns, none skipped between first and last); 0 where there is none.

    A row on several countries counts for each. Empty where the table has no such columns or no dated row."""
    found = axes(name)
    if found is None:
        return pd.DataFrame()
    text = tables.text(name)[[found.country, found.year]].set_axis(["iso3", "year"], axis=1)
    text["iso3"] = text["iso3"].str.split(";")
    text["year"] = text["year"].map(_last_year)
    rows = text.explode("iso3").dropna()
    rows = rows[rows["iso3"] != ""].astype({"year": "int64"})
    if rows.empty:
        return pd.DataFrame()
    years = range(rows["year"].min(), rows["year"].max() + 1)
    return pd.crosstab(rows["iso3"], rows["year"]).reindex(columns=years, fill_value=0)


def _last_year(cell: str) -> int | None:
    found = _YEAR.findall(cell)
    return int(found[-1]) if found else None
