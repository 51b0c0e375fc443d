"""What is new, as an Atom feed (RFC 4287): changed cells by version and table, articles, claims.

An id never changes, whatever becomes of the entry; it has no address in it, so that every copy of the atlas gives the
same. An entry is of the day of its version or of its publication, and is updated by the version that changed its row:
no clock is asked. Numbers that may not be passed on are withheld, as in `data/package/changes.py`."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from data.package import changes, dates, descriptor, licensing, sources
from data.package.snapshot import kept
from data.vocabulary.terms import TERMS

MIME = "application/atom+xml"
ATOM = "http://www.w3.org/2005/Atom"
# The atlas has no domain of its own, and one that is reserved is nobody else's.
AUTHORITY = "tag:c5plus1-atlas.invalid,2026"
MOST_CELLS = 40
MOST_LETTERS = 200
PRESS, CLAIMS = "articles", "claims"
MOST = 8


@dataclass(frozen=True)
class Entry:
    """One entry; `place` is its page of the atlas, below its address, `via` where it was published.

    `published` is a day, empty where the source has none as exact."""

    id: str
    title: str
    updated: str
    published: str
    text: str
    place: str
    subject: str
    via: str = ""


def _word(name: str, /, **gaps: object) -> str:
    return TERMS.word(f"feed.{name}", **gaps)


def _counted(name: str, count: int) -> str:
    return TERMS.counted(f"feed.{name}", count)


def _tag(*parts: str) -> str:
    return f"{AUTHORITY}:{'/'.join(parts)}"


def _place(page: str, **chosen: str) -> str:
    return f"/{page}?{urlencode(chosen)}"


@kept(MOST, worded=True)
def entries() -> tuple[Entry, ...]:
    """All entries, the newest first."""
    found = [*_of_versions(), *_of_articles(), *_of_claims()]
    return tuple(sorted(found, key=lambda one: one.updated, reverse=True))


def _of_versions() -> Iterator[Entry]:
    titles = {one["name"]: one["title"] for one in descriptor.package()["resources"]}
    for record in reversed(changes.history()):
        version = record["version"]
        for table, changed in record["tables"].items():
            yield Entry(
                id=_tag("changes", version, table),
                title=_word("changed", version=version, table=titles.get(table, table), what=_what(changed)),
                updated=record["released"],
                published=record["released"],
                text="\n".join(_lines(changed)),
                place=_place("data", table=table, v=version),
                subject=table,
            )


def _what(changed: Mapping[str, Any]) -> str:
    counts = {"cells": len(changed["cells"]), "added": changed["rows_added"], "removed": changed["rows_removed"]}
    return ", ".join(_counted(name, count) for name, count in counts.items() if count)


def _lines(changed: Mapping[str, Any]) -> Iterator[str]:
    """A line for each of the first cells, and how many there are beside them."""
    yield _what(changed)
    if any(changes.WITHHELD in (cell["old"], cell["new"]) for cell in changed["cells"]):
        yield _word("withheld")
    for cell in changed["cells"][:MOST_CELLS]:
        told = {name: _short(text) or _word("empty") for name, text in cell.items()}
        yield _word("cell", **told)
    left = len(changed["cells"]) - MOST_CELLS
    if left > 0:
        yield _counted("more", left)


def _short(text: str) -> str:
    return text if len(text) <= MOST_LETTERS else f"{text[:MOST_LETTERS]}…"


def _of_articles() -> Iterator[Entry]:
    updates = changes.last_changed(PRESS, {"publisher", "title", "title_en", "summary", "url"})
    for row in licensing.open_rows(PRESS).to_dict("records"):
        yield Entry(
            id=_tag("article", row["article_id"]),
            title=_word("article", publisher=row["publisher"], title=row["title_en"] or row["title"]),
            updated=updates.get(row["article_id"]) or _day(row["published"]),
            published=_whole(row["published"]),
            text=row["summary"],
            place=_place("data", table=PRESS, rows=row["article_id"]),
            subject="article",
            via=row["url"],
        )


def _of_claims() -> Iterator[Entry]:
    updates = changes.last_changed(CLAIMS, {"speaker", "speaker_role", "claim", "date"})
    for row in licensing.open_rows(CLAIMS).to_dict("records"):
        said = {name: row[name] for name in ("speaker", "speaker_role", "claim", "date")}
        yield Entry(
            id=_tag("claim", row["claim_id"]),
            title=_word("claim", **said),
            updated=updates.get(row["claim_id"]) or _day(row["date"]),
            published=_whole(row["date"]),
            text=_word("said", **said),
            place=_place("claims", claim=row["claim_id"]),
            subject="claim",
            via=next(iter(sources.describe(row["source_id"]))).url,
        )


def _day(partial: str) -> str:
    return dates.first_day(partial) or descriptor.released()


def _whole(partial: str) -> str:
    return partial if dates.precision(partial) == "day" else ""


def body(site: str) -> bytes:
    """The feed, with the links of an atlas at an address; without one they begin with a slash."""
    home, found = site.rstrip("/"), entries()
    feed = ET.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(feed, "id", _tag("feed"))
    _add(feed, "title", _word("title"))
    _add(feed, "subtitle", _word("subtitle"))
    _add(feed, "updated", _moment(max(one.updated for one in found)))
    _add(feed, "rights", _word("rights"))
    author = ET.SubElement(feed, "author")
    _add(author, "name", str(descriptor.package()["contributors"][0]["title"]))
    _link(feed, "self", f"{home}/feed.xml", MIME)
    _link(feed, "alternate", f"{home}/", "text/html")
    for one in found:
        _entry(feed, one, home)
    ET.indent(feed)
    return b'<?xml version="1.0" encoding="utf-8"?>\n' + ET.tostring(feed, encoding="utf-8") + b"\n"


def _entry(feed: ET.Element, one: Entry, home: str) -> None:
    made = ET.SubElement(feed, "entry")
    _add(made, "id", one.id)
    _add(made, "title", one.title)
    _add(made, "updated", _moment(one.updated))
    if one.published:
        _add(made, "published", _moment(one.published))
    ET.SubElement(made, "category", {"term": one.subject})
    _link(made, "alternate", f"{home}{one.place}", "text/html")
    if one.via:
        _link(made, "via", one.via)
    _add(made, "content", one.text)


def _add(parent: ET.Element, name: str, text: str) -> None:
    """A child with text; signs that XML has no place for are left out."""
    ET.SubElement(parent, name).text = "".join(sign for sign in text if sign in "\n\t" or sign.isprintable())


def _link(parent: ET.Element, rel: str, address: str, mime: str = "") -> None:
    ET.SubElement(parent, "link", {"rel": rel, "href": address, **({"type": mime} if mime else {})})


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"
