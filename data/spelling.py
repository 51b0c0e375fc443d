"""How a cell must be spelled: blanks, signs for nothing, numbers, dates, characters that don't show.

A pattern of the descriptor goes before the words for nothing and the signs of a formula: NA is the code of Namibia, +7
is a calling code."""

import re
from collections.abc import Callable
from datetime import date
from typing import Any

Fault = tuple[str, str]
WORDS_FOR_NOTHING = {
    *("nan", "na", "n/a", "n.a.", "n.a", "#n/a", "<na>", "null", "none", "nil", "n.d.", "missing", "unknown"),
    *("not available", "not known", "not reported", "tbd", "-", "--", "–", "—", "−", ".", "..", "...", "…", "?"),
}
PLAIN = {"number": re.compile(r"-?(0|[1-9]\d*)(\.\d+)?"), "integer": re.compile(r"-?(0|[1-9]\d*)")}
# What is wrong with a number that is not plain: the first that fits.
NUMBERS = (
    (re.compile(r"[-+]?\d{1,3}([, \u00a0\u2009\u202f'’]\d{3})+(\.\d+)?"), "grouping", "no thousands separators"),
    (re.compile(r"[-+]?\d*,\d+"), "decimal", "the decimal sign is a point"),
    (re.compile(r".*[%‰]"), "percent-sign", "no percent sign: the column has its unit"),
    (re.compile(r"[-+]?[\d.]+([eE][-+]?\d+)|0[xX].*|[-+]?inf.*", re.IGNORECASE), "plain", "no powers, no infinity"),
    (re.compile(r"[-+]?[\d.]+\s*[^\W\d_].*|[$€].*"), "unit", "no unit: the column has its unit"),
)
PLAIN_RULE = "a number is written plainly, such as 1234.5 or -7"
PARTIAL_DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?")
DATE_RULE = "must be a day, month or year of the calendar, written 2025-11-06, 2025-11 or 2025"
IS_DATE_PATTERN = "[0-9]{4}(-[0-9]{2}"
UNSEEN = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffd]")
FORMULA_STARTS = ("=", "+", "-", "@")


def asker(field: dict[str, Any]) -> Callable[[str], Fault | None]:
    """What tells rule id and rule that a filled cell of a column breaks, or None."""
    kind = field["type"]
    pattern = field.get("constraints", {}).get("pattern", "")
    fits = re.compile(pattern).fullmatch if pattern else None

    def ask(cell: str) -> Fault | None:
        common = _blanks(cell)
        if common or (fits and fits(cell) and not pattern.startswith(IS_DATE_PATTERN)):
            return common
        if cell.casefold() in WORDS_FOR_NOTHING:
            return "nothing", "unknown is written as an empty cell, never as a word or a sign"
        if kind in PLAIN:
            return _number(cell, kind)
        if pattern.startswith(IS_DATE_PATTERN):
            return _date(cell)
        if cell.startswith(FORMULA_STARTS):
            return "formula", "a text does not begin with = + - or @: a spreadsheet would run it"
        return None

    return ask


def _blanks(cell: str) -> Fault | None:
    if cell != cell.strip() or "\n" in cell:
        return "space", "no space before or after a cell, no line break in it"
    if UNSEEN.search(cell):
        return "unseen", "no control characters and no characters without a shape"
    return None


def _number(cell: str, kind: str) -> Fault | None:
    if PLAIN[kind].fullmatch(cell):
        return None
    for wrong, rule_id, rule in NUMBERS:
        if wrong.fullmatch(cell):
            return rule_id, f"{PLAIN_RULE}; {rule}"
    is_whole_asked = kind == "integer" and PLAIN["number"].fullmatch(cell)
    return ("whole", "must be a whole number") if is_whole_asked else ("plain", PLAIN_RULE)


def _date(cell: str) -> Fault | None:
    parts = PARTIAL_DATE.fullmatch(cell)
    if parts is None:
        is_year = re.fullmatch(r"\d{4}", cell) or "ytd" in cell
        return None if is_year else ("date", DATE_RULE)
    try:
        date(int(parts[1]), int(parts[2]), int(parts[3] or 1))
    except ValueError:
        return "date", DATE_RULE
    return None


def visible(cell: str) -> str:
    """A cell for a message on one line: what has no shape is shown as its code."""
    return "".join(f"\\u{ord(one):04x}" if UNSEEN.match(one) or one == "\n" else one for one in cell)
