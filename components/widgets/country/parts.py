"""What stands below the first screen, group by group in their order, or alone under a lens."""

from collections.abc import Callable, Mapping

from components.reader.choice import LENSES
from components.widgets.country import aid, deal_list, forums, investors, ladder, minerals, said, trade

EVERYTHING = LENSES[0]
Part = Callable[[str], None]
PARTS: Mapping[str, tuple[Part, ...]] = {
    "trade": (trade.show,),
    "money": (investors.show, ladder.show, deal_list.show, aid.show),
    "minerals": (minerals.show,),
    "forums": (forums.show,),
    "claims": (said.show_claims, said.show_articles),
}


def groups(lens: str) -> tuple[str, ...]:
    """The groups that a lens shows."""
    return tuple(PARTS) if lens == EVERYTHING else (lens,)


def show(iso3: str, group: str) -> None:
    """The parts of a group."""
    for part in PARTS[group]:
        part(iso3)
