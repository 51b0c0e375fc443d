"""The feed of what is new: read by a reader of feeds, the same ids in every version, nothing that may not leave."""

import re

import feedparser
import pytest
from lxml import etree

from data.output import feed
from data.package import changes, descriptor, licensing, releases, snapshot, sources, tables
from data.vocabulary.language import ENGLISH, speaking

SITE = "https://atlas.example"
ATOM = "{http://www.w3.org/2005/Atom}"
TAG = re.compile(r"tag:c5plus1-atlas\.invalid,2026:[A-Za-z0-9._/-]+")


@pytest.fixture(scope="module", autouse=True)
def english():
    with speaking(ENGLISH):
        yield


def ids(body: bytes) -> set[str]:
    return {one.id for one in feedparser.parse(body).entries}


def test_reader_of_feeds_finds_all_entries():
    found = feedparser.parse(feed.body(SITE))
    assert not found.bozo
    assert found.version == "atom10"
    assert len(found.entries) == len(feed.entries()) == len({one.id for one in found.entries})
    assert all(TAG.fullmatch(one.id) for one in [found.feed, *found.entries])
    counts = {kind: sum(f":{kind}/" in one.id for one in found.entries) for kind in ("changes", "article", "claim")}
    assert counts["article"] == len(licensing.open_rows("articles"))
    assert counts["claim"] == len(licensing.open_rows("claims"))
    assert counts["changes"] == sum(len(record["tables"]) for record in changes.history())


def test_every_entry_has_what_the_standard_asks_for():
    root = etree.fromstring(feed.body(SITE))
    assert [one.tag for one in root if one.tag != f"{ATOM}entry"].count(f"{ATOM}author") == 1
    moment = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")
    for entry in root.iter(f"{ATOM}entry"):
        for name in ("id", "title", "updated", "content"):
            assert len(entry.findall(f"{ATOM}{name}")) == 1, name
        assert moment.fullmatch(entry.findtext(f"{ATOM}updated"))
        links = {one.get("rel"): one.get("href") for one in entry.findall(f"{ATOM}link")}
        assert links["alternate"].startswith(f"{SITE}/")
        assert all(one.startswith(("https://", "http://")) for one in links.values())


def test_ids_of_an_older_version_are_ids_still():
    earlier = [one for one in releases.versions() if releases.is_past(one)][-2:]
    assert len(earlier) == 2
    now = feed.body(SITE)
    for version in earlier:
        with snapshot.held(releases.of(version)):
            then = ids(feed.body(SITE))
        gone = {f"article/{one}" for one in removed("articles", version)} | {
            f"claim/{one}" for one in removed("claims", version)
        }
        assert {one.partition(":changes/")[0] for one in then - ids(now)} <= {f"{feed.AUTHORITY}:{one}" for one in gone}
        assert any(":changes/1.1.0/" in one for one in then)


def removed(table: str, version: str) -> set[str]:
    key = descriptor.resource(table)["schema"]["primaryKey"][0]
    with snapshot.held(releases.archived(version)):
        then = set(tables.text(table)[key])
    return then - set(tables.text(table)[key])


def test_same_data_and_site_give_the_same_bytes():
    first = feed.body(SITE)
    feed.entries.__wrapped__()
    assert feed.body(SITE) == first
    assert feed.body("https://other.example").replace(b"other.example", b"atlas.example") == first


def test_restricted_number_of_an_older_record_is_withheld(monkeypatch):
    record = {
        "version": descriptor.version(),
        "previous": "1.0.0",
        "tables": {
            "us_aid": {
                "rows_added": 0,
                "rows_removed": 0,
                "cells": [
                    {"key": "KAZ", "column": "value_usd", "old": "123456", "new": "654321", "source_id": "shut"},
                    {"key": "<KGZ>", "column": "value_usd", "old": "1", "new": "2", "source_id": "free"},
                ],
            }
        },
    }
    monkeypatch.setattr(releases, "versions", lambda: ())
    monkeypatch.setattr(changes, "load", lambda: record)
    monkeypatch.setattr(sources, "ids", lambda: ["shut", "free"])
    monkeypatch.setattr(sources, "is_downloadable", lambda one: one != "shut")
    (told,) = changes.history.__wrapped__()
    texts = [(cell["old"], cell["new"]) for cell in told["tables"]["us_aid"]["cells"]]
    assert texts == [(changes.WITHHELD, changes.WITHHELD), ("1", "2")]
    lines = list(feed._lines(told["tables"]["us_aid"]))
    assert "123456" not in " ".join(lines)
