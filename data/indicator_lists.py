"""Indicators as lists offer them: by family, under labels without what the list says anyway."""

from collections import Counter

from data import indicators
from data.package.snapshot import kept


@kept()
def families() -> dict[str, list[str]]:
    """Indicator ids by family, in the order of the registry."""
    groups: dict[str, list[str]] = {}
    for indicator in indicators.registry().values():
        groups.setdefault(indicator.family, []).append(indicator.id)
    return groups


@kept(worded=True)
def labels(family: str) -> dict[str, str]:
    """Labels of a family's indicators by id, in the language spoken.

    The family stands beside the list and the whole title above the map; the list travels with a change."""
    return {indicator_id: indicators.get(indicator_id).label for indicator_id in families()[family]}


def choices() -> list[dict[str, str]]:
    """By family, the ids of its indicators by label; labels that two of them share are left out.

    The browser tells by the label in the box of the list which indicator was chosen: what stands there
    (`widgets/overview/controls.py`), in the file of all indicators (`components/preload.py`) and what the map looks for
    (`map/js/base/preload.js`) has to be the same text."""
    found = []
    for family in families():
        named = labels(family)
        times = Counter(named.values())
        found.append({label: indicator_id for indicator_id, label in named.items() if times[label] == 1})
    return found
