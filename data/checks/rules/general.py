"""Rules that hold for every table: sources, dates, addresses, names."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

from data.checks.rules.rule import EVERY_TABLE, Hit, Rule, Tables, is_before, lines
from data.package import addresses

SOURCE_SUFFIX = "source_id"
# Columns of days and months on which something was, and not will be.
DATES = (
    *(
        "published",
        "date",
        "announced",
        "founded",
        "from_date",
        "to_date",
        "as_of",
        "ended",
        "start_date",
        "end_date",
        "period",
    ),
    *("us_recognition_date", "relations_established", "independence_date"),
)
ADDRESSES, HOSTS = ("url",), ("website",)
ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://[^\s,;)\]]*", re.IGNORECASE)
SCRIPTS = re.compile(r"\b(javascript|vbscript|data|file|blob):\S", re.IGNORECASE)
# A duty is announced with the day on which it will end.
MAY_BE_AHEAD = (("us_tariffs", "end_date"),)
# Columns of short names, in which one thing is written in one way.
NAMES = (
    *("name", "capital", "us_embassy_city", "place", "seat", "person", "speaker", "quote_speaker", "operator"),
    *("partner_name", "origin_name", "form", "product", "us_party", "local_party", "instrument", "symbol_or_formula"),
)


def _sources_resolve(tables: Tables) -> Iterator[Hit]:
    known = {row["source_id"] for row in tables.get("sources", [])}
    for name, rows in tables.items():
        if name == "sources" or not rows:
            continue
        for column in [one for one in rows[0] if one.endswith(SOURCE_SUFFIX)]:
            for line, row in lines(tables, name):
                for part in filter(None, row[column].split(";")):
                    if part not in known:
                        yield name, line, column, part


def _not_after_release(tables: Tables) -> Iterator[Hit]:
    for name, rows in tables.items():
        for column in [date for date in DATES if rows and date in rows[0] and (name, date) not in MAY_BE_AHEAD]:
            for line, row in lines(tables, name):
                day = row[column].removesuffix("-ytd")
                if is_before(tables.released, day) and not re.fullmatch(r"\d{4}-\d{4}", day):
                    yield name, line, column, row[column]


def _addresses_lead_somewhere(tables: Tables) -> Iterator[Hit]:
    for name, rows in tables.items():
        for column in rows[0] if rows else ():
            for line, row in lines(tables, name):
                cell = row[column]
                is_bad = (
                    bool(addresses.fault(f"https://{cell}" if column in HOSTS else cell))
                    if cell and column in (*ADDRESSES, *HOSTS)
                    else _has_bad_address(cell)
                )
                if is_bad:
                    yield name, line, column, cell


def _has_bad_address(text: str) -> bool:
    """Whether an address inside a text is none that a reader can be sent to."""
    if ":" not in text:
        return False
    inside = (one.rstrip(".,'\"»”’") for one in ADDRESS.findall(text))
    return bool(SCRIPTS.search(text)) or any(addresses.fault(one) for one in inside)


def _one_spelling(tables: Tables) -> Iterator[Hit]:
    for name, rows in tables.items():
        for column in [one for one in NAMES if rows and one in rows[0]]:
            spellings: dict[str, Counter[str]] = defaultdict(Counter)
            for row in rows:
                spellings[row[column].casefold()][row[column]] += 1
            for line, row in lines(tables, name):
                known = spellings[row[column].casefold()]
                if len(known) > 1 and row[column] != known.most_common(1)[0][0]:
                    yield name, line, column, row[column]


RULES = (
    Rule("source-resolves", "every source id must stand in the table sources", EVERY_TABLE, _sources_resolve),
    Rule("after-release", "nothing on record is later than the release of the data", EVERY_TABLE, _not_after_release),
    Rule(
        "address",
        "an address leads by http or https to a public host, with no password, quote or script in it",
        EVERY_TABLE,
        _addresses_lead_somewhere,
    ),
    Rule("one-spelling", "one name is written in one way, capitals included", EVERY_TABLE, _one_spelling),
)
