"""What the map needs to draw points: mineral sites by kind, and the capitals of the six.

Frame in, plain dictionary out (`components/map/payload.py`). A capital is a site of the last kind without minerals."""

from typing import Any

import pandas as pd

from components.figures.choropleth import source_name
from components.map.payload import Points, Site
from components.words import word
from data.package import countries, names
from data.vocabulary import terms

CAPITAL = "capital"


def build(sites: pd.DataFrame) -> Points:
    """The payload of a frame of `data.package.mineral_sites.load`."""
    kinds = [*sorted(sites["kind"].unique()), CAPITAL]
    source_ids = sorted(sites["source_id"].unique())
    listed = [_site(row, kinds, source_ids) for row in sites.itertuples(index=False)]
    capitals = [_capital(iso3, len(kinds) - 1) for iso3 in countries.SIX]
    return {
        "kinds": [{"id": kind, "label": terms.site_kind(kind)} for kind in kinds],
        "sources": [source_name(source_id) for source_id in source_ids],
        "minerals": {mineral: names.of("listed", mineral) for site in listed for mineral in site["minerals"]},
        "sites": [*capitals, *listed],
    }


def _capital(iso3: str, kind: int) -> Site:
    lon, lat = countries.capital(iso3)
    name = countries.capital_name(iso3)
    return Site(lon=lon, lat=lat, iso3=iso3, name=name, kind=kind, minerals=[], remarks="", source=-1)


def _site(row: Any, kinds: list[str], source_ids: list[str]) -> Site:
    return Site(
        lon=round(row.lon, 3),
        lat=round(row.lat, 3),
        iso3=row.iso3,
        name=row.name,
        kind=kinds.index(row.kind),
        minerals=row.minerals.split(";"),
        remarks=_remarks(row),
        source=source_ids.index(row.source_id),
    )


def _remarks(row: Any) -> str:
    """Operator, activity and a doubtful place, as far as they are known."""
    parts = [row.operator, row.activity, word("map.sites_estimated") if row.status == "estimated" else None]
    return ", ".join(str(part) for part in parts if pd.notna(part) and part)
