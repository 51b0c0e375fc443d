"""Whose a figure is and what it is worth: bases, statuses, and how those of several parts become those of one."""

from collections.abc import Iterable

# Whose books a figure is from, and on what it is based: what tells apart series that no line may join.
WHOSE = ["reporter", "basis"]
# Bases for which no country's books stand: our own lists and counts.
OWN_LIST = "our own list"
CLAIM = "claim"
# A figure that was taken out of a copy of the tables, for the licence of its source (`data/output/strip.py`).
LEFT_OUT = "withheld_by_licence"
WEAKEST_LAST = ("actual", "rounded", "provisional", "estimated", "claim", LEFT_OUT)


def is_press(basis: str) -> bool:
    """Whether a figure, or a part of it, is one of statistics as the press repeats them."""
    return any("news" in part.split("_") for part in basis.split(";"))


def weakest(statuses: Iterable[str]) -> str:
    """Status of a value derived from several: that of its weakest part."""
    return max(statuses, key=WEAKEST_LAST.index)


def joined_ids(ids: Iterable[str]) -> str:
    """Ids (sources, reporters, bases) of a derived value, each once, in the order of its parts; empty ones are none."""
    return ";".join(dict.fromkeys(part for one in ids for part in str(one).split(";") if part))
