"""The shapes of all countries in few points, for files that carry values and not maps: `outlines.json`.

Made from the layer of the world as one coverage, so that shared borders stay shared; rings as RFC 7946 asks."""

import json
from pathlib import Path

import shapely

from geo import rings, shapes

OUTLINES = Path(__file__).parents[1] / "data" / "output" / "published" / "outlines.json"
# Degrees; and what coordinates are rounded to.
TOLERANCE, GRID, DIGITS = 0.5, 0.01, 3


def build() -> bytes:
    """Geometries by code, one country a line."""
    world = shapes.load("world")
    simple = shapely.coverage_simplify(world.geometry.to_numpy(), TOLERANCE)
    rounded = shapely.set_precision(simple, GRID, mode="pointwise")
    whole = shapely.make_valid(rounded, method="structure", keep_collapsed=False)
    lines = []
    for iso3, made, was in zip(world["iso3"], whole, world.geometry, strict=True):
        # Of an island of few points nothing may be left.
        shape = was if made.is_empty else made
        turned = shapely.orient_polygons(rings.areas(shape), exterior_cw=False)
        turned = shapely.transform(turned, lambda xy: xy.round(DIGITS))
        lines.append(f"{json.dumps(iso3)}:{shapely.to_geojson(turned).replace(' ', '')}")
    return ("{" + ",\n".join(lines) + "}\n").encode()


def write() -> None:
    """Write the file."""
    OUTLINES.write_bytes(build())
