"""US aid to the five by fiscal year: obligations, disbursements, obligations per head."""

import pandas as pd

from data.package import tables
from data.subjects import arithmetic, definitions, economy, wording
from data.subjects.base import DRAWN_COLUMNS, RECORD_COLUMNS, Indicator, Subject

TABLE = "us_aid"
OBLIGATIONS, DISBURSEMENTS = "obligations_usd", "disbursements_usd"


def indicators() -> list[Indicator]:
    """Obligations, disbursements, obligations per head."""
    return definitions.indicators("aid")


def _column(name: str) -> pd.DataFrame:
    """One column of the table as parts of derived values; the year is the fiscal year."""
    rows = tables.load(TABLE)
    rows = rows[rows["preferred"]].rename(columns={"fiscal_year": "year", name: "value"})
    rows = rows.assign(reporter="USA", basis=name.removesuffix("_usd"))
    return rows.loc[rows["value"].notna(), DRAWN_COLUMNS].reset_index(drop=True)


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows of a series; aid per head is missing where the population of the year is. Columns: DRAWN_COLUMNS."""
    money = _column(indicator.series[0])
    return money if len(indicator.series) == 1 else arithmetic.quotient(money, economy.measure(indicator.series[1]))


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """Both views of the year's aid, the drawn one marked, and the population where it is a part.

    Columns: RECORD_COLUMNS."""
    rows = tables.load(TABLE)
    rows = rows[(rows["iso3"] == iso3) & (rows["fiscal_year"] == year)]
    views = [
        rows.assign(
            value=rows[name],
            unit="USD",
            basis=wording.each("view_of_aid", view=[name.removesuffix("_usd")] * len(rows), text=rows["category"]),
            vintage=wording.each("fiscal_year", year=rows["fiscal_year"]),
            preferred=(rows["preferred"] & (name == indicator.series[0])).astype(bool),
        )
        for name in (OBLIGATIONS, DISBURSEMENTS)
    ]
    found = pd.concat(views, ignore_index=True)
    parts = economy.measure_records(indicator.series[1:], iso3, year)
    return pd.concat([found.loc[found["value"].notna(), RECORD_COLUMNS], parts], ignore_index=True)


def absence(_indicator: Indicator, iso3: str) -> str:
    """The United States gives and does not receive; for the others no figure was found."""
    return "not_applicable" if iso3 == "USA" else "not_reported"


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=absence)
