"""Which country the page is about: the one that is chosen, the first of the six where none of them is."""

from components.reader import session
from data.package import countries


def country() -> str:
    """Code of one of the six."""
    chosen = session.current().country
    return chosen if chosen in countries.SIX else countries.SIX[0]
