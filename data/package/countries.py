"""Countries by code: names in the language spoken, capitals, and the six the atlas is about.

English names stand in the table. In another language a name is that of its vocabulary, else that of the Unicode CLDR,
else the English one. How else people write them stands in `spellings.toml` beside this file."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.faults import UnknownId
from data.package import tables
from data.package.snapshot import kept
from data.vocabulary.cldr import locale
from data.vocabulary.language import ENGLISH, spoken
from data.vocabulary.terms import TERMS

C5 = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
SIX = (*C5, "USA")
# Languages whose names of countries are known whichever is spoken.
KNOWN_IN = (ENGLISH, "ru", "id")


@kept()
def _by_code() -> dict[str, dict[Any, Any]]:
    frame = tables.load("countries")
    return {row["iso3"]: row for row in frame.to_dict("records")}


def is_country(iso3: str) -> bool:
    """Whether a code is that of a country, not of an aggregate or of nothing."""
    return _by_code().get(iso3, {}).get("kind") == "country"


def name(iso3: str) -> str:
    """Everyday name. Raises UnknownId."""
    row = _by_code().get(iso3)
    if row is None:
        raise UnknownId("country", iso3, list(_by_code()))
    return _name_of(row) if spoken() != ENGLISH else str(row["name"])


def _name_of(row: dict[Any, Any]) -> str:
    """The name of a country in another language than English."""
    said = TERMS.find(f"countries.{row['iso3']}") or locale(spoken()).territories.get(row["iso2"])
    return said or str(row["name"])


def in_sentence(iso3: str) -> str:
    """The name of a country as it reads within a sentence. Raises UnknownId."""
    return TERMS.own(f"in_sentence.{iso3}") or name(iso3)


@cache
def _spellings() -> Mapping[str, list[str]]:
    return tomllib.loads((Path(__file__).parent / "spellings.toml").read_text("utf-8"))


@kept()
def _profiles() -> dict[str, dict[Any, Any]]:
    return {row["iso3"]: row for row in tables.load("country_profiles").to_dict("records")}


@kept()
def spellings(iso3: str) -> tuple[str, ...]:
    """Every way in which a country is known to be written, whichever language is spoken, its code first.

    The code of two letters only of the six: "in" and "no" are words. Raises UnknownId."""
    row = _by_code().get(iso3)
    if row is None:
        raise UnknownId("country", iso3, list(_by_code()))
    profile = _profiles().get(iso3, {})
    found = [iso3, row["iso2"] if iso3 in SIX else "", row["name"], *_spellings().get(iso3, [])]
    found += [locale(language).territories.get(row["iso2"], "") for language in KNOWN_IN]
    found += [profile.get(f"name_{one}", "") for one in ("ru", "id", "native")]
    return tuple(dict.fromkeys(str(one) for one in found if one and pd.notna(one)))


@kept(worded=True)
def _by_spelling() -> dict[str, str]:
    """Codes of countries by what they are called, casefolded, also in the language spoken and by two letters."""
    found: dict[str, str] = {}
    for iso3, row in _by_code().items():
        if row["kind"] == "country":
            for one in (iso3, row["iso2"], row["name"], name(iso3), *spellings(iso3)):
                found.setdefault(str(one).casefold(), iso3)
    return found


def called(text: str) -> str | None:
    """Code of the country that a text names, by a code of two or three letters or by a name, as it may be written; or
    None."""
    return _by_spelling().get(text.strip().casefold())


def names() -> dict[str, str]:
    """Everyday names of all countries by code, aggregates left out."""
    return {iso3: name(iso3) for iso3, row in _by_code().items() if row["kind"] == "country"}


def capital(iso3: str) -> tuple[float, float]:
    """Longitude and latitude of the capital, WGS 84, for the six. Raises UnknownId for any other country."""
    row = _by_code().get(iso3, {})
    if pd.isna(row.get("capital_lon")):
        raise UnknownId("capital of", iso3, list(SIX))
    return float(str(row["capital_lon"])), float(str(row["capital_lat"]))


def capital_name(iso3: str) -> str:
    """Name of the capital, for countries whose capital `capital` knows."""
    return TERMS.find(f"capitals.{iso3}") or str(_by_code()[iso3]["capital"])
