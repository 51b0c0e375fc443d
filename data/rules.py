"""Named rules that span cells, rows or tables, beyond what the descriptor can say.

A rule gets all tables as text (one dict per line of the file, every cell a string) and yields (table, line, column,
value). Its words are what the curator reads."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

Row = dict[str, str]
Tables = dict[str, list[Row]]
Hit = tuple[str, int, str, str]
FIRST_LINE = 2
C5 = ("KAZ", "KGZ", "TJK", "TKM", "UZB")
LISTS = ("source_id", "seat_source_id")
ABSENT = ("withheld", "not_reported", "not_applicable")
TOLERANCE = 0.5


@dataclass(frozen=True)
class Rule:
    """A rule by id, in words, with what finds its breaches."""

    id: str
    words: str
    find: Callable[[Tables], Iterator[Hit]]


def _lines(tables: Tables, name: str) -> Iterator[tuple[int, Row]]:
    return enumerate(tables.get(name, []), start=FIRST_LINE)


def _sources_resolve(tables: Tables) -> Iterator[Hit]:
    known = {row["source_id"] for row in tables.get("sources", [])}
    for name, rows in tables.items():
        if name == "sources" or not rows:
            continue
        for column in [one for one in LISTS if one in rows[0]]:
            for line, row in _lines(tables, name):
                for one in filter(None, row[column].split(";")):
                    if one not in known:
                        yield name, line, column, one


def _one_drawn(table: str, flag: str, cell: tuple[str, ...]) -> Callable[[Tables], Iterator[Hit]]:
    def find(tables: Tables) -> Iterator[Hit]:
        rows = tables.get(table, [])
        drawn = Counter(tuple(row[one] for one in cell) for row in rows if row[flag] == "true")
        seen: set[tuple[str, ...]] = set()
        for line, row in _lines(tables, table):
            key = tuple(row[one] for one in cell)
            if drawn[key] != 1 and key not in seen:
                seen.add(key)
                yield table, line, flag, f"{drawn[key]} drawn rows for {', '.join(key)}"

    return find


def _value_or_reason(tables: Tables) -> Iterator[Hit]:
    for line, row in _lines(tables, "minerals_production"):
        if (row["value"] == "") != (row["status"] in ABSENT):
            yield "minerals_production", line, "value", row["value"]


def _countries_known(tables: Tables) -> Iterator[Hit]:
    known = {row["iso3"] for row in tables.get("countries", []) if row["kind"] == "country"}
    for line, row in _lines(tables, "articles"):
        for one in row["countries"].split(";"):
            if one not in known:
                yield "articles", line, "countries", one


def _no_aggregate_is_a_partner(tables: Tables) -> Iterator[Hit]:
    aggregates = {row["iso3"] for row in tables.get("countries", []) if row["kind"] == "aggregate"}
    for name, column in (("us_trade", "partner"), ("us_trade", "reporter"), ("forum_members", "iso3")):
        for line, row in _lines(tables, name):
            if row[column] in aggregates:
                yield name, line, column, row[column]


def _snippet_country_in_article(tables: Tables) -> Iterator[Hit]:
    countries = {row["article_id"]: row["countries"].split(";") for row in tables.get("articles", [])}
    for line, row in _lines(tables, "article_snippets"):
        named = countries.get(row["article_id"], [])
        fits = any(one in named for one in C5) if row["iso3"] == "C5" else row["iso3"] in named
        if named and not fits:
            yield "article_snippets", line, "iso3", row["iso3"]


def _snippet_topic_in_article(tables: Tables) -> Iterator[Hit]:
    topics = {row["article_id"]: row["topics"].split(";") for row in tables.get("articles", [])}
    for line, row in _lines(tables, "article_snippets"):
        if row["article_id"] in topics and row["topic"] not in topics[row["article_id"]]:
            yield "article_snippets", line, "topic", row["topic"]


def _scope_fits_country(tables: Tables) -> Iterator[Hit]:
    for line, row in _lines(tables, "article_snippets"):
        if (row["scope"] == "region") != (row["iso3"] == "C5"):
            yield "article_snippets", line, "scope", row["scope"]


def _period_is_of_its_year(tables: Tables) -> Iterator[Hit]:
    for line, row in _lines(tables, "us_trade"):
        if not row["period"].startswith(row["year"]):
            yield "us_trade", line, "period", row["period"]


def _is_before(date: str, other: str) -> bool:
    length = min(len(date), len(other))
    return bool(length) and date[:length] < other[:length]


def _member_after_founding(tables: Tables) -> Iterator[Hit]:
    founded = {row["forum_id"]: row["founded"] for row in tables.get("forums", [])}
    for line, row in _lines(tables, "forum_members"):
        is_early = _is_before(row["from_date"], founded.get(row["forum_id"], ""))
        if is_early != (row["before_founding"] == "true"):
            yield "forum_members", line, "from_date", row["from_date"]


def _from_before_until(tables: Tables) -> Iterator[Hit]:
    for line, row in _lines(tables, "forum_members"):
        if row["from_date"] and row["to_date"] and _is_before(row["to_date"], row["from_date"]):
            yield "forum_members", line, "to_date", row["to_date"]


def _headline_exists(tables: Tables) -> Iterator[Hit]:
    pairs = (
        ("headline_stage", "minerals_production", "stage"),
        ("headline_basis", "minerals_reserves", "basis"),
    )
    for column, name, part in pairs:
        there = {(row["mineral"], row[part]) for row in tables.get(name, [])}
        for line, row in _lines(tables, "minerals"):
            if row[column] and (row["mineral"], row[column]) not in there:
                yield "minerals", line, column, row[column]


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _not_above_world(name: str) -> Callable[[Tables], Iterator[Hit]]:
    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in _lines(tables, name):
            value, world = _number(row["value"]), _number(row["world_total"])
            if value is not None and world is not None and value > world * (1 + TOLERANCE / 100):
                yield name, line, "value", row["value"]

    return find


def _one_unit(name: str, part: str) -> Callable[[Tables], Iterator[Hit]]:
    def find(tables: Tables) -> Iterator[Hit]:
        units: dict[tuple[str, str], str] = {}
        for line, row in _lines(tables, name):
            key = (row["mineral"], row[part])
            if row["unit"] != units.setdefault(key, row["unit"]):
                yield name, line, "unit", row["unit"]

    return find


PRODUCED = ("iso3", "mineral", "stage", "year")
RESERVED = ("iso3", "mineral", "basis", "year")
RULES = (
    Rule("source-resolves", "every source id must stand in the table sources", _sources_resolve),
    Rule("one-preferred", "exactly one row per partner, flow and year is preferred",
         _one_drawn("us_trade", "preferred", ("reporter", "partner", "flow", "year"))),
    Rule("one-latest-production", "exactly one row per country, mineral, stage and year is the latest",
         _one_drawn("minerals_production", "latest", PRODUCED)),
    Rule("one-latest-reserves", "exactly one row per country, mineral, basis and year is the latest",
         _one_drawn("minerals_reserves", "latest", RESERVED)),
    Rule("value-or-reason", "a row has a value, or a status that says why it has none", _value_or_reason),
    Rule("countries-known", "codes of countries must stand in the table countries", _countries_known),
    Rule("no-aggregate", "a partner or a member is a country, not an aggregate", _no_aggregate_is_a_partner),
    Rule("snippet-country", "a snippet's country is among its article's countries", _snippet_country_in_article),
    Rule("snippet-topic", "a snippet's topic is among its article's topics", _snippet_topic_in_article),
    Rule("snippet-scope", "the scope is region exactly where the country is C5", _scope_fits_country),
    Rule("period-year", "the period begins with the year", _period_is_of_its_year),
    Rule("member-founding", "nobody joins before the founding, unless before_founding says so", _member_after_founding),
    Rule("member-dates", "a standing does not end before it began", _from_before_until),
    Rule("headline", "a headline stage or basis has rows in its table", _headline_exists),
    Rule("production-world", "a country's output is not above the world total", _not_above_world("minerals_production")),
    Rule("reserves-world", "a country's reserves are not above the world total", _not_above_world("minerals_reserves")),
    Rule("production-unit", "one unit per mineral and stage", _one_unit("minerals_production", "stage")),
    Rule("reserves-unit", "one unit per mineral and basis", _one_unit("minerals_reserves", "basis")),
)  # fmt: skip
