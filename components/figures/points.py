"""What the map needs to draw points: mineral sites by kind, and the capitals of the six.

Frame in, plain dictionary out. A site is `[lon, lat, iso3, name, kind, minerals, remarks, source]`, kind and source
being places in their lists; a capital is a site of the last kind without minerals."""

from typing import Any

import pandas as pd

from components.figures.choropleth import source_name
from components.words import word
from data.package import countries
from data.vocabulary import terms

CAPITAL = "capital"


def build(sites: pd.DataFrame) -> dict[str, Any]:
    """The payload of a frame of `data.sites.load`."""
    kinds = [*sorted(sites["kind"].unique()), CAPITAL]
    source_ids = sorted(sites["source_id"].unique())
    listed = [_site(row, kinds, source_ids) for row in sites.itertuples(index=False)]
    capitals = [
        [*countries.capital(one), one, countries.capital_name(one), len(kinds) - 1, [], "", -1] for one in countries.SIX
    ]
    return {
        "kinds": [{"id": kind, "label": terms.site_kind(kind)} for kind in kinds],
        "sources": [source_name(one) for one in source_ids],
        "sites": [*capitals, *listed],
    }


def _site(row: Any, kinds: list[str], source_ids: list[str]) -> list[Any]:
    place = [round(row.lon, 3), round(row.lat, 3), row.iso3, row.name]
    return [*place, kinds.index(row.kind), row.minerals.split(";"), _remarks(row), source_ids.index(row.source_id)]


def _remarks(row: Any) -> str:
    """Operator, activity and a doubtful place, as far as they are known."""
    parts = [row.operator, row.activity, word("map.sites_estimated") if row.status == "estimated" else None]
    return ", ".join(str(part) for part in parts if pd.notna(part) and part)
