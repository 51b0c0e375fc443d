"""The answer of the page: one sentence from the figures of the panel at hand."""

from components.figures import minerals_answer
from components.reader.choice import Choice
from components.widgets.common import answer
from components.widgets.minerals import uranium


def show(choice: Choice) -> None:
    """The sentence."""
    answer.show(minerals_answer.of(choice.panel, choice.mineral, choice.country, choice.form, uranium.year(choice)))
