"""The step at hand, and the choices of its figure and of the page that it leads to, in the reader's language."""

from components.reader import session, steps
from components.reader.choice import Choice
from data.analysis.stories import Step


def shown(step: Step) -> Choice:
    """The choice that the figure of a step is drawn from."""
    return steps.shown(step, session.current().lang)


def opened(step: Step) -> tuple[str, Choice]:
    """The page that a step leads to, by its address, and the choice there."""
    return steps.opened(step, session.current().lang)


def current() -> Step:
    """The step at hand."""
    return steps.of(session.current())
