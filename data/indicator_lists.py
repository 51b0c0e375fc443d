"""Indicators as lists offer them: by family, under labels without what all titles of the family say."""

from itertools import takewhile

from data import indicators
from data.package.snapshot import kept


@kept()
def families() -> dict[str, list[str]]:
    """Indicator ids by subject, in the order of the registry."""
    groups: dict[str, list[str]] = {}
    for one in indicators.registry().values():
        groups.setdefault(one.family, []).append(one.id)
    return groups


def _common_start(texts: list[str]) -> str:
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return "".join(signs[0] for signs in alike)


@kept()
def labels(family: str) -> dict[str, str]:
    """Titles of a subject's indicators without what all of them say: a start up to a colon, an end from a comma on or a
    last word that the subject says, and the words after the colon where at least two are left ("Copper: share of world
    mine production").

    The subject stands beside the list and the whole title above the map; the list travels with a change."""
    titles = [indicators.get(one).title for one in families()[family]]
    if len(titles) == 1:
        return dict(zip(families()[family], titles, strict=True))
    shared, ends = _common_start(titles), _common_start([title[::-1] for title in titles])[::-1]
    head = shared.rfind(": ") + 2 if ": " in shared else 0
    tail = len(ends) - ends.find(", ") if ", " in ends else 0
    short = _without_common_words([title[head : len(title) - tail] for title in titles])
    said = 0 if tail else _said_by(family, ends)
    short = [label[: len(label) - said] for label in short]
    return {one: label[:1].upper() + label[1:] for one, label in zip(families()[family], short, strict=True)}


def _said_by(family: str, ends: str) -> int:
    """Length of a last word, with its space, that all titles share and the subject says, too ("production")."""
    start, _, last = ends.rpartition(" ")
    return len(last) + 1 if len(start) < len(ends) and last in family.lower().split() else 0


def _without_common_words(titles: list[str]) -> list[str]:
    parts = [title.partition(": ") for title in titles]
    said = _common_start([after for _, _, after in parts]).rfind(" ") + 1
    if any(len(after[said:].split()) < 2 for _, _, after in parts):
        return titles
    return [f"{before}: {after[said:]}" for before, _, after in parts]


def choices() -> list[dict[str, str]]:
    """By subject, the ids of its indicators by label; labels that two of them share are left out."""
    found = []
    for family in families():
        told = labels(family)
        found.append({label: one for one, label in told.items() if list(told.values()).count(label) == 1})
    return found
