"""What is between a country and the United States, in about six sentences: trade, minerals, investment, forums, deals,
claims.

Each is made of cells of `country_facts.py` and of verdicts, in the templates of `data/vocabulary/en/country.toml`, and
says what is missing where a figure is; none is told that the figures do not carry. The page and the brief have the
same ones."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import indicators
from data.analysis import claim_selection, country_facts, deals_ladder, investors
from data.analysis.country_facts import SHARED, SIGNED, TOP_MINERAL
from data.analysis.deals import Asked
from data.analysis.headline import USA
from data.analysis.verdicts import BEARS_OUT, WORDS
from data.package import countries, names
from data.package.snapshot import kept
from data.package.statuses import joined_ids
from data.subjects import bullion, number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

TRADE, MINERALS, INVESTMENT, FORUMS, DEALS, CLAIMS = TOPICS = (
    *("trade", "minerals", "investment", "forums", "deals", "claims"),
)
AGAINST = ("not_supported", "contradicted")
Cell = Mapping[Any, Any]
Part = tuple[str, str]


@dataclass(frozen=True)
class Sentence:
    """Some sentences on a topic, those that lead them, and the ids of the sources of the figures in all of them."""

    topic: str
    text: str
    lead: str
    source_id: str


@kept(len(countries.SIX), worded=True)
def sentences(iso3: str) -> tuple[Sentence, ...]:
    """The sentences on a country, one for each of TOPICS that has something to say, in their order.

    Raises UnknownId for a country that is none of the six."""
    facts = country_facts.facts(iso3)
    if iso3 == USA:
        found = [make(facts) for make in (_us_trade, _us_minerals, _us_investment, _us_forums, _us_deals)]
    else:
        cells = {str(row["measure"]): row for row in facts.to_dict("records")}
        found = [make(cells) for make in (_trade, _minerals, _investment, _forums, _deals)]
    return tuple(one for one in (*found, _claims(iso3)) if one)


def _said(name: str, *cells: Cell, **gaps: object) -> Part:
    """A template filled, and the sources of the cells that its figures are from."""
    return TERMS.word(f"country_sentences.{name}", **gaps), joined_ids(str(one["source_id"]) for one in cells)


def _sentence(topic: str, *parts: Part | None) -> Sentence | None:
    told, whole = [one for one in parts if one], _joined(*parts)
    return Sentence(topic, whole[0], told[0][0], whole[1]) if whole else None


def _is_there(cell: Cell) -> bool:
    return bool(pd.notna(cell["value"]))


def _value(cell: Cell) -> str:
    value, indicator = float(cell["value"]), indicators.get(cell["indicator"])
    if indicator.kind != "share":
        return number_format.spoken(value, indicator)
    shown = number_format.few_digits(value)
    return f"{shown} {terms.unit_after(indicator.display_unit, shown)}"


def _country(cell: Cell) -> str:
    return countries.in_sentence(str(cell["iso3"]))


def _at(cell: Cell, name: str) -> dict[str, str]:
    """The gaps of a cell: its value under a name, and its year."""
    return {name: _value(cell), f"{name}_year": str(cell["year"])}


def _trade(cells: Mapping[str, Cell]) -> Sentence | None:
    bought, sold, share = (cells[one] for one in ("us_imports", "us_exports", "us_share"))
    shared = _said("share", share, **_at(share, "share")) if _is_there(share) else None
    leading = _joined(_both_ways(bought, sold), _metals(bought))
    return _sentence(TRADE, leading, shared, _own_books(cells["own_exports"]))


def _joined(*parts: Part | None) -> Part | None:
    """Parts that are told together or not at all."""
    told = [one for one in parts if one]
    return (" ".join(text for text, _ in told), joined_ids(ids for _, ids in told)) if told else None


def _both_ways(bought: Cell, sold: Cell) -> Part | None:
    parts = {"imports": bought, "exports": sold}
    there = {name: cell for name, cell in parts.items() if _is_there(cell)}
    if not there:
        return None
    gaps = {gap: text for name, cell in there.items() for gap, text in _at(cell, name).items()}
    name = "trade" if len(there) == len(parts) else next(iter(there))
    return _said(name, *there.values(), country=_country(bought), **gaps)


def _metals(bought: Cell) -> Part | None:
    """How much of the imports of the year were precious metals, where that is much."""
    indicator = indicators.get(country_facts.INDICATORS["us_imports"])
    found = bullion.part(indicator.id, str(bought["iso3"]), int(bought["year"])) if _is_there(bought) else None
    if found is None:
        return None
    value, share = number_format.spoken(found.value_usd, indicator), number_format.few_digits(found.share_pct)
    return _said("metals", {"source_id": found.source_id}, value=value, share=share)


def _own_books(own: Cell) -> Part | None:
    """The country's own figure of exports beside that of the US for the same year."""
    if not _is_there(own):
        return _said("own_none", country=_country(own))
    rows = country_facts.series(str(own["iso3"]))
    is_same = (rows["measure"] == "us_imports") & (rows["year"] == own["year"]) & rows["value"].notna()
    us = next(iter(rows[is_same].to_dict("records")), None)
    return _said("own", own, us, us=_value(us), **_at(own, "own")) if us else None


def _minerals(cells: Mapping[str, Cell]) -> Sentence | None:
    top, uranium = cells[TOP_MINERAL], cells["uranium"]
    country = _country(top)
    if _is_there(top):
        name, mineral = "top_at_most" if top["is_ceiling"] else "top", names.inside("mineral", str(top["mineral"]))
        first = _said(name, top, mineral=mineral, country=country, **_at(top, "share"))
    else:
        first = _said("top_none", country=country)
    if not _is_there(uranium):
        return _sentence(MINERALS, first, _said("uranium_none"))
    return _sentence(MINERALS, first, _said("uranium", uranium, **_at(uranium, "share")))


def _investment(cells: Mapping[str, Cell]) -> Sentence | None:
    stock = cells["us_stock"]
    if not _is_there(stock):
        return _sentence(INVESTMENT, _said("stock_none", country=_country(stock)))
    said = _said("stock", stock, country=_country(stock), **_at(stock, "stock"))
    places = [_place(str(stock["iso3"]), *one) for one in (("investors", "fdi_stock"), ("inflow", "fdi_flow_net"))]
    return _sentence(INVESTMENT, _joined(said, *places))


def _place(host: str, name: str, measure: str) -> Part | None:
    """The place of the US among the investors on record, in the newest year of a measure in euros."""
    rows = investors.us_rank(host)
    own = rows[(rows["measure"] == measure) & (rows["unit"] == "EUR")].sort_values("year").to_dict("records")
    if not own:
        return None
    row = own[-1]
    first = ", ".join(map(countries.in_sentence, str(row["first_investor"]).split(";")))
    return _said(name, row, place=int(row["rank"]), count=int(row["on_record"]), year=str(row["year"]), first=first)


def _counted(name: str, cell: Cell, **gaps: object) -> Part:
    text = TERMS.counted(f"country_sentences.{name}", int(cell["value"]), country=_country(cell), **gaps)
    return text, str(cell["source_id"])


def _forums(cells: Mapping[str, Cell]) -> Sentence | None:
    return _sentence(FORUMS, _counted("forums", cells[SHARED])) if _is_there(cells[SHARED]) else None


def _deals(cells: Mapping[str, Cell]) -> Sentence | None:
    signed = cells[SIGNED]
    ladder = deals_ladder.ladder(Asked(str(signed["iso3"])))
    total, sources = deals_ladder.total(ladder), joined_ids(ladder["source_id"])
    if not total.deals:
        return _sentence(DEALS, _said("deals_none", country=_country(signed)))
    gaps = {"country": _country(signed), "signed": int(signed["value"]) if _is_there(signed) else 0}
    text = TERMS.counted("country_sentences.deals", total.deals, **gaps)
    if total.known_usd is None:
        return _sentence(DEALS, (text, sources))
    value = number_format.spoken(total.known_usd, indicators.get("us_deals_usd"))
    valued = TERMS.counted("country_sentences.deals_value", total.known_deals, value=value)
    return _sentence(DEALS, (text, sources), (valued, sources))


def _claims(iso3: str) -> Sentence | None:
    """How the claims on a country came out; the claims themselves are the source."""
    found = claim_selection.frame(claim_selection.Asked(verdicts=WORDS, country=iso3))
    if found.empty:
        return None
    borne, against = int(found["verdict"].isin(BEARS_OUT).sum()), int(found["verdict"].isin(AGAINST).sum())
    gaps = {"borne": borne, "against": against, "open": len(found) - borne - against}
    text = TERMS.counted("country_sentences.claims", len(found), country=countries.in_sentence(iso3), **gaps)
    return Sentence(CLAIMS, text, text, "")


def _us_trade(facts: pd.DataFrame) -> Sentence | None:
    bought, sold = _first(facts, "us_imports"), _first(facts, "us_exports")
    return _sentence(
        TRADE,
        _said("us_imports", bought, country=_country(bought), **_at(bought, "imports")) if bought else None,
        _said("us_exports", sold, country=_country(sold), **_at(sold, "exports")) if sold else None,
    )


def _first(facts: pd.DataFrame, measure: str) -> Cell | None:
    """The first of the five in a measure, where all of them have a like figure and it is first alone."""
    is_first = (facts["rank_of_five"] == 1) & (facts["ranked"] == len(countries.C5)) & ~facts["is_tied"]
    return next(iter(facts[(facts["measure"] == measure) & is_first].to_dict("records")), None)


def _known(facts: pd.DataFrame, measure: str) -> list[Cell]:
    """The cells of the newest year of a measure that have a value, the largest first."""
    rows = facts[(facts["measure"] == measure) & facts["value"].notna()]
    newest = rows[rows["year"] == rows["year"].max()]
    return list(newest.sort_values(["value", "iso3"], ascending=[False, True]).to_dict("records"))


def _listed(name: str, known: list[Cell]) -> Part | None:
    if not known:
        return None
    listed = ", ".join(_said("each", country=_country(one), value=_value(one))[0] for one in known)
    return _said(name, *known, year=str(known[0]["year"]), listed=listed)


def _us_minerals(facts: pd.DataFrame) -> Sentence | None:
    return _sentence(MINERALS, _listed("us_uranium", _known(facts, "uranium")))


def _us_investment(facts: pd.DataFrame) -> Sentence | None:
    return _sentence(INVESTMENT, _listed("us_stock", _known(facts, "us_stock")))


def _us_forums(facts: pd.DataFrame) -> Sentence | None:
    return _sentence(FORUMS, _counts("us_forums", _known(facts, SHARED)))


def _us_deals(facts: pd.DataFrame) -> Sentence | None:
    return _sentence(DEALS, _counts("us_deals", _known(facts, SIGNED)))


def _counts(name: str, known: list[Cell]) -> Part | None:
    listed = ", ".join(f"{_country(one)} {int(one['value'])}" for one in known)
    return _said(name, *known, listed=listed) if known else None
