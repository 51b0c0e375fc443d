"""Rules of places on the map: mineral sites, capitals, embassies.

Whether a site lies in its country needs the country's shape. `data` imports nothing of ours, so the boundaries are read
as a file, like any other data set; a function of `geo` would have turned the direction of imports around."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from data.checks.rules.rule import Finder, Hit, Rule, Tables, lines, number

SITES = "mineral_sites"
BOUNDARIES = Path(__file__).parents[3] / "geo" / "boundaries" / "region.shp.zip"
WORLD = BOUNDARIES.with_name("world.shp.zip")
NEAR_KM = 25.0
NEAR_DEGREES = 0.1
# The points we have of a city and of a house in it.
CITY_DEGREES = 0.5


def _minerals_resolve(tables: Tables) -> Iterator[Hit]:
    known = {row["mineral"] for row in tables.get("minerals", [])}
    for line, row in lines(tables, SITES):
        for part in row["minerals"].split(";"):
            if part not in known:
                yield SITES, line, "minerals", part


@cache
def _shapes() -> Any:
    """Shapes of the region by code, WGS 84."""
    import geopandas  # takes half a second, and only a check needs it

    return geopandas.read_file(BOUNDARIES).set_index("iso3").geometry


def distance_km(iso3: str, lon: float, lat: float) -> float | None:
    """How far a point lies from the shape of a country of the region, 0 inside it; None where there is no shape."""
    from shapely import Point

    if iso3 not in _shapes().index:
        return None
    shape = _shapes().loc[[iso3]]
    if shape.iloc[0].covers(Point(lon, lat)):
        return 0.0
    around = shape.to_crs(f"+proj=aeqd +lat_0={lat} +lon_0={lon} +datum=WGS84 +units=m")
    return float(around.iloc[0].distance(Point(0, 0)) / 1000)


def _inside_country(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, SITES):
        lat, lon = number(row["lat"]), number(row["lon"])
        if lat is None or lon is None or not (abs(lat) <= 90 and abs(lon) <= 180):
            continue  # the descriptor names it
        away = distance_km(row["iso3"], lon, lat)
        if away is None or away > NEAR_KM:
            said = "no shape" if away is None else f"{away:.0f} km away"
            yield SITES, line, "lat", f"{row['lat']}, {row['lon']}: {said} from {row['iso3']}"


@cache
def _world() -> Any:
    """Shapes of all countries by code, WGS 84; the shore is drawn coarsely."""
    import geopandas

    return geopandas.read_file(WORLD).set_index("iso3").geometry


def _city_in_country(table: str, name: str, lat: str, lon: str) -> Finder:
    """Finds places that lie outside their country, and places of which name, latitude or longitude is missing."""

    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            filled = [one for one in (name, lat, lon) if row[one]]
            north, east = number(row[lat]), number(row[lon])
            if filled and len(filled) < len((name, lat, lon)):
                yield from ((table, line, one, "") for one in (name, lat, lon) if not row[one])
            elif north is not None and east is not None and not _is_near(row["iso3"], north, east):
                yield table, line, lat, f"{row[lat]}, {row[lon]} is not in {row['iso3']}"

    return find


def _is_near(iso3: str, lat: float, lon: float) -> bool:
    from shapely import Point

    shapes = _world()
    return iso3 not in shapes.index or bool(shapes.loc[iso3].distance(Point(lon, lat)) <= NEAR_DEGREES)


def _six_have_capitals(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "countries"):
        if bool(row["member_of"]) != bool(row["capital"]):
            yield "countries", line, "capital", row["capital"]


def _capital_is_one_city(tables: Tables) -> Iterator[Hit]:
    """The embassy of the United States stands in the capital, within a day's walk of the point we draw for it."""
    capitals = {row["iso3"]: row for row in tables.get("countries", []) if row["capital"]}
    for line, row in lines(tables, "diplomatic_ties"):
        capital = capitals.get(row["iso3"])
        if capital is None:
            continue
        if row["us_embassy_city"] != capital["capital"]:
            yield "diplomatic_ties", line, "us_embassy_city", row["us_embassy_city"]
        for one, other in (("us_embassy_lat", "capital_lat"), ("us_embassy_lon", "capital_lon")):
            here, there = number(row[one]), number(capital[other])
            if here is not None and there is not None and abs(here - there) > CITY_DEGREES:
                yield "diplomatic_ties", line, one, row[one]


RULES = (
    Rule(
        "capital-six",
        "the six, and no other countries, have a capital drawn on the map",
        ("countries",),
        _six_have_capitals,
    ),
    Rule(
        "capital-country",
        "a capital has its name and its place, and lies in its country",
        ("countries",),
        _city_in_country("countries", "capital", "capital_lat", "capital_lon"),
    ),
    Rule(
        "embassy-country",
        "an embassy has its city and its place, and lies in the country",
        ("diplomatic_ties",),
        _city_in_country("diplomatic_ties", "us_embassy_city", "us_embassy_lat", "us_embassy_lon"),
    ),
    Rule(
        "embassy-capital",
        "the embassy of the United States is in the capital",
        ("countries", "diplomatic_ties"),
        _capital_is_one_city,
    ),
    Rule(
        "site-minerals",
        "the minerals of a site stand in the table minerals",
        ("mineral_sites", "minerals"),
        _minerals_resolve,
    ),
    Rule(
        "site-country",
        f"a site lies in its country or within {NEAR_KM:g} km of it",
        ("mineral_sites",),
        _inside_country,
    ),
)
