"""The picture at an address: what a link asks for on its page and nothing else, so that equal views are drawn once."""

import logging

from components.pictures import pages
from components.pictures.picture import Picture
from components.reader import link
from components.reader.choice import Choice
from data.package.snapshot import kept

Parts = tuple[tuple[str, str], ...]
MOST = 64
_LOG = logging.getLogger(__name__)


def parts(choice: Choice, page: str) -> Parts:
    """The parts of the link to a page, in order, without what belongs to other pages."""
    return tuple(sorted((name, value) for name, value in link.write(choice, page).items() if name != link.ALSO))


@kept(MOST, worded=True)
def of(page: str, parts: Parts) -> Picture | None:
    """The picture; None where the page has none, or where it can't be drawn, which is noted."""
    draw = pages.PICTURES.get(page)
    if draw is None:
        return None
    try:
        return draw(link.read(dict(parts), page)[0])
    except Exception:
        _LOG.exception("the picture of a page could not be drawn")
        return None
