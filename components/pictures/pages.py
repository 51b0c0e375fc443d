"""The first picture of every page: which function draws that of a page, by the page's address."""

from collections.abc import Callable, Mapping

from components.pictures import claims, forums, map_picture, minerals, news, tables
from components.pictures.picture import Picture
from components.reader.choice import CLAIMS, DATA, FORUMS, MINERALS, NEWS, Choice

# Each is called in the language of the link, under the snapshot that is shown.
PICTURES: Mapping[str, Callable[[Choice], Picture]] = {
    "": map_picture.overview,
    MINERALS: minerals.draw,
    FORUMS: forums.draw,
    NEWS: news.draw,
    CLAIMS: claims.draw,
    DATA: tables.draw,
}
