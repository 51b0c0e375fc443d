"""What the page at hand compares."""

from components.reader import compared, session
from data.analysis.comparison import Side


def sides() -> tuple[Side, Side]:
    """Left and right of two maps; the earlier and the later year of a difference."""
    return compared.sides(session.shown())


def change_kind() -> str:
    """How a difference is told."""
    return compared.change_kind(session.current())
