"""English names and codes that stand in tables, by section and key of the vocabulary: what a language may rename."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from data import flows, indicators
from data.package import countries, tables
from data.package.names import key
from data.package.statuses import OWN_LIST
from data.subjects import units

# Columns whose codes are shown, by table.
CODES = {
    "us_trade": ("flow", "basis"),
    "trade_mirror": ("flow", "basis"),
    "trade_partners": ("flow", "basis"),
    "trade_partner_shares": ("flow", "basis"),
    "us_trade_products": ("flow", "basis"),
    "us_tariffs": ("measure", "legal_status"),
    "investment": ("measure", "unit"),
    "macro": ("measure",),
    "minerals_production": ("stage", "unit", "mineral"),
    "minerals_reserves": ("basis", "unit"),
    "us_import_reliance": ("form",),
    "us_import_sources": ("form",),
    "deals": ("stage", "sector"),
    "forum_members": ("status",),
    "article_snippets": ("topic",),
}
VIEWS_OF_AID = ("obligations", "disbursements")


def _codes() -> set[str]:
    found = {str(code) for table, columns in CODES.items() for column in columns for code in tables.load(table)[column]}
    found |= {part for minerals in tables.load("mineral_sites")["minerals"] for part in minerals.split(";")}
    shown = {unit.unit for unit in units.every().values()}
    return {*found, *shown, *VIEWS_OF_AID, OWN_LIST, *_bases()} - {""}


def _bases() -> set[str]:
    """Bases of drawn figures, without the publisher that is named last."""
    frames = [*map(indicators.values, indicators.registry()), *map(flows.values, flows.registry())]
    joined = {basis for frame in frames for basis in frame["basis"].unique()}
    heads = {part.rpartition(", ")[0] or part for basis in joined for part in basis.split(";")}
    # A publisher may have a comma of its own, before its bracket closes.
    return {head.partition(", ")[0] if "(" in head else head for head in heads}


def _by_key(codes: Any) -> dict[str, str]:
    return {key(str(code)): str(code) for code in sorted(set(codes))}


def every() -> dict[str, dict[str, Any]]:
    """Sections of a vocabulary with all names that stand in tables, in English."""
    of_forums = tables.load("forums")
    products = tables.load("us_trade_products").drop_duplicates("hs_code")
    listed = tables.load("countries")
    minerals = tables.load("minerals")
    return {
        "countries": dict(zip(listed["iso3"], listed["name"], strict=True)),
        "capitals": {iso3: countries.capital_name(iso3) for iso3 in countries.SIX},
        "minerals": {key(one): name for one, name in zip(minerals["mineral"], minerals["name"], strict=True)},
        "forums": {
            row["forum_id"]: {"name": row["name"], "short_name": row["short_name"]}
            for row in of_forums.to_dict("records")
        },
        "products": dict(zip(products["hs_code"], products["product"], strict=True)),
        "deposits": _by_key(tables.load("minerals_reserves")["basis"]),
        "forms": _by_key([*tables.load("us_import_reliance")["form"], *tables.load("us_import_sources")["form"]]),
        "stages": _by_key(tables.load("minerals_production")["stage"]),
        "codes": _by_key(_codes()),
    }


def as_toml(sections: Mapping[str, Any]) -> str:
    """Sections of a vocabulary as a file of words."""
    return "\n".join(_lines(sections)) + "\n"


def _lines(section: Mapping[str, Any], above: tuple[str, ...] = ()) -> Iterator[str]:
    own = {name: text for name, text in section.items() if not isinstance(text, dict)}
    if above and own:
        yield f"[{'.'.join(map(json.dumps, above))}]"
    yield from (f"{json.dumps(name)} = {json.dumps(text, ensure_ascii=False)}" for name, text in own.items())
    for name, below in section.items():
        if isinstance(below, dict):
            yield from _lines(below, (*above, name))
