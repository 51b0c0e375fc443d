"""US duties on goods of the five: what was charged, what the law added, what a model makes of all layers.

The observed average is that of a whole year; an additional duty and the model's average stand at the end of a year that
is over. A duty that was announced or proposed and never charged is a record, never a rate."""

import numpy as np
import pandas as pd

from data.package import descriptor, tables
from data.subjects import arithmetic, definitions, wording
from data.subjects.base import RECORD_COLUMNS, Indicator, Subject

TABLE = "us_tariffs"
YEAR_END = "12-31"


def indicators() -> list[Indicator]:
    """Observed, additional and modelled duty."""
    return definitions.indicators("tariffs")


def _in_force(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """Rows in force on the last day of a year; of a model's rates the newest. An unknown rate makes the sum unknown."""
    day = f"{year}-{YEAR_END}"
    ends = rows["end_date"].fillna(day)
    rows = rows[rows["took_effect"] & (rows["date"] <= day) & (ends >= day)]
    is_model = rows["measure"] == "model_average"
    newest = rows.sort_values("date").drop_duplicates(["partner", "measure"], keep="last")
    return pd.concat([rows[~is_model], newest[newest["measure"] == "model_average"]]).assign(year=year)


def drawn(measure: str) -> pd.DataFrame:
    """The rows a value is made of, with the year they stand for; only years that were over at the data's release.

    Columns: those of the table `us_tariffs` and year."""
    rows = tables.load(TABLE)
    rows = rows[rows["measure"] == measure]
    first = int(rows["date"].min()[:4])
    over = [
        year
        for year in range(first, int(descriptor.released()[:4]) + 1)
        if f"{year}-{YEAR_END}" < descriptor.released()
    ]
    return pd.concat([_in_force(rows, year) for year in over], ignore_index=True)


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; duties in force together are added. Columns: DRAWN_COLUMNS."""
    measure = indicator.series[0]
    rows = drawn(measure).rename(columns={"partner": "iso3", "rate_pct": "value"})
    rows = rows.assign(reporter="" if measure == "model_average" else "USA", basis=measure)
    return arithmetic.by_country_year(rows, sum).dropna(subset=["value"])


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Every row of the measure that touches the year: in force, ended, announced or proposed in it.

    Columns: RECORD_COLUMNS."""
    rows = tables.load(TABLE)
    until = rows["end_date"].fillna(f"{year}-{YEAR_END}")
    touches = (rows["date"].str[:4].astype("int64") <= year) & (until >= f"{year}-01-01")
    rows = rows[(rows["measure"] == indicator.series[0]) & (rows["partner"] == iso3) & touches]
    used = drawn(indicator.series[0])
    used = used[(used["partner"] == iso3) & (used["year"] == year)]
    keys = set(zip(used["date"], used["instrument"], strict=True))
    is_used = [key in keys for key in zip(rows["date"], rows["instrument"], strict=True)]
    spans = wording.each("span", day=rows["date"], end=rows["end_date"])
    return rows.assign(
        value=rows["rate_pct"],
        unit="percent",
        basis=wording.each("duty", text=rows["instrument"], standing=rows["legal_status"]),
        vintage=np.where(rows["end_date"].isna(), rows["date"], spans),
        preferred=is_used,
    )[RECORD_COLUMNS]


def absence(_indicator: Indicator, iso3: str) -> str:
    """The United States charges no duty on its own goods; for the others no rate was found."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
