"""The parameters of the Story page's link: which story, and which of its steps."""

from dataclasses import replace

from components.figures import story_words
from components.reader.choice import Choice
from components.reader.parameter import Parameter, Reading, known
from data.analysis import stories

LONGEST = 3


def _step(choice: Choice, value: str) -> Reading:
    """A step that the story has; the first one for any other."""
    is_number = value.isascii() and value.isdigit() and len(value) <= LONGEST
    if is_number and int(value) in range(1, len(stories.steps(choice.story)) + 1):
        return {"step": int(value)}, None
    return {"step": 1}, "1"


STEPS = (
    replace(known("story", stories.every, lambda choice: story_words.title(choice.story)), rank=0),
    Parameter("step", "step", _step, rank=2),
)
