"""US imports from each of the five by month, to stand under the duties that were charged on them."""

import pandas as pd

from data.faults import UnknownId
from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept

TABLE = "us_trade_monthly"
COLUMNS = ["iso3", "month", "value_usd", "status", "source_id", "reporter", "basis"]
FIGURES = ("value_usd",)


@kept()
def of(iso3: str, first_year: int) -> pd.DataFrame:
    """One row per month from a year on, the preferred one. Columns COLUMNS, current US dollars. Raises UnknownId.

    Two bases stand beside each other and are no one series: customs value, and c.i.f. with freight and insurance."""
    if iso3 not in C5:
        raise UnknownId("country of the five", iso3, list(C5))
    rows = tables.load(TABLE)
    is_one = (rows["partner"] == iso3) & (rows["flow"] == "import") & rows["preferred"]
    rows = rows[is_one & (rows["period"] >= f"{first_year}-01")]
    return rows.rename(columns={"partner": "iso3", "period": "month"}).sort_values("month", ignore_index=True)[COLUMNS]
