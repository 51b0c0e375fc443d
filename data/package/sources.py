"""Sources by id, and whether what rests on them may leave the atlas in a download."""

from dataclasses import dataclass

from data.faults import UnknownId
from data.package import tables
from data.package.snapshot import kept


@dataclass(frozen=True)
class Source:
    """One source; `redistribution` is open, facts (single figures with a citation) or restricted.

    `published` is a date as exact as printed, empty where none is. `kind` tells an official publisher from an
    international organisation, an aggregator, a repository and the press."""

    id: str
    publisher: str
    title: str
    url: str
    licence: str
    redistribution: str
    kind: str = ""
    published: str = ""


@kept()
def _all() -> dict[str, Source]:
    columns = ["source_id", "publisher", "title", "url", "licence", "redistribution", "kind", "published"]
    frame = tables.load("sources")[columns].astype("object").fillna("")
    return {row[0]: Source(*row) for row in frame.itertuples(index=False, name=None)}


def ids() -> list[str]:
    """Ids of all sources."""
    return list(_all())


def is_known(source_id: str) -> bool:
    """Whether an id is that of a source."""
    return source_id in _all()


@kept()
def describe(source_ids: str) -> tuple[Source, ...]:
    """The sources behind ids joined by semicolons; empty for an empty text. Raises UnknownId."""
    ids = [part for part in source_ids.split(";") if part]
    unknown = next((one for one in ids if one not in _all()), None)
    if unknown is not None:
        raise UnknownId("source", unknown, list(_all()))
    return tuple(_all()[one] for one in ids)


def is_downloadable(source_ids: str) -> bool:
    """Whether every one of the sources allows its figures in a download."""
    return all(source.redistribution != "restricted" for source in describe(source_ids))


def urls(source_ids: str) -> str:
    """Addresses of the sources, joined by a space-padded bar."""
    return " | ".join(source.url for source in describe(source_ids))
