"""Mineral sites as points for the map."""

import pandas as pd

from data.package import tables

TABLE = "mineral_sites"


def load(mineral: str | None = None) -> pd.DataFrame:
    """Sites of the five, one row each: all, or those whose minerals include one.

    Columns: name, iso3, lat, lon (WGS 84), kind, minerals (joined by a semicolon), operator, activity (operating,
    proposed or missing), status (of the point), source_id, locator, note."""
    frame = tables.load(TABLE)
    if mineral is not None:
        frame = frame[frame["minerals"].str.split(";").map(lambda names: mineral in names)]
    return frame.reset_index(drop=True)
