"""Rules of the table of mineral sites.

Whether a site lies in its country needs the country's shape. `data` imports nothing of ours, so the boundaries are read
as a file, like any other data set; a function of `geo` would have turned the direction of imports around."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from data.rules.rule import Hit, Rule, Tables, lines, number

SITES = "mineral_sites"
BOUNDARIES = Path(__file__).parents[2] / "geo" / "boundaries" / "region.shp.zip"
NEAR_KM = 25.0


def _minerals_resolve(tables: Tables) -> Iterator[Hit]:
    known = {row["mineral"] for row in tables.get("minerals", [])}
    for line, row in lines(tables, SITES):
        for one in row["minerals"].split(";"):
            if one not in known:
                yield SITES, line, "minerals", one


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


RULES = (
    Rule("site-minerals", "the minerals of a site stand in the table minerals", _minerals_resolve),
    Rule("site-country", f"a site lies in its country or within {NEAR_KM:g} km of it", _inside_country),
)
