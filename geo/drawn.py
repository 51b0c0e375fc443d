"""The shapes of each named view as they lie in a picture: whole numbers, ready to be put into an SVG.

Made at build time from the files that the browser has, so that a request only puts strings together; the projections
are those of the live map (`projection.py`). Borders stay shared: a view is simplified as one coverage."""

import json
from functools import cache
from pathlib import Path
from typing import Any, TypedDict

import numpy as np
import shapely

from geo import projection
from geo.projection import EQUAL_EARTH, GLOBE, VIEWS, Projection

STATIC = Path(__file__).parents[1] / "static" / "geo"
FOLDER = STATIC / "drawn"
# Units across a picture: of one that is shown 900 pixels wide, a unit is three quarters of a pixel.
WIDTH = 1200
# What a border may be off, in units: more where small things lie close together anyway.
TOLERANCE = {"region": 0.8, "world": 1.2}
# Parts smaller than this many square units are left out, but for the largest of a country.
LEAST = 4
# A place on the globe's edge is this far from its middle in the azimuthal projection.
EDGE = 2**0.5


class Drawn(TypedDict):
    """A view: its size, the part of it that shows the map [left, top, right, bottom], and by alpha-3 code the path of
    each country and the place of its label, where that lies in the picture."""

    width: int
    height: int
    frame: list[float]
    paths: dict[str, str]
    places: dict[str, list[int]]


@cache
def load(view: str) -> Drawn:
    """The shapes of a view. Raises UnknownView."""
    if view not in VIEWS:
        raise projection.UnknownView(f"no view “{view}”; there are {', '.join(VIEWS)}")
    found: Drawn = json.loads((FOLDER / f"{view}.json").read_text("utf-8"))
    return found


def build(folder: Path | None = None) -> None:
    """Write the file of every view from the browser's files of shapes beside them."""
    folder = folder or FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for view in VIEWS:
        text = json.dumps(draw(view, folder.parent), separators=(",", ":"))
        (folder / f"{view}.json").write_text(text + "\n", "utf-8")


def draw(view: str, shapes: Path = STATIC) -> Drawn:
    """A view, drawn from the file of its layer in a folder of shapes."""
    one = projection.of(view, WIDTH)
    features = json.loads((shapes / f"{VIEWS[view]['layer']}.json").read_text("utf-8"))["features"]
    window = shapely.box(*one.frame)
    codes = [feature["id"] for feature in features]
    whole = [_clipped(_projected(feature["geometry"]["coordinates"], one), window) for feature in features]
    simple = shapely.coverage_simplify(
        shapely.set_precision(whole, 0.01, mode="pointwise"), TOLERANCE[VIEWS[view]["layer"]]
    )
    paths = {code: _path(shape) for code, shape in zip(codes, simple, strict=True)}
    labels = np.array([[feature["properties"][f"label_{axis}"] for axis in ("lon", "lat")] for feature in features])
    spots = one.pixels(labels)
    inside = shapely.contains_xy(window, spots)
    return Drawn(
        width=WIDTH,
        height=int(one.height),
        frame=[round(side, 2) for side in one.frame],
        paths={code: path for code, path in paths.items() if path},
        places={
            code: [round(float(x)), round(float(y))]
            for code, (x, y), is_in in zip(codes, spots, inside, strict=True)
            if is_in
        },
    )


def _projected(parts: list[list[list[list[float]]]], one: Projection) -> shapely.Geometry:
    """A country's polygons on the paper."""
    densified = [[projection.along(np.array(ring)) for ring in part] for part in parts]
    if one.kind == EQUAL_EARTH:
        polygons = [shapely.Polygon(*_split(part, one)) for part in densified]
        return _placed(_at_seam(_valid(polygons)), one)
    if one.kind == GLOBE:
        polygons = [shapely.Polygon(rings[0], rings[1:]) for part in densified if (rings := _discs(part, one))]
        near = shapely.intersection(_valid(polygons), shapely.Point(0, 0).buffer(EDGE - 1e-3, quad_segs=90))
        return shapely.transform(near, lambda xy: _from_disc(xy, one))
    polygons = [shapely.Polygon(*_split(part, one)) for part in densified]
    return _valid(polygons)


def _valid(polygons: list[shapely.Polygon]) -> shapely.Geometry:
    return shapely.make_valid(shapely.union_all(shapely.make_valid(np.array(polygons))))


def _split(part: list[np.ndarray], one: Projection) -> tuple[np.ndarray, list[np.ndarray]]:
    """Shell and holes, as pixels or, round the earth, as turned degrees."""
    rings = [_unrolled(ring, one) if one.kind == EQUAL_EARTH else one.pixels(ring) for ring in part]
    return rings[0], rings[1:]


def _unrolled(ring: np.ndarray, one: Projection) -> np.ndarray:
    """Turned degrees of a ring that may run over the seam; the one round the pole is closed along it."""
    lon, lat = (np.degrees(part) for part in one.turned(ring))
    lon = np.unwrap(lon, period=360)
    points = np.column_stack([lon, lat])
    if abs(lon[-1] - lon[0]) < 180:
        return points
    return np.vstack([points, (lon[-1], -90), (lon[0], -90), points[:1]])


def _at_seam(shape: shapely.Geometry) -> shapely.Geometry:
    """Turned degrees within 180 on both sides: what runs over the seam comes in on the other side."""
    turns = [
        shapely.transform(
            shapely.intersection(shape, shapely.box(-180 + by, -90, 180 + by, 90)), lambda xy, by=by: xy - (by, 0)
        )
        for by in (-360, 0, 360)
    ]
    return shapely.union_all([turn for turn in turns if not turn.is_empty])


def _placed(shape: shapely.Geometry, one: Projection) -> shapely.Geometry:
    dense = shapely.segmentize(shape, 2.0)
    return shapely.transform(dense, lambda xy: one.placed(*np.radians(xy).T))


def _discs(part: list[np.ndarray], one: Projection) -> list[np.ndarray]:
    """Rings in the azimuthal projection about the globe's middle, where what is behind has a place, too."""
    return [np.column_stack(projection.azimuthal(*one.turned(ring))) for ring in part]


def _from_disc(xy: np.ndarray, one: Projection) -> np.ndarray:
    """From the azimuthal projection to the globe as it is seen."""
    shrunk = xy * np.sqrt(np.clip(1 - (xy**2).sum(axis=1, keepdims=True) / 4, 0, 1))
    return np.column_stack([one.width / 2 + one.scale * shrunk[:, 0], one.height / 2 - one.scale * shrunk[:, 1]])


def _clipped(shape: shapely.Geometry, window: shapely.Polygon) -> shapely.Geometry:
    inside = shapely.get_parts(shapely.intersection(shape, window))
    return shapely.multipolygons(inside[shapely.get_type_id(inside) == shapely.GeometryType.POLYGON])


def _path(shape: shapely.Geometry) -> str:
    """A country's rings as one path of whole numbers, each step from the last place; empty without any."""
    parts = shapely.get_parts(shape)
    if not len(parts):
        return ""
    areas = shapely.area(parts)
    kept = parts[(areas >= LEAST) | (areas == areas.max())]
    rings: list[Any] = [ring for part in kept for ring in (part.exterior, *part.interiors)]
    return "".join(_ring(shapely.get_coordinates(ring)) for ring in rings)


def _ring(points: np.ndarray) -> str:
    whole = np.rint(points).astype(int)[:-1]
    steps = np.diff(whole, axis=0)
    steps = _merged([(int(x), int(y)) for x, y in steps if x or y])
    x, y = whole[0]
    if not steps:
        return f"M{x} {y}h1z"
    return f"M{x} {y}l{' '.join(f'{across} {down}' for across, down in steps)}z".replace(" -", "-")


def _merged(steps: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Steps with those that go on in the same direction put together."""
    found: list[tuple[int, int]] = []
    for x, y in steps:
        if found and found[-1][0] * y == found[-1][1] * x and found[-1][0] * x + found[-1][1] * y > 0:
            found[-1] = (found[-1][0] + x, found[-1][1] + y)
        else:
            found.append((x, y))
    return found
