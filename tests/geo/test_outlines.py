"""The shapes in few points that go with values: they are what is made of the layer, and as RFC 7946 asks."""

import json

import shapely

from geo import outlines, shapes


def test_file_is_what_is_made_of_the_shapes():
    assert outlines.OUTLINES.read_bytes() == outlines.build()


def test_every_country_has_a_valid_shape_with_its_rings_in_order():
    made = json.loads(outlines.OUTLINES.read_text("utf-8"))
    assert list(made) == list(shapes.load("world")["iso3"])
    for iso3, geometry in made.items():
        shape = shapely.from_geojson(json.dumps(geometry))
        assert shape.is_valid, iso3
        assert all(part.exterior.is_ccw for part in shape.geoms), iso3
        west, south, east, north = shape.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
