"""The line below the first sentence of the overview, before the page is there: year and publishers, which have the very
room that the page gives them."""

import html

from components.pictures import said
from components.reader.choice import fitted
from components.served.asked import Asked
from components.words import word
from data.analysis import headline


def of(found: Asked) -> str:
    """The line with the room of the button beside it; empty where the page has none."""
    if found.page:
        return ""
    shown = fitted(found.choice, found.page)
    told = headline.of(shown.indicator, shown.year, shown.country)
    named = said.publishers([told.source_id])
    line = word("answer.sources", year=told.year, sources=named) if named else str(told.year)
    button = '<span class="atlas-first-button"></span>' if told.cells else ""
    return f'<div class="atlas-first-line" data-first="line"><p>{html.escape(line)}</p>{button}</div>'
