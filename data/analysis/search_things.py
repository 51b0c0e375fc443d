"""The rows of the tables as things that can be found, kind by kind; every link leads to where the thing is seen best.

What the atlas has no page for yet is shown as a row of its table, on the Data page."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from data import indicators
from data.analysis import claims, coverage, mineral_mentions
from data.analysis.search import TABLE, Thing
from data.indicators import Indicator
from data.package import countries, descriptor, licensing, names, tables
from data.package.statuses import LEFT_OUT
from data.subjects.minerals import slug
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

DATA_PAGE = "data"
NEWS_PAGE = "news"
MINERALS_PAGE = "minerals"
CLAIMS_PAGE = "claims"
BETWEEN = " · "
LONGEST_SEARCHED = 80
# What shows a country outside the six, the first that has it.
OF_PARTNERS = ("exports_by_partner_usd.kaz", "exports_by_partner_mirror_usd.kaz", "gdp_usd", "population")
_CODE = re.compile(r"\.hs(\d+)$")


def every() -> Iterator[Thing]:
    """All things but the pages, kind by kind."""
    for kind in (
        _indicators,
        _countries,
        _minerals,
        _forums,
        _sites,
        _claims,
        _deals,
        _agreements,
        _events,
        _visits,
        _articles,
        _sources,
        _tables,
    ):
        yield from kind()


def _line(*parts: Any) -> str:
    return BETWEEN.join(str(part) for part in parts if part)


def _rows(table: str) -> list[dict[Any, Any]]:
    """The rows of a table that may leave, every cell as written."""
    return licensing.open_rows(table).to_dict("records")


def _row(table: str, row_id: str) -> dict[str, str]:
    """The link's parameters that show one row of a table."""
    return {"table": table, "rows": row_id}


def _codes(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split(";") if part)


def _named(codes: tuple[str, ...]) -> str:
    return ", ".join(countries.name(code) for code in codes if countries.is_country(code))


def _indicators() -> Iterator[Thing]:
    for one in indicators.registry().values():
        if one.kind != "membership":
            yield _indicator(one)


def _indicator(one: Indicator) -> Thing:
    code = _CODE.search(one.id)
    own = (one.id, f"HS {code[1]}", code[1]) if code else (one.id,)
    line = _line(one.family_name, one.unit_name)
    return Thing("indicator", one.id, one.title, line, "", {"indicator": one.id}, own, indicator=one.id)


def _countries() -> Iterator[Thing]:
    for iso3 in countries.SIX:
        capital = countries.capital_name(iso3)
        yield Thing("country", iso3, countries.name(iso3), capital, "", {"country": iso3}, (iso3,), (iso3,))
    for iso3, name in countries.names().items():
        shown = next((one for one in OF_PARTNERS if (indicators.values(one)["iso3"] == iso3).any()), None)
        if shown and iso3 not in countries.SIX:
            params = {"indicator": shown, "country": iso3}
            yield Thing("country", iso3, name, indicators.get(shown).title, "", params, (iso3,), (iso3,))


def _minerals() -> Iterator[Thing]:
    for row in tables.load("minerals").astype("object").fillna("").to_dict("records"):
        mineral = row["mineral"]
        shown = mineral_mentions.leading(mineral)
        said = {names.of("mineral", mineral), row["name"], row["name_ru"], row["name_id"]} - {""}
        codes = _codes(row["hs_codes"])
        known_as = (*sorted(said), *_codes(row["symbol_or_formula"]), *codes, *(f"HS {code}" for code in codes))
        line = _line(row["symbol_or_formula"], row["name_ru"], row["name_id"])
        name, place = names.of("mineral", mineral), {"mineral": slug(mineral)}
        yield Thing("mineral", mineral, name, line, MINERALS_PAGE, place, known_as, indicator=shown)


def _forums() -> Iterator[Thing]:
    for row in _rows("forums"):
        forum_id = row["forum_id"]
        name, short = names.of("forum", forum_id), names.of("forum_short", forum_id)
        shown = f"member.{forum_id}"
        line = _line(short if short != name else "", row["seat"], row["founded"])
        own = (short, forum_id, row["name"], row["short_name"])
        yield Thing("forum", forum_id, name, line, "", {"indicator": shown}, own, date=row["founded"], indicator=shown)


def _sites() -> Iterator[Thing]:
    """Mines, plants and deposits."""
    for row in _rows("mineral_sites"):
        name, kind = row["name"], terms.site_kind(row["kind"])
        minerals = ", ".join(names.of("mineral", one) for one in _codes(row["minerals"]))
        line = _line(kind, minerals, countries.name(row["iso3"]))
        place, text = _row("mineral_sites", name), f"{row['operator']} {row['activity']}"
        yield Thing("site", name, name, line, DATA_PAGE, place, (f"{name} {kind}",), (row["iso3"],), text=text)


def _claims() -> Iterator[Thing]:
    found, held = claims.verdicts().set_index("claim_id")["verdict"], claims.held()
    for row in _rows("claims"):
        claim_id = row["claim_id"]
        verdict = LEFT_OUT if claim_id in held else found[claim_id]
        line = _line(row["speaker"], row["date"], TERMS.find(f"verdicts.{verdict}"))
        text = f"{row['speaker_role']} {row['metric']} {row['note']}"
        place = {"claim": claim_id}
        about = _codes(row["iso3"])
        yield Thing("claim", claim_id, row["claim"], line, CLAIMS_PAGE, place, (claim_id,), about, row["date"], text)


def _deals() -> Iterator[Thing]:
    for row in _rows("deals"):
        about = _codes(row["iso3"])
        title = f"{row['us_party']}: {row['title']}"
        line = _line(_named(about), row["announced"], row["stage"])
        text = f"{row['local_party']} {row['sector']} {row['summary']}"
        place = _row("deals", row["deal_id"])
        own = (row["deal_id"], row["title"], *row["us_party"].split("; "))
        yield Thing("deal", row["deal_id"], title, line, DATA_PAGE, place, own, about, row["announced"], text)


def _agreements() -> Iterator[Thing]:
    for row in _rows("agreements"):
        line = _line(row["date"], row["kind"], row["standing"])
        about = _codes(row["parties"])
        text = f"{row['topic']} {row['summary']}"
        yield _of_table("agreement", "agreements", row, "agreement_id", row["title"], line, about, row["date"], text)


def _events() -> Iterator[Thing]:
    for row in _rows("c51_timeline"):
        line = _line(row["date"], row["place"], row["level"])
        about = _codes(row["participants"])
        yield _of_table(
            "event", "c51_timeline", row, "event_id", row["title"], line, about, row["date"], row["outcome"]
        )


def _visits() -> Iterator[Thing]:
    for row in _rows("official_visits"):
        about = (row["from_iso3"], row["to_iso3"])
        title = f"{row['person']}: {countries.name(row['from_iso3'])} – {countries.name(row['to_iso3'])}"
        line = _line(row["start_date"], row["place"], row["occasion"] or row["type"])
        yield _of_table("visit", "official_visits", row, "visit_id", title, line, about, row["start_date"], row["type"])


def _of_table(
    kind: str,
    table: str,
    row: Mapping[Any, Any],
    key: str,
    title: str,
    line: str,
    about: tuple[str, ...],
    date: str,
    text: str,
) -> Thing:
    """A thing that is a row of a table and nothing else."""
    return Thing(kind, row[key], title, line, DATA_PAGE, _row(table, row[key]), (row[key],), about, date, text)


def cut(text: str) -> str:
    """As many whole words of a text as one looks for."""
    return text if len(text) <= LONGEST_SEARCHED else text[: LONGEST_SEARCHED + 1].rpartition(" ")[0]


def _articles() -> Iterator[Thing]:
    snippets = dict(list(licensing.open_rows("article_snippets").groupby("article_id")))
    for row in _rows("articles"):
        own = row["title"].strip("[]")
        title = row["title_en"] or own
        of_article = snippets.get(row["article_id"])
        said = [row["summary"], own if own != title else ""]
        if of_article is not None:
            columns = ("summary", "quote_translation", "quote_speaker")
            said += [cell for column in columns for cell in of_article[column]]
        text = " ".join(dict.fromkeys(filter(None, said)))
        line = _line(row["publisher"], row["published"])
        place = {"q": cut(own)}
        about = _codes(row["countries"])
        yield Thing("article", row["article_id"], title, line, NEWS_PAGE, place, (), about, row["published"], text)


def _sources() -> Iterator[Thing]:
    for row in _rows("sources"):
        title = f"{row['publisher']}: {row['title']}"
        line = _line(row["published"], row["licence"])
        place, own = _row("sources", row["source_id"]), (row["source_id"], row["publisher"], row["title"])
        yield Thing("source", row["source_id"], title, line, DATA_PAGE, place, own, date=row["published"])


def _tables() -> Iterator[Thing]:
    for name in descriptor.names():
        resource = descriptor.resource(name)
        line = resource["description"].partition(". ")[0]
        columns = " ".join(f"{one['name']} {one['title']}" for one in resource["schema"]["fields"])
        asks = "rows" if _is_by_country(name) else ""
        yield Thing(TABLE, name, resource["title"], line, DATA_PAGE, {"table": name}, (name,), text=columns, asks=asks)


def _is_by_country(table: str) -> bool:
    keys = descriptor.resource(table)["schema"]["foreignKeys"]
    return coverage.axes(table) is not None or any(key["reference"]["resource"] == "countries" for key in keys)
