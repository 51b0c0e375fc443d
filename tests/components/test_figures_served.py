"""Pictures by address, embeds, oEmbed and the head of a page, through the routes alone: no browser, no port.

What is told to other sites is read by the libraries that read it there."""

import html
import io
import json
import re
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

import extruct
import pytest
import rdflib
from micawber import Provider
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.testclient import TestClient

from components.pictures import alone, at, card
from components.pictures.pages import PICTURES, WITH_MAP
from components.reader import link
from components.reader.parameters import PAGES
from components.served import asked, head, oembed, places, routes
from components.words import word
from data.analysis import mineral_lens
from data.output.published import api_description
from data.package import descriptor, licensing, names, releases

HOME = "https://atlas.example"
# A picture is light, for it stands in every page. One with maps holds the shapes of all countries.
SMALL, LARGE = 34_000, 75_000
LINKS = {
    "": ("", "indicator=world_rank.antimony&year=2024&country=TJK", "view=globe&classes=continuous"),
    "trade": ("", "set=us_trade&country=UZB&direction=imports"),
    "compare": ("", "mode=difference&indicator=us_exports_usd"),
    "minerals": ("", "panel=sources", "panel=uranium&year=2014", "panel=reserves&country=KAZ", "mineral=gold"),
    "forums": ("", "country=KAZ&ties=any", "forums_on=1991-12-26", "kind=security"),
    "country": ("country=USA", *(f"country=TJK&lens={lens}" for lens in ("all", "trade", "money", "minerals"))),
    "news": ("", "q=uranium", "q=nothinglikethis"),
    "story": ("", *(f"step={step}" for step in (2, 3, 6, 15)), "story=us_uranium&step=5"),
    "claims": ("", "claim=CL003", "country=KGZ", "verdict=contradicted"),
    "data": ("", "table=us_trade", "table=sources"),
}
HOSTILE = (
    '"><script>alert(1)</script>',
    "</script><script>alert(1)</script>",
    "</style><b>",
    "' onload='alert(1)",
    "{first}{head}{lang}",
    "\x00\x08\u2028]]>",
    "javascript:alert(1)",
    "../../etc/passwd",
    "%3Cscript%3E",
    "x" * 3000,
)
ASKED = (
    "indicator",
    "country",
    "q",
    "table",
    "claim",
    "story",
    "mineral",
    "year",
    "lang",
    "v",
    "also",
    "verdict",
    "no",
)


@pytest.fixture(scope="module")
def client() -> TestClient:
    return TestClient(Starlette(routes=routes.every()), base_url=HOME)


def pictured() -> list[tuple[str, str]]:
    return [(page, query) for page in PICTURES for query in LINKS[page]]


def told(page: str, query: str) -> str:
    """The head of the page of a link."""
    headers = [(b"host", b"atlas.example")]
    scope = {"type": "http", "method": "GET", "path": f"/{page}", "headers": headers, "scheme": "https"}
    request = Request(scope | {"query_string": query.encode(), "root_path": ""})
    with asked.data_shown(request), asked.of(request, page) as found:
        return head.of(request, found, at.of(page, at.parts(found.choice, page)))


def in_page(page: str, query: str) -> str:
    return f"<!DOCTYPE html><html><head>{told(page, query)}</head><body></body></html>"


def figure_at(page: str, query: str, ending: str, version: str = places.LATEST) -> str:
    return f"/api/v1/{version}/figure.{ending}?page={PAGES[page].name}&{query}"


def test_every_view_has_a_small_picture_of_well_formed_xml_and_the_same_bytes_twice(client):
    for page, query in pictured():
        answer = client.get(figure_at(page, query, "svg"))
        assert answer.status_code == 200, (page, query, answer.text)
        assert answer.headers["content-type"].startswith("image/svg+xml")
        root = ElementTree.fromstring(answer.content)
        texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
        assert len(texts) > 2, (page, query)
        limit = LARGE if page in WITH_MAP or b"atlas-drawn" in answer.content else SMALL
        assert len(answer.content) < limit, (page, query)
        if query == LINKS[page][-1]:
            with asked.data_shown():
                choice, _ = link.read(parse_qs(query), page)
                fresh = alone.draw(PICTURES[page](choice), word("boundaries.note") if page in WITH_MAP else "")
            assert fresh.encode() == answer.content, (page, query)


def test_card_of_a_view_is_a_png_of_the_size_told_with_something_on_it(client):
    for page in PICTURES:
        answer = client.get(figure_at(page, LINKS[page][0], "png", descriptor.version()))
        assert answer.headers["cache-control"].endswith("immutable")
        image = Image.open(io.BytesIO(answer.content))
        assert (image.format, image.size) == ("PNG", (card.WIDTH, card.HEIGHT))
        left, right = (image.convert("L").crop(box) for box in ((40, 80, 490, 600), (520, 60, 1160, 600)))
        assert all(len(part.getcolors(70_000) or []) > 20 for part in (left, right)), page


def test_version_page_and_form_that_there_are_not_are_told_of(client):
    for address, status in (
        ("/api/v1/9.9.9/figure.svg?page=news", 404),
        ("/api/v1/latest/figure.svg?page=nwes", 404),
        ("/embed/nwes", 404),
        ("/oembed", 404),
        (f"/oembed?url={HOME}/news&format=yaml", 501),
        (f"/oembed?url={HOME}/nowhere", 404),
        ("/oembed?url=https://other.example/news", 404),
        (f"/oembed?url={HOME}/news&maxwidth=10", 404),
        (f"/oembed?url={HOME}/news&maxwidth=x", 404),
        ("/oembed?url=https://[broken/news", 404),
    ):
        answer = client.get(address)
        assert (answer.status_code, answer.headers["content-type"]) == (status, api_description.PROBLEM), address
    assert client.get("/api/v1/latest/figure.svg?page=nwes").json()["nearest"] == ["news"]


def test_older_version_is_drawn_from_its_own_data(client):
    older, query = releases.versions()[0], "table=us_trade"
    new, old = (client.get(figure_at("data", query, "svg", one)).text for one in (places.LATEST, older))
    assert f"data version {older}" in old
    assert new != old
    assert client.get(f"/embed/data?{query}&v={older}").text.count(f"v={older}") >= 1
    shown = client.get(f"/oembed?url={HOME}/data?{query}%26v={older}").json()
    assert f"v={older}" in shown["html"]
    assert f"/api/v1/{older}/" in shown["thumbnail_url"]
    assert f"/api/v1/{older}/tables/us_trade.csv" in told("data", f"{query}&v={older}")


def test_answers_are_conditional_and_open_to_other_sites(client):
    for address in (figure_at("news", "", "svg"), "/embed/news", f"/oembed?url={HOME}/news"):
        first = client.get(address, headers={"Origin": "https://other.example"})
        assert first.headers["access-control-allow-origin"] == "*"
        again = client.get(address, headers={"If-None-Match": first.headers["etag"]})
        assert (again.status_code, again.content) == (304, b"")
        assert client.head(address).status_code == 200


def test_embed_runs_no_script_may_be_framed_and_leads_to_the_live_view(client):
    for page, query in pictured():
        answer = client.get(f"/embed/{PAGES[page].name}?{query}")
        assert answer.status_code == 200, (page, query)
        policy = answer.headers["content-security-policy"]
        assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; ")
        assert policy.endswith("; frame-ancestors *")
        assert "<script" not in answer.text
        assert "x-frame-options" not in answer.headers
        live = html.unescape(re.search(r'<a href="([^"]+)"', answer.text)[1])
        assert live.startswith(f"{HOME}/{page}?")
        assert f"v={descriptor.version()}" in live
        inside = re.search(r"<svg.*</svg>", answer.text, re.DOTALL)[0]
        ElementTree.fromstring(inside if "xmlns=" in inside[:200] else inside.replace("<svg", '<svg xmlns="s"', 1))


def test_link_that_is_told_opens_the_same_view(client):
    for page, query in pictured():
        found = extruct.extract(in_page(page, query), syntaxes=["opengraph"], uniform=True)["opengraph"][0]
        parts = parse_qs(urlsplit(found["og:url"]).query)
        with asked.data_shown():
            choice, notices = link.read(parts, page)
            assert notices == []
            assert link.write(choice, page) | {"v": ""} == {name: one[0] for name, one in parts.items()} | {"v": ""}


def test_open_graph_tells_of_the_view_and_its_picture_is_there(client):
    for page, query in pictured():
        (found,) = extruct.extract(in_page(page, query), syntaxes=["opengraph"])["opengraph"]
        assert found["namespace"] == {"og": "http://ogp.me/ns#"}
        properties = dict(found["properties"])
        assert {"og:title", "og:type", "og:url", "og:image", "og:description"} <= properties.keys()
        assert (properties["og:image:width"], properties["og:image:height"]) == ("1200", "630")
        assert properties["og:image:alt"]
        if query == LINKS[page][0]:
            image = client.get(properties["og:image"].removeprefix(HOME))
            assert image.headers["content-type"] == properties["og:image:type"]


def graph_of(things: list[dict]) -> rdflib.Graph:
    """What linked data says, with the words of schema.org; its own context is not fetched."""
    graph = rdflib.Graph()
    for thing in things:
        assert thing["@context"] == "https://schema.org"
        graph.parse(data=json.dumps({**thing, "@context": {"@vocab": "https://schema.org/"}}), format="json-ld")
    return graph


def test_linked_data_is_a_data_set_with_all_that_readers_ask_for():
    schema = rdflib.Namespace("https://schema.org/")
    for page, query in pictured():
        graph = graph_of(extruct.extract(in_page(page, query), syntaxes=["json-ld"])["json-ld"])
        (data,) = graph.subjects(rdflib.RDF.type, schema.Dataset)
        for name in ("name", "license", "url", "version", "creator", "image", "distribution"):
            assert graph.value(data, schema[name]) is not None, (page, query, name)
        assert 50 <= len(str(graph.value(data, schema.description))) <= 5000
        for one in graph.objects(data, schema.distribution):
            assert str(graph.value(one, schema.contentUrl)).startswith(f"{HOME}/api/v1/latest/")


def test_files_of_the_same_are_there(client):
    for page, query in pictured():
        (found,) = [
            one
            for one in extruct.extract(in_page(page, query), syntaxes=["json-ld"])["json-ld"]
            if one["@type"] == "Dataset"
        ]
        for one in found["distribution"]:
            assert client.get(one["contentUrl"].removeprefix(HOME)).status_code == 200, one


def test_claim_that_is_told_in_full_has_its_review():
    reviews = extruct.extract(in_page("claims", "claim=CL003"), syntaxes=["json-ld"])["json-ld"]
    (review,) = [one for one in reviews if one["@type"] == "ClaimReview"]
    assert review["itemReviewed"]["identifier"] == "CL003"
    assert review["url"].startswith(f"{HOME}/claims?")


def test_oembed_is_read_by_a_consumer_and_within_the_size_asked_for(client):
    for page, query in pictured():
        consumer = Provider(f"{HOME}/oembed")
        consumer.fetch = lambda address: client.get(address.removeprefix(HOME)).text
        found = consumer.request(f"{HOME}/{page}?{query}", maxwidth=500)
        assert (found["version"], found["type"], found["width"]) == ("1.0", "rich", 500)
        assert "thumbnail_url" not in found
        frame = ElementTree.fromstring(found["html"])
        assert frame.attrib["title"] == found["title"]
        assert client.get(frame.attrib["src"].removeprefix(HOME)).status_code == 200
    whole = client.get(f"/oembed?url={HOME}/embed/news&format=xml")
    read = {one.tag: one.text for one in ElementTree.fromstring(whole.content)}
    assert read["thumbnail_width"] == str(card.WIDTH)
    assert read | {"html": ""} == {
        name: str(one) for name, one in client.get(f"/oembed?url={HOME}/news").json().items()
    } | {"html": ""}


def test_nothing_that_a_link_says_is_read_as_markup(client):
    faults = []
    for page in PICTURES:
        for number, text in enumerate(HOSTILE):
            query = "&".join(f"{name}={'%00' if text == chr(0) else text}" for name in ASKED[number % 3 :: 3])
            query = str(Request({"type": "http", "headers": [], "query_string": query.encode("utf-8")}).query_params)
            whole = in_page(page, query)
            if whole.count("<script") != 1 or "<b>" in whole or "onload" in re.sub(r'"[^"]*"', "", whole):
                faults.append((page, text, "head"))
            for address in (f"/embed/{PAGES[page].name}?{query}", figure_at(page, query, "svg")):
                answer = client.get(address)
                if answer.status_code != 200 or "<script" in answer.text or "alert(1)</" in answer.text:
                    faults.append((page, text, address))
    assert faults == []


def test_host_that_is_none_is_never_told_on(client):
    for host in ('atlas.example"><script>', "atlas.example/evil", "a b", ""):
        answer = client.get("/embed/news", headers={"Host": host})
        assert answer.status_code == 200
        assert host == "" or host not in answer.text
        assert 'href="/news?' in answer.text


def test_figures_that_may_not_be_passed_on_stand_nowhere_as_text(client, monkeypatch):
    cells = mineral_lens.cells()
    share = cells[(cells["mineral"] == "uranium") & (cells["iso3"] == "KAZ")].iloc[0]
    shown = f">{share['share_pct']:.0f}<"
    query = "mineral=uranium"
    before = client.get(f"/embed/minerals?{query}").text + told("minerals", query)
    assert shown in before
    real = licensing.is_withheld

    def held(frame):
        return real(frame) | (frame["mineral"] == "uranium") if "mineral" in frame else real(frame)

    monkeypatch.setattr(licensing, "is_withheld", held)
    choice, _ = link.read({"mineral": "uranium"}, "minerals")
    with asked.data_shown():
        picture = PICTURES["minerals"](choice)
    text = f"{picture.headline} {picture.description} {picture.svg}"
    assert shown not in text
    assert names.of("mineral", "uranium") in picture.svg
    assert word("lens.title_output") in picture.headline


def test_address_is_that_under_which_the_atlas_was_asked_for(client):
    assert oembed.find(f"{HOME}/atlas/news?q=x", f"{HOME}/atlas") == ("news", {"q": ["x"]})
    assert oembed.find(f"{HOME}/atlasnews", f"{HOME}/atlas") is None
    assert oembed.find(f"{HOME}/embed", HOME) == ("", {})
    assert oembed.find(f"ftp://{urlsplit(HOME).netloc}/news", HOME) is None
