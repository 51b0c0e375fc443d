"""Articles with their passages, and the sources of everything, as the tables have them."""

from data.output import extract
from data.output.published import links
from data.output.published.kind import Asked, as_json, records, single, types_of
from data.package import licensing

ARTICLES, SNIPPETS, SOURCES = "articles", "article_snippets", licensing.SOURCES
KEY, PASSAGES = "article_id", "snippets"


def _articles(_name: str, asked: Asked) -> bytes:
    """Each article with what was taken from it on each country."""
    passages: dict[str, list[dict[str, object]]] = {}
    for one in records(licensing.open_rows(SNIPPETS), types_of(SNIPPETS)):
        passages.setdefault(one.pop(KEY), []).append(one)
    lists = ("countries", "topics")
    found = records(licensing.open_rows(ARTICLES), types_of(ARTICLES), lists)
    made = [one | {PASSAGES: passages.get(one[KEY], [])} for one in found]
    return as_json({**_whole("news", KINDS[0].said(), asked), ARTICLES: made})


def _sources(_name: str, asked: Asked) -> bytes:
    made = records(licensing.open_rows(SOURCES), types_of(SOURCES))
    return as_json({**_whole("data", KINDS[1].said(), asked), SOURCES: made})


def _whole(page: str, title: str, asked: Asked) -> dict[str, str]:
    return extract.about(title, "", links.view(asked.site, page))


KINDS = (single(ARTICLES, _articles), single(SOURCES, _sources))
