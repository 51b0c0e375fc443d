"""Reading Natural Earth shapes from the npm package world-atlas, one row per ISO 3166-1 alpha-3 code.

Only the build uses this. Rings in world-atlas are stitched across 180 degrees; here they are unwrapped, so that Russia
runs on to 191 degrees east and every shape is a plain planar one. (Cutting at 180 first, the other way, leaves the two
halves to be simplified apart, and a seam to be drawn between them.)"""

import subprocess
import tarfile
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from data.package import tables

PACKAGE = "world-atlas@2.0.2"
CROSSING = ("RUS", "FJI")
POLAR = "ATA"
NEAR_POLE = -89.9
# Shapes without a code of their own, and whose they are here; the reasons stand in boundaries/README.md.
BELONGS_TO = {
    "Akrotiri": "GBR",
    "Ashmore and Cartier Is.": "AUS",
    "Baikonur": "KAZ",
    "Coral Sea Is.": "AUS",
    "Cyprus U.N. Buffer Zone": "CYP",
    "Dhekelia": "GBR",
    "Indian Ocean Ter.": "AUS",
    "Kosovo": "XKX",
    "N. Cyprus": "CYP",
    "Siachen Glacier": "IND",
    "Somaliland": "SOM",
    "USNB Guantanamo Bay": "CUB",
}
NOBODYS = {"Bajo Nuevo Bank", "Clipperton I.", "Scarborough Reef", "Serranilla Bank", "Spratly Is."}
CRIMEA = shapely.box(32.3, 44.2, 36.65, 46.25)


class UnknownShape(ValueError):
    """A shape of the package that no rule gives to a country."""


def fetch(directory: Path) -> Path:
    """Download the package by name with npm and unpack it; the folder with its files."""
    told = subprocess.run(
        ["npm", "pack", PACKAGE, "--silent"], cwd=directory, check=True, capture_output=True, text=True
    )
    with tarfile.open(directory / told.stdout.split()[-1]) as archive:
        archive.extractall(directory, filter="data")
    return directory / "package"


def read(package: Path, resolution: str) -> gpd.GeoDataFrame:
    """Shapes of one resolution ("50m" or "10m"), sorted by iso3.

    Columns iso3, iso2, name, geometry (planar, valid, unwrapped), one row per country.

    Raises UnknownShape for a shape without a code that BELONGS_TO and NOBODYS do not name."""
    raw = gpd.read_file(package / f"countries-{resolution}.json", layer="countries")
    raw = raw[~raw["name"].isin(NOBODYS) & ~raw.geometry.is_empty]
    raw["iso3"] = [_code(number, name) for number, name in zip(raw["id"], raw["name"], strict=True)]
    raw["geometry"] = [_planar(shape, iso3) for shape, iso3 in zip(raw.geometry, raw["iso3"], strict=True)]
    whole = raw.dissolve("iso3", as_index=False)[["iso3", "geometry"]]
    whole = _move_crimea(whole)
    known = tables.load("countries").set_index("iso3")
    whole["iso2"] = whole["iso3"].map(known["iso2"])
    whole["name"] = whole["iso3"].map(known["name"])
    return whole[["iso3", "iso2", "name", "geometry"]].sort_values("iso3").reset_index(drop=True).set_crs(4326)


def _code(number: str | None, name: str) -> str:
    if name in BELONGS_TO:
        return BELONGS_TO[name]
    known = _codes()
    if number is None or pd.isna(number) or number not in known:
        raise UnknownShape(f"the shape “{name}” ({number}) belongs to no country")
    return known[number]


def _codes() -> dict[str, str]:
    frame = tables.load("countries").dropna(subset=["iso_numeric"])
    return dict(zip(frame["iso_numeric"], frame["iso3"], strict=True))


def _planar(shape: shapely.Geometry, iso3: str) -> shapely.Geometry:
    if iso3 in CROSSING:
        shape = shapely.transform(shape, lambda xy: np.where([True, False], np.where(xy < 0, xy + 360, xy), xy))
    elif iso3 == POLAR:
        shape = shapely.union_all([_closed_at_pole(part) for part in shapely.get_parts(shape)])
    return shapely.make_valid(shape, method="structure", keep_collapsed=False)


def _closed_at_pole(part: shapely.Polygon) -> shapely.Polygon:
    """A part of Antarctica; the one whose ring runs round the pole is closed along 180 degrees and the pole."""
    # The package gives the mainland as a ring at the pole with the coast as its hole.
    coast = part.interiors[0] if part.bounds[3] < NEAR_POLE else part.exterior
    ring = shapely.get_coordinates(coast)[:-1]
    jumps = np.abs(np.diff(ring[:, 0], append=ring[0, 0])) > 180
    if jumps.sum() % 2 == 0:
        return part
    ring = np.roll(ring, -(int(jumps.argmax()) + 1), axis=0)
    ring = ring if ring[0, 0] < 0 else ring[::-1]
    seam = (ring[0, 1] + ring[-1, 1]) / 2
    return shapely.Polygon([(-180, -90), (-180, seam), *ring, (180, seam), (180, -90)])


def _move_crimea(whole: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """Give the parts of Russia's shape that lie in Crimea to Ukraine (Natural Earth draws who holds it)."""
    shapes = whole.set_index("iso3").geometry
    parts = shapely.get_parts(shapes["RUS"])
    is_crimea = shapely.within(parts, CRIMEA)
    if is_crimea.any():
        shapes["RUS"] = shapely.union_all(parts[~is_crimea])
        shapes["UKR"] = shapely.union_all([shapes["UKR"], *parts[is_crimea]])
    return gpd.GeoDataFrame({"iso3": shapes.index, "geometry": shapes.to_numpy()})
