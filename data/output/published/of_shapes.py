"""Values at the shapes of their countries, as GeoJSON (RFC 7946), of one year: the newest that tells enough, or the one
asked for.

The shapes are simplified and stand in `outlines.json` beside this file, for `data` knows nothing of geometry; they are
made by `python -m geo outlines`."""

import json
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

from data import indicators
from data.output import extract
from data.output.published import links
from data.output.published.kind import GEOJSON, YEAR, Asked, Kind, as_json, records, word
from data.output.published.of_indicators import CELLS, NARROWS, SOURCE, about, cited, frame, narrowed
from data.vocabulary.terms import MEMBERSHIP

FOLDER = "geojson"
OUTLINES = Path(__file__).parent / "outlines.json"


@lru_cache(1)
def _outlines() -> Mapping[str, Any]:
    """Geometries by code."""
    return dict(json.loads(OUTLINES.read_text("utf-8")))


def _make(indicator_id: str, asked: Asked) -> bytes:
    year = indicators.default_year(indicator_id) if asked.year is None else asked.year
    rows, one = narrowed(frame(indicator_id), Asked(asked.site, year, asked.country)), indicators.get(indicator_id)
    link = links.view(asked.site, "", indicator=one.id, year=str(year))
    whole = extract.about(f"{one.title}, {year}", one.unit, link)
    kinds = {YEAR: "integer"} | ({} if one.kind == MEMBERSHIP else {"value": "number"})
    made = records(rows[CELLS].assign(indicator=one.id, unit=one.unit), kinds)
    features = [
        {"type": "Feature", "id": row["iso3"], "geometry": _outlines().get(row["iso3"]), "properties": row}
        for row in made
    ]
    sources = cited([part for row in made for part in (row[SOURCE] or "").split(";") if part])
    told = {**whole, "boundaries": word("boundaries"), "sources": sources}
    return as_json({"type": "FeatureCollection", "features": features, "metadata": told}, is_dense=True)


def _stem(indicator_id: str) -> str:
    return extract.stem(indicator_id, indicators.default_year(indicator_id))


KINDS = (
    Kind("geojson", FOLDER, "geojson", GEOJSON, lambda: list(indicators.registry()), _make, about, _stem, NARROWS),
)
