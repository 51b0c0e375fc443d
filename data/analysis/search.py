"""Search over tables, columns and indicators: every word must be found, matches in names come first."""

from dataclasses import dataclass

from data import indicators
from data.package import descriptor
from data.package.snapshot import kept

KINDS = ("table", "column", "indicator")


@dataclass(frozen=True)
class Entry:
    """Something that can be found. `table` is where it stands; an indicator's `name` is its id."""

    kind: str
    name: str
    title: str
    description: str
    table: str


def find(wanted: str) -> list[Entry]:
    """Entries that hold every word of `wanted`, whatever the case; by place of the match, kind, and order of listing.

    A word found in the id or the title counts more than one found only in the description. Nothing wanted, nothing
    found."""
    words = wanted.casefold().split()
    if not words:
        return []
    found = [(_rank(one, words), place, one) for place, one in enumerate(_entries())]
    return [one for rank, _, one in sorted(found, key=lambda hit: hit[:2]) if rank < _NOWHERE]


_NOWHERE = 2


def _rank(entry: Entry, words: list[str]) -> int:
    name = f"{entry.name} {entry.name.replace('_', ' ')} {entry.title}".casefold()
    if all(word in name for word in words):
        return 0
    whole = f"{name} {entry.description}".casefold()
    return 1 if all(word in whole for word in words) else _NOWHERE


@kept(worded=True)
def _entries() -> tuple[Entry, ...]:
    resources = descriptor.package()["resources"]
    tables = [
        Entry("table", resource["name"], resource["title"], resource["description"], resource["name"])
        for resource in resources
    ]
    columns = [
        Entry("column", field["name"], field["title"], field["description"], resource["name"])
        for resource in resources
        for field in resource["schema"]["fields"]
    ]
    drawn = [
        Entry(
            "indicator",
            indicator.id,
            indicator.title,
            f"{indicator.family_name} {indicator.unit} {indicator.unit_name}",
            indicator.table,
        )
        for indicator in indicators.registry().values()
    ]
    return (*tables, *columns, *drawn)
