"""The first picture of every page: which function draws that of a page, by the page's address."""

from collections.abc import Callable, Mapping

from components.pictures import map_picture
from components.pictures.picture import Picture
from components.reader.choice import COMPARE, TRADE, Choice

# Each is called in the language of the link, under the snapshot that is shown.
PICTURES: Mapping[str, Callable[[Choice], Picture]] = {
    "": map_picture.overview,
    TRADE: map_picture.trade,
    COMPARE: map_picture.compare,
}
