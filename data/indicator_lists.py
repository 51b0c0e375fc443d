"""Indicators as lists offer them: by family, under labels without what the list says anyway."""

from collections import Counter

from data import indicators
from data.analysis import product_order
from data.package.snapshot import kept
from data.subjects import product_trade


@kept()
def families() -> dict[str, list[str]]:
    """Indicator ids by family, in the order of the registry; products by what the US imports of them."""
    groups: dict[str, list[str]] = {}
    for indicator in indicators.registry().values():
        groups.setdefault(indicator.family, []).append(indicator.id)
    for family, ids in groups.items():
        if is_by_product(family, ids[0]):
            ids.sort(key=lambda one: product_order.place(indicators.get(one).series[1]))
    return groups


def is_by_product(family: str, member: str | None = None) -> bool:
    """Whether a family is one of products in US imports; its list is in the order of `product_order`."""
    series = indicators.get(member or families()[family][0]).series
    return len(series) == 2 and series[0] in product_trade.OF_US


@kept(worded=True)
def labels(family: str) -> dict[str, str]:
    """Labels of a family's indicators by id, in the language spoken.

    The family stands beside the list and the whole title above the map; the list travels with a change."""
    named = {indicator_id: indicators.get(indicator_id) for indicator_id in families()[family]}
    if not is_by_product(family):
        return {indicator_id: one.label for indicator_id, one in named.items()}
    return {indicator_id: product_order.with_share(one.label, one.series[1]) for indicator_id, one in named.items()}


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
