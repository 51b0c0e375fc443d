"""US duties on goods of the five as dates and rates, from the first year that is asked for to the release of the data.

Rows of the table as they stand, with what the dates say of each duty: whether it was in force on the day of the
release. What was announced or proposed and never charged is a row, never a rate in force."""

import pandas as pd

from data.faults import UnknownId
from data.package import descriptor, tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.subjects import tariffs

FIRST_YEAR = 2024
# The years that stand side by side.
BEFORE, NOW = 2024, 2026
LEGAL, ADDITIONAL, OBSERVED, MODEL = MEASURES = ("legal_status", "additional_duty", "observed_average", "model_average")
# Of a duty what its dates say; the other measures are only on record.
STANDINGS = ("in_force", "ended", "never_charged")
IN_FORCE, ENDED, NEVER = STANDINGS
ON_RECORD = "on_record"
COLUMNS = ["iso3", "date", "end_date", "until", "measure", "instrument", "rate_pct", "legal_status", "took_effect"]
COLUMNS += ["standing", "status", "source_id", "locator", "note"]
SIDE_COLUMNS = ["in_year", *COLUMNS]
FIGURES = ("rate_pct",)


def _standing(row: dict, day: str) -> str:
    if row["measure"] != ADDITIONAL:
        return ON_RECORD
    if not row["took_effect"]:
        return NEVER
    return ENDED if pd.notna(row["end_date"]) and str(row["end_date"]) < day else IN_FORCE


@kept()
def every() -> pd.DataFrame:
    """All rows of the table that touch the years from FIRST_YEAR on, by country, date and measure. Columns COLUMNS.

    Dates are ISO days, rates percent; a rate that the source does not print is missing. `until` is the last day: the
    printed one, of a model's rate the day before the next one."""
    rows = tables.load(tariffs.TABLE)
    until = rows["end_date"].fillna(descriptor.released())
    rows = rows[(until >= f"{FIRST_YEAR}-01-01") & (rows["date"] <= descriptor.released())]
    rows = rows.rename(columns={"partner": "iso3"}).sort_values(["iso3", "date", "measure", "instrument"])
    rows = rows.assign(until=_ends(rows))
    standing = [_standing(row, descriptor.released()) for row in rows.to_dict("records")]
    return rows.assign(standing=standing).reset_index(drop=True)[COLUMNS]


def _ends(rows: pd.DataFrame) -> pd.Series:
    """The last day of each row; of a model's rate the day before the next, the last of them open."""
    model = rows[rows["measure"] == MODEL]
    following = pd.to_datetime(model.groupby("iso3")["date"].shift(-1)) - pd.Timedelta(days=1)
    return rows["end_date"].where(rows["measure"] != MODEL, following.dt.strftime("%Y-%m-%d").reindex(rows.index))


def of(iso3: str) -> pd.DataFrame:
    """The rows of one of the five. Columns COLUMNS. Raises UnknownId."""
    if iso3 not in C5:
        raise UnknownId("country of the five", iso3, list(C5))
    rows = every()
    return rows[rows["iso3"] == iso3].reset_index(drop=True)


@kept()
def side_by_side() -> pd.DataFrame:
    """The rows of all five in two years, BEFORE and NOW: those that touch the year, and of averages the one of the
    year, or the newest before where the year has none yet. Columns SIDE_COLUMNS, one row per country, year and row of
    the table."""
    rows = every()
    parts = []
    for year in (BEFORE, NOW):
        touches = (rows["date"] <= f"{year}-12-31") & (rows["until"].fillna(f"{year}-12-31") >= f"{year}-01-01")
        touches &= rows["took_effect"] | (rows["date"] >= f"{year}-01-01")
        averages = rows[(rows["measure"] == OBSERVED) & (rows["date"] <= f"{year}-12-31")]
        newest = averages.sort_values("date").groupby("iso3").tail(1)
        parts += [pd.concat([newest, rows[touches & (rows["measure"] != OBSERVED)]]).assign(in_year=year)]
    found = pd.concat(parts).sort_values(["iso3", "in_year", "measure", "date", "instrument"], kind="stable")
    return found.reset_index(drop=True)[SIDE_COLUMNS]
