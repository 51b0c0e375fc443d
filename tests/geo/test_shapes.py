"""The committed shapes: complete, valid, within their budgets, with the known traps settled."""

import json
from pathlib import Path

import numpy as np
import pytest
import shapely

from data import indicators
from data.package import countries
from geo import shapes

STATIC = Path(__file__).parents[2] / "static" / "geo"
BUDGET = {"world": (15_000, 20_000), "region": (11_500, 13_000)}


def contains(layer: str, lon: float, lat: float) -> list[str]:
    frame = shapes.load(layer)
    return frame.loc[frame.contains(shapely.Point(lon, lat)), "iso3"].tolist()


def browser(layer: str) -> dict[str, dict]:
    collection = json.loads((STATIC / f"{layer}.json").read_text("utf-8"))
    return {feature["id"]: feature for feature in collection["features"]}


@pytest.mark.parametrize("layer", shapes.LAYERS)
def test_layer_is_a_valid_coverage_within_its_budget(layer):
    frame = shapes.load(layer)
    least, most = BUDGET[layer]
    assert least <= shapely.get_num_coordinates(frame.geometry.to_numpy()).sum() <= most
    assert frame.is_valid.all()
    assert shapely.coverage_is_valid(frame.geometry.to_numpy())
    assert frame.crs == "EPSG:4326"


@pytest.mark.parametrize("layer", shapes.LAYERS)
def test_one_row_per_code_and_every_code_is_a_country(layer):
    frame = shapes.load(layer)
    assert list(frame.columns) == ["iso3", "iso2", "name", "label_lon", "label_lat", "geometry"]
    assert frame["iso3"].is_monotonic_increasing
    assert frame["iso3"].is_unique
    assert all(countries.is_country(code) for code in frame["iso3"])
    assert frame[["iso2", "name"]].notna().all().all()


def test_every_country_of_every_indicator_has_a_shape():
    codes = {code for indicator_id in indicators.registry() for code in indicators.values(indicator_id)["iso3"]}
    assert codes <= set(shapes.load("world")["iso3"])


def test_region_holds_the_five_whole_and_stays_in_its_box():
    frame = shapes.load("region")
    assert set(countries.C5) <= set(frame["iso3"])
    assert frame.total_bounds.tolist() == [44, 33, 90, 57]


@pytest.mark.parametrize(
    ("place", "lon", "lat", "owner"),
    [
        ("Baikonur", 63.3, 45.9, "KAZ"),
        ("Sokh", 71.1, 40.01, "UZB"),
        ("Shohimardon", 71.73, 39.95, "UZB"),
        ("Vorukh", 70.61, 39.83, "TJK"),
        ("Sarvan", 70.59, 40.99, "TJK"),
        ("Osh", 72.8, 40.53, "KGZ"),
        ("Khujand", 69.62, 40.28, "TJK"),
    ],
)
def test_small_and_disputed_places_of_the_region(place, lon, lat, owner):
    assert contains("region", lon, lat) == [owner], place


@pytest.mark.parametrize(
    ("place", "lon", "lat", "owner"),
    [
        ("Crimea", 34.1, 45.2, "UKR"),
        ("Taman", 37.5, 45.2, "RUS"),
        ("Hargeisa", 44.06, 9.56, "SOM"),
        ("Northern Cyprus", 33.4, 35.3, "CYP"),
        ("Pristina", 21.0, 42.6, "XKX"),
        ("Siachen", 77.1, 35.4, "IND"),
        ("Anadyr", 177.0, 65.2, "RUS"),
        ("Chukotka beyond 180", -175, 66.8, "RUS"),
        ("Alaska", -150, 65, "USA"),
        ("Vanua Levu", 179.2, -16.6, "FJI"),
        ("South Pole", 0, -89.5, "ATA"),
        ("Barents Sea", 40, 74, None),
        ("Norwegian Sea", 5, 70, None),
    ],
)
def test_known_traps_of_the_world(place, lon, lat, owner):
    assert contains("world", lon, lat) == ([owner] if owner else []), place


@pytest.mark.parametrize("layer", shapes.LAYERS)
def test_label_point_lies_in_its_country(layer):
    frame = shapes.load(layer)
    points = shapely.points(frame["label_lon"], frame["label_lat"])
    assert shapely.intersects(shapely.buffer(frame.geometry.to_numpy(), 0.002), points).all()


def test_browser_rings_turn_clockwise_and_run_across_180_degrees():
    world = browser("world")
    for code, feature in world.items():
        for part in feature["geometry"]["coordinates"]:
            ring = np.array(part[0])
            lons = np.rad2deg(np.unwrap(np.deg2rad(ring[:, 0])))
            turns = np.sum((lons[1:] - lons[:-1]) * (ring[1:, 1] + ring[:-1, 1]))
            assert turns > 0 or code == "ATA", code
    crossing = [code for code, feature in world.items() if _jumps(feature)]
    assert crossing == ["ATA", "FJI", "RUS"]


def _jumps(feature: dict) -> bool:
    return any(np.abs(np.diff(np.array(part[0])[:, 0])).max() > 180 for part in feature["geometry"]["coordinates"])


@pytest.mark.parametrize(("layer", "most"), [("world", 420_000), ("region", 260_000)])
def test_browser_file_is_small_and_has_the_countries_of_its_layer(layer, most):
    assert (STATIC / f"{layer}.json").stat().st_size <= most
    assert set(shapes.load(layer)["iso3"]) <= set(browser(layer))


def test_browser_region_meets_its_surroundings_without_gap():
    parts = [shapely.geometry.shape(feature["geometry"]) for feature in browser("region").values()]
    edge = shapely.LineString([(44.0, 50), (44.0, 57), (90, 57), (90, 33), (75, 33)])
    assert shapely.length(shapely.difference(edge, shapely.buffer(shapely.union_all(parts), 0.001))) < 1.5


def test_download_form_is_counter_clockwise_and_cut_at_180():
    collection = shapes.to_rfc7946(shapes.load("world"))
    assert collection["type"] == "FeatureCollection"
    assert "crs" not in collection
    for feature in collection["features"]:
        shape = shapely.geometry.shape(feature["geometry"])
        assert shape.bounds[0] >= -180
        assert shape.bounds[2] <= 180
        assert all(part.exterior.is_ccw for part in shapely.get_parts(shape))


def test_unknown_layer_is_named():
    with pytest.raises(shapes.UnknownLayer, match="moon"):
        shapes.load("moon")
