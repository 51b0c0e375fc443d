"""Countries by code: names, capitals, and the six the atlas is about."""

from typing import Any

import pandas as pd

from data.faults import UnknownId
from data.package import tables
from data.package.snapshot import kept

C5 = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
SIX = (*C5, "USA")


@kept()
def _by_code() -> dict[str, dict[Any, Any]]:
    frame = tables.load("countries")
    return {row["iso3"]: row for row in frame.to_dict("records")}


def is_country(iso3: str) -> bool:
    """Whether a code is that of a country, not of an aggregate or of nothing."""
    return _by_code().get(iso3, {}).get("kind") == "country"


def name(iso3: str) -> str:
    """Everyday English name. Raises UnknownId."""
    if iso3 not in _by_code():
        raise UnknownId("country", iso3, list(_by_code()))
    return str(_by_code()[iso3]["name"])


def called(text: str) -> str | None:
    """Code of the country that a text names, by a code of two or three letters or by its everyday name; else None."""
    told = text.strip().casefold()
    for iso3, row in _by_code().items():
        if row["kind"] == "country" and told in (
            iso3.casefold(),
            *(str(row[one]).casefold() for one in ("iso2", "name")),
        ):
            return iso3
    return None


def names() -> dict[str, str]:
    """Everyday English names of all countries by code, aggregates left out."""
    return {iso3: str(row["name"]) for iso3, row in _by_code().items() if row["kind"] == "country"}


def capital(iso3: str) -> tuple[float, float]:
    """Longitude and latitude of the capital, WGS 84, for the six. Raises UnknownId for any other country."""
    row = _by_code().get(iso3, {})
    if pd.isna(row.get("capital_lon")):
        raise UnknownId("capital of", iso3, list(SIX))
    return float(str(row["capital_lon"])), float(str(row["capital_lat"]))


def capital_name(iso3: str) -> str:
    """Name of the capital, for countries whose capital `capital` knows."""
    return str(_by_code()[iso3]["capital"])
