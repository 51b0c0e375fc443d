"""Rings as the two worlds want them.

Planar (files, downloads): cut at 180 degrees, exterior rings counter-clockwise as RFC 7946 asks. Spherical (d3 and so
Plotly): exterior rings clockwise, whole across 180 degrees; a counter-clockwise ring would flood the globe."""

from typing import Any

import numpy as np
import shapely

EAST = shapely.box(-180, -90, 180, 90)
BEYOND = shapely.box(180, -90, 540, 90)
POLE = -89.999
Ring = list[list[float]]


def wrapped(lon: float | np.ndarray) -> float | np.ndarray:
    """A longitude brought into -180 to 180."""
    return np.where(lon > 180, lon - 360, lon)


def cut(shape: shapely.Geometry) -> shapely.Geometry:
    """An unwrapped shape (longitudes up to 540) cut at 180 degrees."""
    if shape.bounds[2] <= 180:
        return shape
    west = shapely.transform(areas(shapely.intersection(shape, BEYOND)), lambda xy: xy - (360, 0))
    return shapely.union(areas(shapely.intersection(shape, EAST)), west)


def areas(shape: shapely.Geometry) -> shapely.Geometry:
    """The polygons of a shape; points and lines left over from a selection are dropped."""
    parts = shapely.get_parts(shape)
    return shapely.multipolygons(parts[shapely.get_type_id(parts) == shapely.GeometryType.POLYGON])


def spherical(shape: shapely.Geometry) -> list[list[Ring]]:
    """Coordinates of an unwrapped shape for d3: one list of rings per part."""
    turned = shapely.orient_polygons(shape, exterior_cw=True)
    return [[_ring(ring) for ring in (part.exterior, *part.interiors)] for part in shapely.get_parts(turned)]


def _ring(ring: Any) -> Ring:
    """One ring; the way along 180 degrees to the pole and back, needed only on the plane, is left out."""
    points = shapely.get_coordinates(ring)[:-1]
    is_helper = (points[:, 1] < POLE) | (np.abs(points[:, 0]) == 180)
    if (points[:, 1] < POLE).any():
        start = int(np.flatnonzero(is_helper)[-1]) + 1
        points = np.roll(points[~is_helper], -start if start < len(points) else 0, axis=0)
    points = np.column_stack([wrapped(points[:, 0]), points[:, 1]]).round(3)
    closed = np.vstack([points, points[:1]])
    return [[float(lon), float(lat)] for lon, lat in closed]
