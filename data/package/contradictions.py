"""Contradictions between sources: what the reader of an indicator is told before using it.

They are rows with sources, not words of the screen; nothing is reconciled."""

from dataclasses import dataclass

from data.package import tables
from data.package.snapshot import kept

TABLE = "contradictions"


@dataclass(frozen=True)
class Contradiction:
    """One matter on which sources differ: its title, who says what, ids of the sources joined by semicolons."""

    id: str
    title: str
    text: str
    source_id: str


@kept()
def _by_indicator() -> dict[str, list[Contradiction]]:
    found: dict[str, list[Contradiction]] = {}
    frame = tables.load(TABLE).fillna({"indicators": ""})
    for row in frame.to_dict("records"):
        one = Contradiction(*(str(row[key]) for key in ("contradiction_id", "title", "text", "source_id")))
        for indicator_id in filter(None, row["indicators"].split(";")):
            found.setdefault(indicator_id, []).append(one)
    return found


def of(indicator_id: str) -> list[Contradiction]:
    """Contradictions shown beside an indicator; none for most."""
    return _by_indicator().get(indicator_id, [])


def indicators_named() -> set[str]:
    """Ids of all indicators that a contradiction is shown beside."""
    return set(_by_indicator())
