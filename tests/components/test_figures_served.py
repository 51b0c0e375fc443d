"""Pictures by address and embeds, through the routes alone: no browser, no port."""

from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from components.pictures import pages
from components.reader.parameters import PAGES
from components.served import routes

SMALL = 32_000


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes.every()), base_url="http://atlas.example")


def address(page: str, ending: str, version: str = "latest", **parts: str) -> str:
    told = "".join(f"&{name}={value}" for name, value in parts.items())
    return f"/api/v1/{version}/figure.{ending}?page={PAGES[page].name}{told}"


def test_every_page_has_a_small_picture_of_well_formed_xml(client):
    for page in pages.PICTURES:
        answer = client.get(address(page, "svg"))
        assert answer.status_code == 200, page
        assert answer.headers["content-type"] == "image/svg+xml"
        ElementTree.fromstring(answer.content)
        assert len(answer.content) < SMALL, page
        assert client.get(address(page, "svg")).content == answer.content
