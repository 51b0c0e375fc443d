"""Flows between pairs of countries.

A Flows frame has one row per origin, destination and year: `origin, dest, year, value, unit, status, source_id`. Goods
go from origin to destination, so US exports to Kazakhstan are USA -> KAZ and US imports KAZ -> USA."""

import pandas as pd

from data import trade

COLUMNS = ["origin", "dest", "year", "value", "unit", "status", "source_id"]


def us_trade(year: int | None = None) -> pd.DataFrame:
    """US trade with the five as the United States reports it, in current US dollars, of all years or of one."""
    rows = trade.full_years()
    is_export = rows["flow"] == "export"
    frame = rows.assign(
        origin=rows["reporter"].where(is_export, rows["partner"]),
        dest=rows["partner"].where(is_export, rows["reporter"]),
        value=rows["value_usd"],
        unit="USD",
        year=rows["year"].astype("int64"),
    )
    if year is not None:
        frame = frame[frame["year"] == year]
    return frame[COLUMNS].sort_values(["year", "origin", "dest"]).reset_index(drop=True)
