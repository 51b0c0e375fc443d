"""The data of the live map of the overview, as they travel in the page itself: its scripts draw from them while the
page is still waiting for the server, and the page takes the map over.

They are those that the page sends (`widgets/overview/map.py`). What may be shown but not passed on stays out of the
HTML, and so does a map that has such figures; points are sent with the page."""

from typing import Any

from components import cache, preload
from components.map import component
from components.reader.choice import SHOWS, fitted
from components.served.asked import Asked
from components.widgets.overview import map
from data.package import countries


def is_shown(found: Asked) -> bool:
    """Whether a page that opens with a map does so for this link: the overview has other forms."""
    return bool(found.page) or found.choice.show == SHOWS[0]


def of(found: Asked) -> dict[str, Any] | None:
    """All that the map is painted from; None where the page has another figure, or some of it may not leave."""
    if found.page or not is_shown(found) or found.choice.points:
        return None
    shown = fitted(found.choice, found.page)
    if preload.withheld_countries(shown.indicator):
        return None
    names = countries.names()
    setup = component.setup_of(names, countries.SIX, countries.C5, map.lines() if shown.flows else None, None)
    told = {"year": shown.year, "view": shown.view, "selected": shown.country, "pair": None, "group": None}
    return {**setup, **told, "parts": map.PARTS, **cache.map_payload(shown.indicator, shown.classes)}
