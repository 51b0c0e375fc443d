"""The join of values to shapes: left, on the code, one to one, checked. Nothing is lost and nothing is doubled.

A Values frame (see `data/indicators.py`) has one row per country and year."""

import geopandas as gpd
import pandas as pd

from data.package.countries import SIX
from data.subjects.base import RANK

NOT_COVERED = "not_covered"


class JoinFault(ValueError):
    """Values that do not fit the shapes; the message names the codes."""


def check(shapes: gpd.GeoDataFrame, values: pd.DataFrame) -> None:
    """Raise JoinFault where a code of the Values has no shape, or a country has two rows for a year."""
    unknown = sorted(set(values["iso3"]) - set(shapes["iso3"]))
    if unknown:
        raise JoinFault(f"no shape for the codes {', '.join(map(str, unknown))}")
    doubled = values.loc[values.duplicated(["iso3", "year"]), ["iso3", "year"]]
    if len(doubled):
        named = ", ".join(f"{iso3} in {year}" for iso3, year in doubled.itertuples(index=False))
        raise JoinFault(f"more than one value for {named}")


def attach(shapes: gpd.GeoDataFrame, values: pd.DataFrame) -> gpd.GeoDataFrame:
    """The shapes with the Values of one year: the columns of both, one row per shape, in the order of the shapes.

    A country without a row stays, with the status not_covered and no value. Raises JoinFault."""
    check(shapes, values)
    found = sorted(set(values["year"]))
    if len(found) > 1:
        raise JoinFault(f"values of more than one year: {', '.join(map(str, found))}")
    joined = shapes.merge(values, on="iso3", how="left", validate="one_to_one")
    joined["status"] = joined["status"].fillna(NOT_COVERED)
    joined["source_id"] = joined["source_id"].fillna("")
    for column in ("year", "unit"):
        if len(values):
            joined[column] = values[column].iloc[0]
    return joined


def covered(joined: gpd.GeoDataFrame) -> pd.DataFrame:
    """The rows that have a status of their own, without geometry: the six first, then from the highest value down.

    Columns as `attach` gives them. Ranks all stand from the best one on; countries without one come last."""
    rows = pd.DataFrame(joined.drop(columns="geometry"))
    rows = rows[rows["status"] != NOT_COVERED]
    size = pd.to_numeric(rows["value"], errors="coerce")
    if (rows["unit"] == RANK).any():
        return rows.assign(size=size).sort_values(["size", "iso3"]).drop(columns="size").reset_index(drop=True)
    place = rows["iso3"].map({iso3: place for place, iso3 in enumerate(SIX)}).fillna(len(SIX))
    rows = rows.assign(place=place, size=size).sort_values(["place", "size", "iso3"], ascending=[True, False, True])
    return rows.drop(columns=["place", "size"]).reset_index(drop=True)
