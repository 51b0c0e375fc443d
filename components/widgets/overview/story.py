"""The way from the first page to the story of the day that the five presidents were at the White House."""

from components.figures import story_words
from components.markdown import literal
from components.widgets.common import links
from components.words import word
from data.analysis import stories


def show() -> None:
    """A link to the first step."""
    links.story(stories.FIRST, 1, literal(word("overview.story", title=story_words.title(stories.FIRST))))
