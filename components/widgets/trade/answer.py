"""What the page answers first, above its controls."""

from components.figures import trade_answer
from components.markdown import literal
from components.widgets.common import prose


def show(year: int) -> None:
    """The sentence; nothing where no imports of the year are on record."""
    said = trade_answer.sentence(year)
    if said:
        prose.show("trade_answer", literal(said))
