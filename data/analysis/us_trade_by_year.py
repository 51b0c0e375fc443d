"""US imports from each of the five and US exports to it, by year on one axis of years: gaps are rows without a
figure."""

import pandas as pd

from data.package.countries import C5
from data.package.snapshot import kept
from data.subjects import us_trade

FLOWS = {"import": "us_imports_usd", "export": "us_exports_usd"}
NOT_REPORTED = "not_reported"
COLUMNS = ["iso3", "flow", "year", "value_usd", "status", "source_id", "reporter", "basis"]
FIGURES = ("value_usd",)


@kept()
def every() -> pd.DataFrame:
    """One row per country, flow as the United States sees it, and year from the first to the last that any has.

    Columns COLUMNS, current US dollars: imports are general imports at customs value, exports f.a.s., full years only.
    A year without a figure has the status `not_reported`."""
    parts = []
    for flow, series in FLOWS.items():
        parts.append(us_trade.values(us_trade.series(series)).assign(flow=flow))
    rows = pd.concat(parts, ignore_index=True).rename(columns={"value": "value_usd"})
    years = range(int(rows["year"].min()), int(rows["year"].max()) + 1)
    whole = pd.MultiIndex.from_product([C5, FLOWS, years], names=["iso3", "flow", "year"]).to_frame(index=False)
    found = whole.merge(rows, on=["iso3", "flow", "year"], how="left")
    found["status"] = found["status"].fillna(NOT_REPORTED)
    return found.fillna(dict.fromkeys(("source_id", "reporter", "basis"), ""))[COLUMNS]


def first(year: int) -> str | None:
    """The one from which the United States buys most in a year; None where no imports are on record."""
    rows = every()
    rows = rows[(rows["year"] == year) & (rows["flow"] == "import")].dropna(subset=["value_usd"])
    return None if rows.empty else str(rows.nlargest(1, "value_usd")["iso3"].iloc[0])
