"""What a step of a story shows, as the choice of the page that has its figure, and the page that the step leads to."""

from collections.abc import Mapping
from urllib.parse import parse_qsl

from components.reader import link
from components.reader.choice import DATA, TRADE, Choice
from data.analysis import stories
from data.analysis.stories import Step

# The page of each figure.
PAGES = {stories.MAP: "", stories.CHART: "", stories.FLOWS: TRADE, stories.ROWS: DATA}


def of(choice: Choice) -> Step:
    """The step that a choice is at."""
    return stories.steps(choice.story)[choice.step - 1]


def shown(step: Step, language: str) -> Choice:
    """The choice that the figure of a step is drawn from."""
    own = {"show": step.figure} if step.figure in (stories.MAP, stories.CHART) else {}
    return _read(PAGES[step.figure], {**step.params, **own}, language)


def opened(step: Step, language: str) -> tuple[str, Choice]:
    """The page that a step leads to, by its address, and the choice there: that of its figure, unless it names one."""
    if not step.opens:
        return PAGES[step.figure], shown(step, language)
    page, _, params = step.opens.partition("?")
    return page, _read(page, dict(parse_qsl(params)), language)


def _read(page: str, params: Mapping[str, str], language: str) -> Choice:
    choice, _ = link.read({**params, "lang": language}, page)
    return choice
