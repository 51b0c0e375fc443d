"""The answer of the page: one sentence from the figures of the panel at hand."""

from components.figures import minerals_answer
from components.reader import session, wanted
from components.reader.choice import Choice
from components.widgets.common import answer


def show(choice: Choice) -> None:
    """The sentence."""
    year = wanted.uranium_year(session.current())
    answer.show(minerals_answer.of(choice.panel, choice.mineral, choice.country, choice.form, year))
