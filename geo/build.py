"""From world-atlas to the two layers of shapes and to the two files that the browser loads.

`world` is made from 50m, `region` from 10m within 44-90 E, 33-57 N. Shared borders stay shared: a layer is simplified
as one coverage. Written twice, the files have the same bytes. Everything here is described in boundaries/README.md."""

import json
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo import atlas, drawn, rings

HERE = Path(__file__).parent
BOUNDARIES = HERE / "boundaries"
STATIC = HERE.parent / "static" / "geo"
CORE = shapely.box(44, 33, 90, 57)
SURROUNDINGS = shapely.box(26, 27, 108, 64)
GRID = 1e-3
LAYERS_OF_A_TOPOLOGY = ("coastlines", "land", "ocean", "lakes", "rivers", "countries", "subunits")
TOPOLOGIES = ("world_110m.json",)


@dataclass(frozen=True)
class Recipe:
    """How a layer is made: tolerances in degrees; parts smaller than `least` square degrees are dropped.

    A country always keeps its largest part."""

    resolution: str
    tolerance: float
    least: float


WORLD = Recipe("50m", 0.17, 0.02)
REGION = Recipe("10m", 0.01, 0.0)
COARSE = 0.12


def build(package: Path) -> None:
    """Write both layers, both browser files and the drawn views from an unpacked world-atlas."""
    fine = atlas.read(package, REGION.resolution)
    world = simplified(with_islands(atlas.read(package, WORLD.resolution), fine), WORLD)
    write_layer(world, "world")
    write_browser_file(world, "world")
    fine = fine[fine.intersects(SURROUNDINGS)].reset_index(drop=True)
    fine = simplified(fine.assign(geometry=fine.intersection(SURROUNDINGS.buffer(1))), REGION)
    region = clipped(fine, CORE)
    write_layer(region, "region")
    write_browser_file(with_surroundings(region, fine), "region")
    write_empty_topologies()
    drawn.build(STATIC / "drawn")


def with_islands(shapes: gpd.GeoDataFrame, fine: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The shapes with those countries of the finer file that they lack (Tuvalu, Gibraltar) and that overlap none.

    Columns as those of the shapes, one row per country."""
    lacking = fine[~fine["iso3"].isin(shapes["iso3"])]
    alone = lacking[[not shapes.intersects(shape).any() for shape in lacking.geometry]]
    return pd.concat([shapes, alone]).sort_values("iso3").reset_index(drop=True)


def simplified(shapes: gpd.GeoDataFrame, recipe: Recipe) -> gpd.GeoDataFrame:
    """The shapes with fewer vertices, borders still shared, on a grid of a thousandth of a degree.

    Columns as those of the shapes, one row per country."""
    kept = [_without_specks(shape, recipe.least) for shape in shapes.geometry]
    simple = shapely.coverage_simplify(kept, recipe.tolerance)
    return shapes.assign(geometry=_on_grid(simple))


def _without_specks(shape: shapely.Geometry, least: float) -> shapely.Geometry:
    parts = shapely.get_parts(shape)
    areas = shapely.area(parts)
    return shapely.union_all(parts[(areas >= least) | (areas == areas.max())])


def _on_grid(shapes: np.ndarray) -> np.ndarray:
    rounded = shapely.set_precision(shapes, GRID, mode="pointwise")
    return shapely.make_valid(rounded, method="structure", keep_collapsed=False)


def clipped(shapes: gpd.GeoDataFrame, box: shapely.Polygon) -> gpd.GeoDataFrame:
    """What of the shapes lies in a box; rows that have nothing there are left out.

    Columns as those of the shapes, one row per country."""
    inside = shapes.assign(geometry=_on_grid(shapely.intersection(shapes.geometry.to_numpy(), box)))
    return inside[~inside.is_empty].reset_index(drop=True)


def with_surroundings(region: gpd.GeoDataFrame, fine: gpd.GeoDataFrame) -> gpd.GeoDataFrame:
    """The region with a coarse frame round it, for the browser only: a conic view shows corners beyond the box.

    Columns as those of the shapes, one row per country. The box itself takes part in the simplification, so that the
    frame meets the region without a gap."""
    outside = shapely.intersection(fine.geometry.to_numpy(), SURROUNDINGS.difference(CORE))
    coarse = shapely.coverage_simplify([*outside, CORE], COARSE)[:-1]
    inside = region.set_index("iso3").geometry.reindex(fine["iso3"]).to_numpy()
    inside = np.where(shapely.is_missing(inside), shapely.Polygon(), inside)
    whole = fine.assign(geometry=_on_grid(shapely.union(inside, coarse)))
    return whole[~whole.is_empty].reset_index(drop=True)


def label_point(shape: shapely.Geometry) -> tuple[float, float]:
    """Centre of the largest circle within the largest part: longitude and latitude, rounded to the grid."""
    parts = shapely.get_parts(shape)
    largest = parts[shapely.area(parts).argmax()]
    lon, lat = shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, 0.01))[0]
    return round(float(rings.wrapped(lon)), 3), round(float(lat), 3)


def write_layer(shapes: gpd.GeoDataFrame, name: str) -> None:
    """The zipped shapefile of a layer, cut at 180 degrees, with fixed dates."""
    points = [label_point(shape) for shape in shapes.geometry]
    frame = shapes.assign(
        geometry=[rings.cut(shape) for shape in shapes.geometry],
        label_lon=[lon for lon, _ in points],
        label_lat=[lat for _, lat in points],
    )[["iso3", "iso2", "name", "label_lon", "label_lat", "geometry"]]
    with tempfile.TemporaryDirectory() as folder:
        frame.to_file(Path(folder) / f"{name}.shp", encoding="UTF-8", DBF_DATE_LAST_UPDATE="2026-01-01")
        with zipfile.ZipFile(BOUNDARIES / f"{name}.shp.zip", "w") as archive:
            for path in sorted(Path(folder).iterdir()):
                entry = zipfile.ZipInfo(path.name, date_time=(2026, 1, 1, 0, 0, 0))
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, path.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def write_browser_file(shapes: gpd.GeoDataFrame, name: str) -> None:
    """GeoJSON as d3 wants it: exterior rings clockwise, whole across 180 degrees, three decimals."""
    features = []
    for row in shapes.itertuples():
        lon, lat = label_point(row.geometry)
        features.append(
            {
                "type": "Feature",
                "id": row.iso3,
                "properties": {"iso3": row.iso3, "name": row.name, "label_lon": lon, "label_lat": lat},
                "geometry": {"type": "MultiPolygon", "coordinates": rings.spherical(row.geometry)},
            }
        )
    _write_json(STATIC / f"{name}.json", {"type": "FeatureCollection", "features": features})


def write_empty_topologies() -> None:
    """The base map that Plotly asks for and we do not show."""
    objects = {name: {"type": "GeometryCollection", "geometries": []} for name in LAYERS_OF_A_TOPOLOGY}
    for name in TOPOLOGIES:
        _write_json(STATIC / "topojson" / name, {"type": "Topology", "objects": objects, "arcs": []})


def _write_json(path: Path, content: dict) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
