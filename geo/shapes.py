"""The two layers of shapes as frames, and their form for downloads.

`world`: every country, for maps of the world; `region`: Central Asia and its neighbours within 44-90 E, 33-57 N, in
finer detail. How they were made stands in boundaries/README.md."""

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import shapely

BOUNDARIES = Path(__file__).parent / "boundaries"
LAYERS = ("world", "region")


class UnknownLayer(ValueError):
    """A layer that is not there; the message names those that are."""


def load(layer: str) -> gpd.GeoDataFrame:
    """A layer, one row per country, sorted by code, columns iso3, iso2, name, label_lon, label_lat, geometry (WGS 84).

    Codes are ISO 3166-1 alpha-3, XKX for Kosovo. Shapes are cut at 180 degrees. Raises UnknownLayer."""
    if layer not in LAYERS:
        raise UnknownLayer(f"no layer of shapes “{layer}”; there are {' and '.join(LAYERS)}")
    return _read(layer).copy()


@lru_cache(len(LAYERS))
def _read(layer: str) -> gpd.GeoDataFrame:
    return gpd.read_file(BOUNDARIES / f"{layer}.shp.zip")


def to_rfc7946(shapes: gpd.GeoDataFrame) -> dict[str, Any]:
    """A FeatureCollection as RFC 7946 asks: WGS 84, exterior rings counter-clockwise, cut at 180 degrees."""
    turned = shapes.assign(geometry=shapely.orient_polygons(shapes.geometry.to_numpy(), exterior_cw=False))
    collection = json.loads(turned.to_json(drop_id=True, na="null"))
    return {"type": "FeatureCollection", "features": collection["features"]}
