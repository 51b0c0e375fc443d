"""What is between a country and the United States, in about six sentences: trade, minerals, investment, forums, deals,
claims.

Each is made of cells of `country_facts.py` and of verdicts, in the templates of `data/vocabulary/en/country.toml`, and
says what is missing where a figure is; none is told that the figures do not carry. The page and the brief have the
same ones."""

from collections.abc import Mapping

from data import indicators
from data.analysis import claim_selection, country_facts, country_partners, deals_ladder, investors, us_sentences
from data.analysis.country_facts import SHARED, SIGNED, TOP_MINERAL
from data.analysis.country_parts import (
    CLAIMS,
    DEALS,
    FORUMS,
    INVESTMENT,
    MINERALS,
    TRADE,
    Cell,
    Part,
    Sentence,
    at,
    country,
    is_there,
    joined,
    said,
    sentence,
    value,
)
from data.analysis.deals import Asked
from data.analysis.headline import USA
from data.analysis.verdicts import BEARS_OUT, WORDS
from data.package import countries, names
from data.package.snapshot import kept
from data.package.statuses import joined_ids
from data.subjects import bullion, number_format
from data.vocabulary.terms import TERMS

AGAINST = ("not_supported", "contradicted")


@kept(len(countries.SIX), worded=True)
def sentences(iso3: str) -> tuple[Sentence, ...]:
    """The sentences on a country, one for each of TOPICS that has something to say, in their order.

    Raises UnknownId for a country that is none of the six."""
    facts = country_facts.facts(iso3)
    if iso3 == USA:
        found = us_sentences.sentences(facts)
    else:
        cells = {str(row["measure"]): row for row in facts.to_dict("records")}
        found = [make(cells) for make in (_trade, _minerals, _investment, _forums, _deals)]
    return tuple(one for one in (*found, _claims(iso3)) if one)


def _trade(cells: Mapping[str, Cell]) -> Sentence | None:
    bought, sold, share = (cells[one] for one in ("us_imports", "us_exports", "us_share"))
    shared = country_partners.said(str(bought["iso3"]))
    if shared is None and is_there(share):
        shared = said("share", share, **at(share, "share"))
    leading = joined(_both_ways(bought, sold), _metals(bought))
    return sentence(TRADE, leading, shared, _own_books(cells["own_exports"]))


def _both_ways(bought: Cell, sold: Cell) -> Part | None:
    parts = {"imports": bought, "exports": sold}
    there = {name: cell for name, cell in parts.items() if is_there(cell)}
    if not there:
        return None
    gaps = {gap: text for name, cell in there.items() for gap, text in at(cell, name).items()}
    name = "trade" if len(there) == len(parts) else next(iter(there))
    return said(name, *there.values(), country=country(bought), **gaps)


def _metals(bought: Cell) -> Part | None:
    """How much of the imports of the year were precious metals, where that is much."""
    indicator = indicators.get(country_facts.INDICATORS["us_imports"])
    found = bullion.part(indicator.id, str(bought["iso3"]), int(bought["year"])) if is_there(bought) else None
    if found is None:
        return None
    worth, share = number_format.spoken(found.value_usd, indicator), number_format.few_digits(found.share_pct)
    return said("metals", {"source_id": found.source_id}, value=worth, share=share)


def _own_books(own: Cell) -> Part | None:
    """The country's own figure of exports beside that of the US for the same year."""
    if not is_there(own):
        return said("own_none", country=country(own))
    rows = country_facts.series(str(own["iso3"]))
    is_same = (rows["measure"] == "us_imports") & (rows["year"] == own["year"]) & rows["value"].notna()
    us = next(iter(rows[is_same].to_dict("records")), None)
    return said("own", own, us, us=value(us), **at(own, "own")) if us else None


def _minerals(cells: Mapping[str, Cell]) -> Sentence | None:
    top, uranium = cells[TOP_MINERAL], cells["uranium"]
    whose = country(top)
    if is_there(top):
        name, mineral = "top_at_most" if top["is_ceiling"] else "top", names.inside("mineral", str(top["mineral"]))
        first = said(name, top, mineral=mineral, country=whose, **at(top, "share"))
    else:
        first = said("top_none", country=whose)
    if not is_there(uranium):
        return sentence(MINERALS, first, said("uranium_none"))
    return sentence(MINERALS, first, said("uranium", uranium, **at(uranium, "share")))


def _investment(cells: Mapping[str, Cell]) -> Sentence | None:
    stock = cells["us_stock"]
    if not is_there(stock):
        return sentence(INVESTMENT, said("stock_none", country=country(stock)))
    held = said("stock", stock, country=country(stock), **at(stock, "stock"))
    places = [_place(str(stock["iso3"]), *one) for one in (("investors", "fdi_stock"), ("inflow", "fdi_flow_net"))]
    return sentence(INVESTMENT, joined(held, *places))


def _place(host: str, name: str, measure: str) -> Part | None:
    """The place of the US among the investors on record, in the newest year of a measure in euros."""
    rows = investors.us_rank(host)
    own = rows[(rows["measure"] == measure) & (rows["unit"] == "EUR")].sort_values("year").to_dict("records")
    if not own:
        return None
    row = own[-1]
    first = ", ".join(map(countries.in_sentence, str(row["first_investor"]).split(";")))
    return said(name, row, place=int(row["rank"]), count=int(row["on_record"]), year=str(row["year"]), first=first)


def _counted(name: str, cell: Cell, **gaps: object) -> Part:
    text = TERMS.counted(f"country_sentences.{name}", int(cell["value"]), country=country(cell), **gaps)
    return text, str(cell["source_id"])


def _forums(cells: Mapping[str, Cell]) -> Sentence | None:
    return sentence(FORUMS, _counted("forums", cells[SHARED])) if is_there(cells[SHARED]) else None


def _deals(cells: Mapping[str, Cell]) -> Sentence | None:
    signed = cells[SIGNED]
    ladder = deals_ladder.ladder(Asked(str(signed["iso3"])))
    total, sources = deals_ladder.total(ladder), joined_ids(ladder["source_id"])
    if not total.deals:
        return sentence(DEALS, said("deals_none", country=country(signed)))
    gaps = {"country": country(signed), "signed": int(signed["value"]) if is_there(signed) else 0}
    text = TERMS.counted("country_sentences.deals", total.deals, **gaps)
    if total.known_usd is None:
        return sentence(DEALS, (text, sources))
    value = number_format.spoken(total.known_usd, indicators.get("us_deals_usd"))
    valued = TERMS.counted("country_sentences.deals_value", total.known_deals, value=value)
    return sentence(DEALS, (text, sources), (valued, sources))


def _claims(iso3: str) -> Sentence | None:
    """How the claims on a country came out; the claims themselves are the source."""
    found = claim_selection.frame(claim_selection.Asked(verdicts=WORDS, country=iso3))
    if found.empty:
        return None
    borne, against = int(found["verdict"].isin(BEARS_OUT).sum()), int(found["verdict"].isin(AGAINST).sum())
    gaps = {"borne": borne, "against": against, "open": len(found) - borne - against}
    text = TERMS.counted("country_sentences.claims", len(found), country=countries.in_sentence(iso3), **gaps)
    return Sentence(CLAIMS, text, text, "")
