"""Rules on what a row says twice: ids with their date, quotes with their language, books with their office.

They find columns that were exchanged, each of which is sound by itself."""

import re
from collections import defaultdict
from collections.abc import Iterator

from data.checks.rules.rule import Finder, Hit, Rule, Tables, lines, number

CYRILLIC = re.compile("[\u0400-\u04ff]")
IN_CYRILLIC = ("be", "bg", "kk", "ky", "mk", "mn", "ru", "tg", "uk")
CENSUS, US = "Census", "USA"
WITH_REPORTER = (
    *("us_trade", "us_trade_monthly", "us_trade_products", "trade_mirror", "trade_partners", "trade_partner_shares"),
)
WITHOUT_END = ("member", "associate", "partner", "signatory", "announced", "applicant")


def _begins_with_date(table: str, column: str, date: str) -> Finder:
    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            if not row[column].startswith(row[date]):
                yield table, line, date, row[date]

    return find


def _mineral_is_its_name(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "minerals"):
        if row["name"].casefold() != row["mineral"]:
            yield "minerals", line, "name", row["name"]


def _shorter_name(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "forums"):
        if len(row["short_name"]) > len(row["name"]):
            yield "forums", line, "short_name", row["short_name"]


def _quote_in_its_language(table: str) -> Finder:
    def find(tables: Tables) -> Iterator[Hit]:
        for line, row in lines(tables, table):
            is_english = row["quote_language"] == "en"
            is_other = is_english and row["quote"].casefold() != row["quote_translation"].casefold()
            if is_other or CYRILLIC.search(row["quote_translation"]):
                yield table, line, "quote_translation", row["quote_translation"]
            elif row["quote_language"] in IN_CYRILLIC and not CYRILLIC.search(row["quote"]):
                yield table, line, "quote", row["quote"]

    return find


def _census_reports_for_the_us(tables: Tables) -> Iterator[Hit]:
    census = {row["source_id"] for row in tables.get("sources", []) if CENSUS in row["publisher"]}
    for table in WITH_REPORTER:
        for line, row in lines(tables, table):
            if row["reporter"] == row["partner"] or (row["source_id"] in census and row["reporter"] != US):
                yield table, line, "reporter", row["reporter"]


def _paid_within_promised(tables: Tables) -> Iterator[Hit]:
    sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    first: dict[str, int] = {}
    for line, row in lines(tables, "us_aid"):
        first.setdefault(row["iso3"], line)
        if row["preferred"] == "true":
            sums[row["iso3"]][0] += number(row["obligations_usd"]) or 0.0
            sums[row["iso3"]][1] += number(row["disbursements_usd"]) or 0.0
    for iso3, (promised, paid) in sums.items():
        if paid > promised:
            yield "us_aid", first[iso3], "disbursements_usd", f"{paid:.0f} paid, {promised:.0f} promised to {iso3}"


def _member_goes_on(tables: Tables) -> Iterator[Hit]:
    for line, row in lines(tables, "forum_members"):
        if row["to_date"] and row["status"] in WITHOUT_END:
            yield "forum_members", line, "to_date", row["to_date"]


RULES = (
    *(
        Rule(f"{one}-id", f"the id of {words} begins with its date", (table,), _begins_with_date(table, column, date))
        for one, words, table, column, date in (
            ("event", "an event", "c51_timeline", "event_id", "date"),
            ("agreement", "an agreement", "agreements", "agreement_id", "date"),
            ("visit", "a visit", "official_visits", "visit_id", "start_date"),
        )
    ),
    Rule("mineral-name", "a mineral has its own name", ("minerals",), _mineral_is_its_name),
    Rule("forum-name", "the short name of a forum is not longer than its name", ("forums",), _shorter_name),
    *(
        Rule(
            f"{table.replace('_', '-')}-quote-words",
            f"a quote in {table} is in its language; its translation is English, and of an English quote the same",
            (table,),
            _quote_in_its_language(table),
        )
        for table in ("articles", "article_snippets")
    ),
    Rule(
        "trade-books",
        "what the US Census Bureau books is reported by the United States; nobody trades with itself",
        (
            "sources",
            "trade_mirror",
            "trade_partner_shares",
            "trade_partners",
            "us_trade",
            "us_trade_monthly",
            "us_trade_products",
        ),
        _census_reports_for_the_us,
    ),
    Rule("aid-paid", "over all years no more aid is paid out than was promised", ("us_aid",), _paid_within_promised),
    Rule("member-ended", "who is a member still has no last day", ("forum_members",), _member_goes_on),
)
