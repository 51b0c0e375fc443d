"""What is served beside the pages for an older version, and the feed of what is new."""

import feedparser
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.served import routes
from data.output import feed
from data.package import releases, snapshot, tables

HOME = "https://atlas.example"
OLD = "1.0.0"


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes.every()), base_url=HOME)


def test_feed_links_to_the_address_that_it_was_asked_at(client):
    answer = client.get("/feed.xml")
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, feed.MIME)
    found = feedparser.parse(answer.content)
    assert all(one.link.startswith(f"{HOME}/") for one in found.entries)
    again = client.get("/feed.xml", headers={"If-None-Match": answer.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_address_of_an_older_version_gives_its_rows(client):
    answer = client.get(f"/api/v1/{OLD}/tables/trade_mirror.csv")
    assert answer.status_code == 200
    assert answer.content != client.get("/api/v1/latest/tables/trade_mirror.csv").content
    with snapshot.held(releases.of(OLD)):
        keys = tables.text("trade_mirror")["locator"]
    assert len(answer.text.splitlines()) <= len(keys) + 1


def test_picture_of_an_old_link_is_of_that_version(client):
    asked = "page=overview&indicator=mirror_exports_usd&year=2017&country=KAZ"
    old, new = (client.get(f"/api/v1/{version}/figure.svg?{asked}&v={version}") for version in (OLD, releases.newest()))
    assert (old.status_code, new.status_code) == (200, 200)
    assert "354.6" in old.text
    assert "354.6" not in new.text
