"""Whether a pattern of the descriptor can be matched in time that grows with the text and no faster.

A pattern such as (a+)+ takes longer than the age of the world on thirty letters. Let through are those whose repeats
can't compete for the same letter: each one without end is closed by a sign that it can't eat itself, and one inside
another begins with such a sign."""

import re
from collections.abc import Iterator
from contextvars import ContextVar
from functools import lru_cache
from re import _constants as codes  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

MOST_LETTERS = 200
MOST_PIECES = 300
COMMON = [chr(one) for one in (*range(32, 127), 0xE9, 0x416, 0x4E2D, 0x3000)]
# The letters by which two pieces are compared: common ones, and all that the pattern at hand names, with their next.
_probes: ContextVar[frozenset[str]] = ContextVar("probes", default=frozenset(COMMON))
REPEATS = (codes.MAX_REPEAT, codes.MIN_REPEAT)
SINGLE = (codes.LITERAL, codes.NOT_LITERAL, codes.IN, codes.ANY)
Piece = tuple[str, frozenset[str], list[Any]]


class Unjudged(Exception):
    """A piece of a pattern of which it can't be said here how long it may take; such a pattern is not let through."""


@lru_cache(maxsize=256)
def reason(pattern: str) -> str:
    """Why a pattern is not let through; empty where it is."""
    if len(pattern) > MOST_LETTERS:
        return f"a pattern has at most {MOST_LETTERS} letters"
    try:
        flags = re.compile(pattern).flags
        tree = parser.parse(pattern)
    except (re.error, RecursionError, OverflowError) as error:
        return f"the pattern can't be read: {error}"
    _probes.set(frozenset(COMMON).union(*map(_near, _named(tree))))
    try:
        is_safe = flags == re.UNICODE and all(not _compete(_pieces(branch), []) for branch in _branches(tree))
    except Unjudged:
        is_safe = False
    return "" if is_safe else "the pattern may take for ever: its repeats compete for the same letters"


def _named(part: Any) -> Iterator[int]:
    """Codes of the letters that a pattern names: alone, or as the ends of a range."""
    items = list(part) if isinstance(part, (list, tuple, parser.SubPattern)) else []
    if len(items) == 2 and items[0] in (codes.LITERAL, codes.NOT_LITERAL):
        yield items[1]
    elif len(items) == 2 and items[0] is codes.RANGE:
        yield from items[1]
    else:
        for one in items:
            yield from _named(one)


def _near(code: int) -> set[str]:
    return {chr(one) for one in (code - 1, code, code + 1) if 0 <= one <= 0x10FFFF}


def _branches(tree: Any) -> list[Any]:
    items = list(tree)
    return list(items[0][1][1]) if len(items) == 1 and items[0][0] is codes.BRANCH else [items]


def _letters(code: Any, value: Any) -> frozenset[str]:
    if code is codes.ANY:
        return _probes.get()
    if code is codes.LITERAL:
        return frozenset(chr(value))
    if code is codes.NOT_LITERAL:
        return _probes.get() - {chr(value)}
    inside: set[str] = set()
    is_negated = False
    for part, what in value:
        if part is codes.NEGATE:
            is_negated = True
        elif part is codes.LITERAL:
            inside.add(chr(what))
        elif part is codes.RANGE:
            inside |= {letter for letter in _probes.get() if what[0] <= ord(letter) <= what[1]}
        elif part is codes.CATEGORY:
            sign = {"CATEGORY_SPACE": r"\s", "CATEGORY_DIGIT": r"\d", "CATEGORY_WORD": r"\w"}.get(str(what))
            if sign is None:
                raise Unjudged
            inside |= {letter for letter in _probes.get() if re.fullmatch(sign, letter)}
    return _probes.get() - inside if is_negated else frozenset(inside)


def _pieces(items: Any, *, is_repeated: bool = False) -> list[Piece]:
    """A pattern as a row of pieces: their kind, their letters and what follows inside.

    `one` is a letter that must stand there, `some` a letter that may stand there more or less often, `group` the first
    letter of pieces that may or may not stand there, with those that come after it inside."""
    row: list[Piece] = []
    for code, value in items:
        if code in SINGLE:
            row.append(("one", _letters(code, value), []))
        elif code is codes.SUBPATTERN:
            _group, added, taken, inside = value
            if added or taken:
                raise Unjudged
            row += _pieces(inside, is_repeated=is_repeated)
        elif code is codes.BRANCH and not is_repeated:
            row.append(("one", frozenset().union(*(_fixed(branch) for branch in value[1])), []))
        elif code in REPEATS:
            row += _repeated(*value, is_repeated=is_repeated)
        else:
            raise Unjudged
        if len(row) > MOST_PIECES:
            raise Unjudged
    return row


def _fixed(branch: Any) -> frozenset[str]:
    """The letters of one way of a choice, none of which may be repeated freely."""
    pieces = _pieces(branch, is_repeated=True)
    if not pieces or any(kind != "one" for kind, _, _ in pieces):
        raise Unjudged
    return frozenset().union(*(letters for _, letters, _ in pieces))


def _repeated(least: int, most: int, what: Any, *, is_repeated: bool) -> list[Piece]:
    inner = _pieces(what, is_repeated=is_repeated or most > 1)
    if least == most and all(kind == "one" for kind, _, _ in inner):
        return (inner * least)[: MOST_PIECES + 1]
    if len(inner) == 1 and inner[0][0] == "one":
        return [("some", inner[0][1], [])]
    (kind, first, _), *others = inner
    rest = frozenset().union(*(_every(piece) for piece in others))
    if kind != "one" or (most > 1 and first & rest):
        raise Unjudged
    return [("group", first, others)]


def _every(piece: Piece) -> frozenset[str]:
    return piece[1].union(*(_every(one) for one in piece[2]))


def _compete(row: list[Piece], after: list[Piece]) -> bool:
    """Whether two free pieces of a row can take the same letter with none between that parts them."""
    for at, (kind, letters, inner) in enumerate(row):
        rest = [*row[at + 1 :], *after]
        if kind != "one" and _is_met(letters, rest):
            return True
        if kind == "group" and _compete(inner, rest):
            return True
    return False


def _is_met(letters: frozenset[str], rest: list[Piece]) -> bool:
    for kind, theirs, _ in rest:
        if kind != "one" and letters & theirs:
            return True
        if kind == "one" and not letters & theirs:
            return False
    return False
