"""Which country the page is about: the one that is chosen, the first of the six where none of them is."""

from components.reader import session, wanted


def country() -> str:
    """Code of one of the six."""
    return wanted.country(session.current())
