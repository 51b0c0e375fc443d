"""Remarks of the tables mention sources by id; on the screen they are links with the name of the publisher."""

import re

from components.markdown import linked, literal
from data.package import sources

_ID = re.compile(r"[a-z0-9]+(?:[-.][a-z0-9]+)+")


def cited(text: str) -> str:
    """Markdown that shows `text` as written, ids of known sources replaced by links."""
    made, end = [], 0
    for found in _ID.finditer(text):
        if sources.is_known(found.group()):
            (source,) = sources.describe(found.group())
            made += [_between(text[end : found.start()]), linked(source.publisher, source.url, hint=source.title)]
            end = found.end()
    return "".join([*made, _between(text[end:])])


def _between(text: str) -> str:
    """Literal text with the space at its ends kept, so that it does not run into a link."""
    before, after = " " * text.startswith(" "), " " * text.endswith(" ")
    return f"{before}{literal(text)}{after}" if text.strip() else text
