"""How a cell must be spelled: signs for nothing, numbers, dates, lists; any text also as `letters.py` says.

A pattern of the descriptor goes before the words for nothing and the signs of a formula: NA is the code of Namibia, +7
is a calling code."""

import re
from collections.abc import Callable
from datetime import date
from functools import partial

from data.checks import letters
from data.package.resource import Field

Fault = tuple[str, str]
WORDS_FOR_NOTHING = {
    *("nan", "na", "n/a", "n.a.", "n.a", "#n/a", "<na>", "null", "none", "nil", "n.d.", "missing", "unknown"),
    *("not available", "not known", "not reported", "tbd", "-", "--", "–", "—", "−", ".", "..", "...", "…", "?"),
}
PLAIN = {"number": re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?"), "integer": re.compile(r"-?(0|[1-9][0-9]*)")}
# What is wrong with a number that is not plain: the first that fits.
NUMBERS = (
    (re.compile(r"[-+]?\d{1,3}([, \u00a0\u2009\u202f'’]\d{3})+(\.\d+)?"), "grouping", "no thousands separators"),
    (re.compile(r"[-+]?\d*,\d+"), "decimal", "the decimal sign is a point"),
    (re.compile(r".*[%‰]"), "percent-sign", "no percent sign: the column has its unit"),
    (re.compile(r"[-+]?[\d.]+([eE][-+]?\d+)|0[xX].*|[-+]?inf.*", re.IGNORECASE), "plain", "no powers, no infinity"),
    (re.compile(r"[-+]?[\d.]+\s*[^\W\d_].*|[$€].*"), "unit", "no unit: the column has its unit"),
)
PLAIN_RULE = "a number is written plainly, such as 1234.5 or -7"
PARTIAL_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:-ytd)?")
FIRST_YEAR, LAST_YEAR = 1600, 2100
DAY_RULE = "must be a day of the calendar, written 2025-11-06"
DATE_RULE = "must be a day, month or year of the calendar, written 2025-11-06, 2025-11 or 2025"
# How the patterns of days, months and years begin; that of a span of years (2020-2023) does not.
IS_DATE_PATTERN = re.compile(r"\[0-9\]\{4\}\(?-(\[0-9\]\{2\}|\(0)")
FORMULA_STARTS = ("=", "+", "-", "@")
LIST_SIGN = ";"
MOST_LETTERS, MOST_DIGITS = 5_000, 18
BOOLEANS = ("true", "false")


def checker(field: Field) -> Callable[[str], Fault | None]:
    """What tells rule id and rule that a filled cell of a column breaks, or None."""
    kind = field["type"]
    pattern = field.get("constraints", {}).get("pattern", "")
    is_list, is_date = LIST_SIGN in pattern, bool(IS_DATE_PATTERN.match(pattern))
    fits = re.compile(pattern).fullmatch if pattern else None
    of_kind = {"boolean": _boolean, "date": _day, "string": _text}.get(kind, partial(_number, kind=kind))

    def ask(cell: str) -> Fault | None:
        if len(cell) > MOST_LETTERS:
            return "long", f"a cell has at most {MOST_LETTERS:,} letters"
        common = letters.fault(cell)
        if kind in PLAIN and common in (letters.STRANGE, letters.ONE_BLANK):
            return _number(cell, kind)
        if common or (fits and fits(cell) and not is_date):
            return common or (_repeated(cell) if is_list else None)
        if cell.casefold() in WORDS_FOR_NOTHING:
            return "nothing", "unknown is written as an empty cell, never as a word or a sign"
        return _date(cell) if is_date else of_kind(cell)

    return ask


def _text(cell: str) -> Fault | None:
    if cell.startswith(FORMULA_STARTS):
        return "formula", "a text does not begin with = + - or @: a spreadsheet would run it"
    return None


def _boolean(cell: str) -> Fault | None:
    return None if cell in BOOLEANS else ("type-error", "must be true or false")


def _day(cell: str) -> Fault | None:
    if len(cell) != len("2025-11-06"):
        return "type-error", DAY_RULE
    wrong = _date(cell)
    return ("type-error", DAY_RULE) if wrong and wrong[1] == DATE_RULE else wrong


def _repeated(cell: str) -> Fault | None:
    members = cell.split(LIST_SIGN)
    return ("repeated", "a list names each of its members once") if len(set(members)) < len(members) else None


def _number(cell: str, kind: str) -> Fault | None:
    if PLAIN[kind].fullmatch(cell):
        is_short = sum(one.isdigit() for one in cell) <= MOST_DIGITS
        return None if is_short else ("plain", f"{PLAIN_RULE}; at most {MOST_DIGITS} digits")
    for wrong, rule_id, rule in NUMBERS:
        if wrong.fullmatch(cell):
            return rule_id, f"{PLAIN_RULE}; {rule}"
    is_whole_asked = kind == "integer" and PLAIN["number"].fullmatch(cell)
    return ("whole", "must be a whole number") if is_whole_asked else ("plain", PLAIN_RULE)


def _date(cell: str) -> Fault | None:
    parts = PARTIAL_DATE.fullmatch(cell)
    if parts is None:
        return ("date", DATE_RULE)
    try:
        date(int(parts[1]), int(parts[2] or 1), int(parts[3] or 1))
    except ValueError:
        return "date", DATE_RULE
    is_near = FIRST_YEAR <= int(parts[1]) <= LAST_YEAR
    return None if is_near else ("date", f"a date lies between {FIRST_YEAR} and {LAST_YEAR}")
