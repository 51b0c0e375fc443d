"""What stands below the first screen, in order, or alone under a lens."""

from collections.abc import Callable, Mapping

from components.widgets.country import aid, deal_list, forums, investors, ladder, minerals, said, trade
from components.widgets.country.controls import EVERYTHING

Part = Callable[[str], None]
# By lens; under all of them in this order.
PARTS: Mapping[str, tuple[Part, ...]] = {
    "trade": (trade.show,),
    "minerals": (minerals.show,),
    "money": (investors.show, ladder.show, deal_list.show, aid.show),
    "forums": (forums.show,),
    "claims": (said.show_claims, said.show_articles),
}


def show(iso3: str, lens: str) -> None:
    """The parts of a lens, or of all."""
    wanted = PARTS if lens == EVERYTHING else {lens: PARTS[lens]}
    for one in (part for group in wanted.values() for part in group):
        one(iso3)
