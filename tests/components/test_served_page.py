"""The HTML of the pages: the picture of the link, what the page loads, and the page without scripts."""

import html
import json
import re
from dataclasses import replace

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.testclient import TestClient

from components import cache, live
from components.map import publish
from components.pictures import map_picture, pages
from components.reader import choice
from components.reader.parameters import PAGES
from components.served import guard, page
from components.words import word


@pytest.fixture(scope="module")
def client():
    return TestClient(Starlette(routes=page.ROUTES))


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Here a picture is waited for, however slow the machine is."""
    monkeypatch.setattr(page.waiting, "in_time", lambda make: make())


def picture(text: str) -> str:
    return re.search(r"<svg.*</svg>", text, re.DOTALL)[0]


def test_every_page_is_answered_with_its_title_and_its_picture(client):
    for address, one in PAGES.items():
        answer = client.get(f"/{address}")
        assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-cache")
        title, *_ = re.findall("<title>(.*?)</title>", answer.text)
        assert title.endswith(html.escape(word("app.tab", page=word(f"{one.name}.title"))))
        assert ("<svg" in answer.text) == (address in pages.PICTURES)
        assert answer.text.count('<div id="root"></div>') == 1
        assert not re.search(r"\{(head|lang|first)\}", answer.text)
        assert "_stcore/agent" not in answer.text
        assert client.head(f"/{address}").status_code == 200


def test_pages_are_packed_and_only_read(client):
    for name in pages.PICTURES:
        assert client.get(f"/{name}").headers["content-encoding"] == "gzip"
        assert "content-encoding" not in client.get(f"/{name}", headers={"Accept-Encoding": "identity"}).headers
        assert client.head(f"/{name}").status_code == 200
        assert client.post(f"/{name}").status_code == 405


def test_picture_is_that_of_the_link(client):
    found = client.get("/?indicator=us_exports_usd&year=2015&view=world&flows=off").text
    wanted = map_picture.overview(
        replace(choice.default(), indicator="us_exports_usd", year=2015, view="world", flows=False)
    )
    assert picture(found) == wanted.svg
    assert html.escape(wanted.headline) in found
    assert html.escape(wanted.source) in found


def test_link_that_means_nothing_gets_the_picture_of_the_default(client):
    hostile = (
        "?indicator=<script>alert(1)</script>&year=99999999999&view=../../etc&country='\"&lang=%00&classes=;;&show=[]"
    )
    found = client.get(f"/{hostile}")
    assert found.status_code == 200
    assert picture(found.text) == picture(client.get("/").text)
    assert "alert(1)" not in found.text


def test_without_scripts_the_rows_stand_there_as_a_table(client):
    found = client.get("/?indicator=us_imports_usd&year=2024").text
    (without,) = re.findall(r"<noscript>(.*?)</noscript>", found, re.DOTALL)
    assert without.count("<tr>") == 1 + len(map_picture.overview(choice.default()).rows)
    assert "<td>Kazakhstan</td><td>2348" in without


def test_page_without_data_and_page_whose_picture_fails_come_up_all_the_same(client, monkeypatch):
    monkeypatch.setattr(page.at, "of", lambda *_link: 1 / 0)
    found = client.get("/")
    assert (found.status_code, "<svg" in found.text, '<div id="root">' in found.text) == (200, False, True)
    monkeypatch.setattr(live, "look", lambda: live.State(None, ()))
    found = client.get("/trade")
    assert (found.status_code, "<svg" in found.text, '<div id="root">' in found.text) == (200, False, True)


def test_what_the_map_is_drawn_with_is_asked_for_under_the_addresses_of_its_scripts(client):
    for view, layer in (("five", "region"), ("globe", "world")):
        found = client.get(f"/?view={view}").text
        told = re.findall(r'<(?:link rel="preload"|script type="module")[^>]* (?:href|src)="\./(app/[^"]+)"', found)
        shapes = publish.layers()[layer]
        named = [publish.address(one) for one in (publish.SCRIPT, publish.PLOTLY, publish.STYLE)]
        assert told == [*named[1:], shapes, "app/static/geo/topojson/world_110m.json", named[0]]
    assert "app/static/map" not in client.get("/news").text


def test_policy_of_the_page_names_the_scripts_that_stand_in_it(client):
    policy = guard.headers()["Content-Security-Policy"]
    for script in re.findall(r"<script>(.*?)</script>", client.get("/").text, re.DOTALL):
        assert guard.digest(script) in policy


def test_page_below_a_base_path_asks_for_nothing_above_it():
    found = TestClient(Starlette(routes=[Mount("/atlas", routes=page.ROUTES)])).get("/atlas")
    assert found.status_code == 200
    assert found.url.path == "/atlas/"
    assert re.findall(r'(?:href|src)="/', found.text) == []


def test_data_of_the_live_map_come_along_where_all_of_them_may_leave(client):
    told = re.findall('id="atlas-first-data">(.*?)</script>', client.get("/?indicator=us_imports_usd").text)
    assert json.loads(told[0])["cells"] == dict(cache.map_payload("us_imports_usd")["cells"])
    for query in ("indicator=mirror_exports_usd&year=2016", "show=table", "points=on"):
        assert "atlas-first-data" not in client.get(f"/?{query}").text


def test_page_tells_how_many_maps_it_will_have_and_what_stands_over_them(client):
    links = {"/": "1", "/?show=chart": "0", "/trade": "1", "/compare": "2", "/compare?mode=difference&year=2020": "1"}
    for link, maps in links.items():
        assert re.findall('data-maps="(.*?)"', client.get(link).text) == [maps]
    assert "data-maps" not in client.get("/news").text
    line = re.findall('<div class="atlas-first-line".*?<p>(.*?)</p>(.*?)</div>', client.get("/?year=2024").text)
    assert line == [("2024 · US Census Bureau", '<span class="atlas-first-button"></span>')]
    assert 'data-first="line"' not in client.get("/trade").text


def test_styles_of_the_page_come_after_those_of_streamlit(client):
    for link in ("/", "/news"):
        head, _, body = client.get(link).text.partition("</head>")
        style = (page.STATIC / "page.css").read_text("utf-8")
        assert style not in head
        assert body.count(style) == 1


def test_page_comes_up_where_the_data_of_its_map_cannot_be_told(client, monkeypatch):
    monkeypatch.setattr(page.first_map, "of", lambda found: 1 / 0)
    answer = client.get("/")
    assert answer.status_code == 200
    assert 'id="root"' in answer.text
    assert "atlas-first-data" not in answer.text
