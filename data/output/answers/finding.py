"""Answers to a question in words: which indicators, countries, claims, sources ... the atlas has for it.

All words of the question must begin words of the thing; what has them in its title or names stands first."""

import re
from dataclasses import replace

from data.analysis import search, search_things
from data.analysis.search import KINDS, Thing
from data.faults import UnknownId
from data.output import judged
from data.output.answers import common
from data.output.answers.common import Told
from data.package.read_only import frozen
from data.package.snapshot import kept
from data.vocabulary.folding import folded

CLAIM = "claim"
# What a hit is worth, by where it is.
IN_TITLE, IN_NAMES, IN_LINE, IN_TEXT = 8, 6, 3, 1
_WORDS = re.compile(r"\w+")


@kept(4, worded=True)
def _things() -> tuple[tuple[Thing, tuple[tuple[int, str], ...]], ...]:
    """All things but the pages, with what they are found by and what that is worth."""
    by_key = {(one.kind, one.id): one for one in search_things.every()}
    said: dict[tuple[str, str], tuple[str, ...]] = {}
    for alias in search.aliases():
        if not alias.params:
            said[alias.kind, alias.id] = (*said.get((alias.kind, alias.id), ()), *alias.said)
    return tuple(
        (replace(one, params=frozen(one.params)), _found_by(one, said.get(key, ()))) for key, one in by_key.items()
    )


def _found_by(one: Thing, said: tuple[str, ...]) -> tuple[tuple[int, str], ...]:
    places = (
        (IN_TITLE, one.title),
        (IN_NAMES, " ".join((*one.names, *said))),
        (IN_LINE, one.line),
        (IN_TEXT, one.text),
    )
    return tuple((worth, f" {' '.join(_WORDS.findall(folded(text)))}") for worth, text in places)


def search_for(site: str, text: str, kind: str | None, most: int) -> Told:
    """What is found, the best first. Raises UnknownId for a kind that is none."""
    if kind is not None and kind not in KINDS:
        raise UnknownId("kind", kind[: common.LONGEST_TEXT], list(KINDS))
    asked = _WORDS.findall(folded(text[: common.LONGEST_TEXT]))
    ranked = []
    for place, (one, places) in enumerate(_things()):
        worth = _worth(asked, places) if kind in (None, one.kind) else 0
        if worth:
            ranked.append((-worth, place, one))
    ranked.sort(key=lambda found: found[:2])
    rows = [_told(one, site) for _, _, one in ranked[: common.limit(most)]]
    return common.answer(found=rows, rows_in_all=len(ranked), kinds=list(KINDS[1:]))


def _worth(asked: list[str], places: tuple[tuple[int, str], ...]) -> int:
    """The sum of what each word is worth where it weighs most; 0 where one of them is nowhere."""
    worths = [max((worth for worth, text in places if f" {word}" in text), default=0) for word in asked]
    return sum(worths) if worths and all(worths) else 0


def _told(one: Thing, site: str) -> Told:
    is_held = one.kind == CLAIM and one.id in judged.held()
    return common.answer_part(
        kind=one.kind,
        id=one.id,
        title=one.title,
        line="" if is_held else one.line,
        indicator=one.indicator,
        countries=list(one.about),
        date=one.date,
        link=common.link(site, one.page, **one.params),
    )
