"""The first picture of every page: which function draws that of a page, by the page's address."""

from collections.abc import Callable, Mapping

from components.pictures import claims, country, forums, map_picture, minerals, news, story, tables
from components.pictures.picture import Picture
from components.reader import steps
from components.reader.choice import CLAIMS, COMPARE, COUNTRY, DATA, FORUMS, MINERALS, NEWS, STORY, TRADE, Choice
from data.analysis import stories

Draw = Callable[[Choice], Picture]
# Pages that open with a map.
WITH_MAP = ("", TRADE, COMPARE)


def _story(choice: Choice) -> Picture:
    """A step; where its figure is a map, that of the overview."""
    step = steps.of(choice)
    of_map = PICTURES.get(steps.PAGES[stories.MAP]) if step.figure == stories.MAP else None
    return story.draw(choice, of_map(steps.shown(step, choice.lang)) if of_map else None)


# Each is called in the language of the link, under the snapshot that is shown.
PICTURES: Mapping[str, Draw] = {
    "": map_picture.overview,
    MINERALS: minerals.draw,
    FORUMS: forums.draw,
    COUNTRY: country.draw,
    NEWS: news.draw,
    STORY: _story,
    CLAIMS: claims.draw,
    DATA: tables.draw,
    TRADE: map_picture.trade,
    COMPARE: map_picture.compare,
}
