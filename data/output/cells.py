"""The cells of the tables in words: names and what codes mean, with the id beside where it says more.

What words a column has follows from the descriptor: a foreign key leads to the table that names its ids, a list of
codes to the vocabulary. So a new table is readable without a line of code. Texts, dates and numbers are their own
words."""

import re
from collections.abc import Callable, Mapping

import pandas as pd

from data import indicators
from data.package import countries, descriptor, licensing, names, sources, tables
from data.package.resource import Field, Resource
from data.package.snapshot import kept
from data.vocabulary import terms
from data.vocabulary.cldr import locale
from data.vocabulary.language import spoken
from data.vocabulary.terms import TERMS

SEVERAL = ";"
COUNTRY_CODES = ("[A-Z]{3}", "[A-Z]{3}(;[A-Z]{3})*")
LANGUAGE_CODE = "[a-z]{2}"
# The tables whose ids are named by a column of their own; others beside them have names by language.
TITLES = {
    "articles": ("article_id", "title_en", "title"),
    "claims": ("claim_id", "claim"),
    "deals": ("deal_id", "title"),
}
REFERRED = {
    "countries": "country",
    "minerals": "mineral",
    "forums": "forum",
    "articles": "articles",
    "claims": "claims",
}
BY_NAME = {
    "minerals": "mineral",
    "indicators": "indicator",
    "test_indicator": "indicator",
    "indicator": "indicator",
    "repeats_deal_id": "deals",
    "unit": "unit",
    "claimed_unit": "unit",
}
YES, NO = "yes", "no"


def kind(resource: Resource, field: Field) -> str:
    """What words a column of text has: a key of `_NAMERS`, or empty where its cells are words already."""
    name, limits = field["name"], field.get("constraints", {})
    if field["type"] == "boolean":
        return "boolean"
    if [name] == resource["schema"]["primaryKey"] or field["type"] != "string":
        return ""
    if name.endswith(licensing.SUFFIX):
        return "source"
    leads = {key["fields"][0]: key["reference"]["resource"] for key in resource["schema"]["foreignKeys"]}
    if leads.get(name) in REFERRED:
        return REFERRED[leads[name]]
    if name in BY_NAME:
        return BY_NAME[name]
    pattern = limits.get("pattern", "")
    if pattern in COUNTRY_CODES:
        return "country"
    if pattern == LANGUAGE_CODE and name.endswith("language"):
        return "language"
    return _kind_of_codes(limits.get("enum", []))


def _kind_of_codes(codes: list[str]) -> str:
    if codes and set(codes) <= TERMS.section("statuses").keys():
        return "status"
    if codes and set(codes) <= TERMS.section("memberships").keys():
        return "standing"
    return "code" if codes else ""


def in_words(column: pd.Series, kind_of: str) -> pd.Series:
    """A column of text with every id in words, the id in brackets behind; empty cells stay empty."""
    if not kind_of:
        return column
    said = {cell: _cell(str(cell), kind_of) for cell in column.unique()}
    return column.map(said).astype("str")


def _cell(cell: str, kind_of: str) -> str:
    return f"{SEVERAL} ".join(_with_id(part, kind_of) for part in cell.split(SEVERAL) if part)


def _with_id(code: str, kind_of: str) -> str:
    said = _NAMERS[kind_of](code)
    return said if kind_of in _PLAIN or _plain(said) == _plain(code) else f"{said} ({code})"


def _plain(text: str) -> str:
    return re.sub(r"[_\s]+", " ", text).casefold()


def _country(code: str) -> str:
    return countries.name(code)


def _indicator(indicator_id: str) -> str:
    found = indicators.current(indicator_id)
    return indicators.get(found).title if found in indicators.registry() else indicator_id


def _source(source_id: str) -> str:
    return sources.describe(source_id)[0].publisher


def _code(code: str) -> str:
    """What a code means: in the words of the vocabulary for cells or for records, else as it reads."""
    said = TERMS.find(f"cells.{names.key(code)}") or TERMS.find(f"codes.{names.key(code)}")
    return said or code.replace("_", " ")


def _language(code: str) -> str:
    return str(locale(spoken()).languages.get(code, code))


def _titled(table: str) -> Callable[[str], str]:
    return lambda row_id: _titles(table).get(row_id, row_id)


@kept()
def _titles(table: str) -> Mapping[str, str]:
    """The titles of the rows of a table by id; of several columns the first that has one."""
    key, *columns = TITLES[table]
    rows = tables.text(table)
    titles = rows[columns[0]]
    for column in columns[1:]:
        titles = titles.where(titles != "", rows[column])
    return dict(zip(rows[key], titles, strict=True))


_NAMERS: Mapping[str, Callable[[str], str]] = {
    "boolean": lambda one: TERMS.word(f"cells.{YES if one == 'true' else NO}"),
    "country": _country,
    "mineral": lambda one: names.of("mineral", one),
    "forum": lambda one: names.of("forum", one),
    "indicator": _indicator,
    "source": _source,
    "status": lambda one: TERMS.word(f"statuses.{one}"),
    "standing": lambda one: TERMS.word(f"memberships.{one}"),
    "unit": names.unit,
    "language": _language,
    "code": _code,
    "verdict": terms.verdict,
    "evidence": terms.evidence,
    **{table: _titled(table) for table in TITLES},
}
# Kinds whose words say all that the code says.
_PLAIN = frozenset({"boolean", "verdict", "evidence"})


def of_table(name: str) -> dict[str, str]:
    """The kind of words of every column of a table. Raises UnknownId."""
    resource = descriptor.resource(name)
    return {field["name"]: kind(resource, field) for field in resource["schema"]["fields"]}
