"""An extract with shapes: GeoJSON and GeoPackage, values joined to the countries they stand at.

Columns are those of the extract; what holds for all of it stands beside the features (GeoJSON allows members of one's
own, a GeoPackage has a table of metadata)."""

import io
import json

import geopandas as gpd

from data.output.extract import Extract
from geo import shapes

LAYER = "countries"


def geojson(extract: Extract) -> bytes:
    """A FeatureCollection as RFC 7946 asks, one feature per row, in the order of the rows; a gap is null."""
    collection = shapes.to_rfc7946(_joined(extract))
    text = json.dumps({**collection, "metadata": _metadata(extract)}, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def geopackage(extract: Extract) -> bytes:
    """A GeoPackage with one layer, WGS 84."""
    packed = io.BytesIO()
    metadata = {name.upper(): text for name, text in _metadata(extract).items()}
    _joined(extract).to_file(packed, driver="GPKG", layer=LAYER, engine="pyogrio", dataset_metadata=metadata)
    return packed.getvalue()


def _joined(extract: Extract) -> gpd.GeoDataFrame:
    """The rows with the shape of their country. Raises JoinFault where a code has none."""
    world = shapes.load("world")[["iso3", "geometry"]]
    rows = extract.typed()
    joined = world.merge(rows, on="iso3", how="right", validate="one_to_one")
    return joined[[*map(str, rows), "geometry"]]


def _metadata(extract: Extract) -> dict[str, str]:
    """What holds for all of the extract, and its sources, as texts by name."""
    cited = extract.sources()
    listed = [
        f"{row['publisher']}: {row['title']}. {row['url']} ({row['licence']})" for row in cited.to_dict("records")
    ]
    return {**extract.about, "sources": "\n".join(listed)}
