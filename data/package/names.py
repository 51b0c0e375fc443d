"""Names of the ids that are gaps of titles and records, by kind, in the language spoken.

A name is that of the vocabulary (`data/vocabulary/<language>/`, section and key); where it has none, that of the table
in the language or in English, of a country that of the Unicode CLDR; at last the code itself. So an English name stands
once, in its table, and another language is a folder of files with the sections named in `KINDS`; countries and their
capitals are in `countries.py`."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from data.package import countries, tables
from data.package.snapshot import kept
from data.vocabulary.language import ENGLISH, spoken
from data.vocabulary.terms import TERMS


@dataclass(frozen=True)
class Kind:
    """A kind of id: its section of the vocabulary, what follows an id there, and the name where that says nothing.

    Without a section the vocabulary is not asked; without `otherwise` it has the name in English at least."""

    section: str = ""
    otherwise: Callable[[str], str] | None = None
    after: str = ""


@kept()
def _by_id(table: str, column: str) -> Mapping[str, Mapping[Any, Any]]:
    return {row[column]: row for row in tables.load(table).to_dict("records")}


def _mineral(mineral: str) -> str:
    row = _by_id("minerals", "mineral")[mineral]
    return str(row.get(f"name_{spoken()}") or row["name"])


def _forum(forum_id: str) -> str:
    return str(_by_id("forums", "forum_id")[forum_id]["name"])


def _forum_short(forum_id: str) -> str:
    return str(_by_id("forums", "forum_id")[forum_id]["short_name"])


@kept(2)
def _products(*, of_us: bool) -> Mapping[str, str]:
    """Names of products by code, as the rows of the United States or of the five have them."""
    rows = tables.load("us_trade_products")
    rows = rows[(rows["reporter"] == "USA") == of_us].drop_duplicates("hs_code")
    return dict(zip(rows["hs_code"], rows["product"], strict=True))


def _product(code: str) -> str:
    return _products(of_us=True)[code]


def _own_product(code: str) -> str:
    return _products(of_us=False)[code]


KINDS: Mapping[str, Kind] = {
    "country": Kind(otherwise=countries.name),
    "mineral": Kind("minerals", _mineral),
    "forum": Kind("forums", _forum, ".name"),
    "forum_short": Kind("forums", _forum_short, ".short_name"),
    "product": Kind("products", _product),
    "own_product": Kind("products", _own_product),
    "issuer": Kind("issuers"),
    "reckoning": Kind("reckonings"),
    "measure": Kind("measures"),
    # Codes that read as English.
    "stage": Kind("stages", str),
    "deposit": Kind("deposits", str),
    "form": Kind("forms", str),
    **dict.fromkeys(("flow", "basis", "view", "listed", "standing", "unit", "topic"), Kind("codes", str)),
    # Numbers, days, and texts in the language of their source.
    **dict.fromkeys(("text", "code", "year", "period", "day", "end", "number"), Kind(otherwise=str)),
}


def key(name_id: str) -> str:
    """An id as a key of the files of words, where only letters, digits, hyphens and underscores need no quotes."""
    return re.sub(r"[^A-Za-z0-9-]+", "_", name_id).strip("_")


def of(kind: str, name_id: str) -> str:
    """The name of an id of a kind. Raises UnknownId and KeyError for one that neither vocabulary nor table has."""
    found = KINDS[kind]
    said = TERMS.find(f"{found.section}.{key(name_id)}{found.after}") if found.section else None
    if said is not None:
        return said
    if found.otherwise is None:
        raise KeyError(f"{found.section}.{key(name_id)}")
    return found.otherwise(name_id)


def inside(kind: str, name_id: str) -> str:
    """The name as it reads within a sentence: in English a mineral has no capital there, unless it is a formula."""
    name = of(kind, name_id)
    is_lowered = kind == "mineral" and spoken() == ENGLISH and name[1:2].islower()
    return name[:1].lower() + name[1:] if is_lowered else name


def unit(unit_id: str) -> str:
    """A unit as the tables and downloads carry it ("USD", "kt")."""
    return of("unit", unit_id)


def basis(bases: str) -> str:
    """What figures are based on: the table's words, of which a publisher is named last, those of several in a row."""
    return ";".join(map(_basis, bases.split(";")))


def _basis(text: str) -> str:
    what, comma, publisher = text.rpartition(", ")
    return of("basis", text) if not comma or TERMS.find(f"codes.{key(text)}") else f"{of('basis', what)}, {publisher}"
