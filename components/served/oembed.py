"""`/oembed`: how another site sets a view of the atlas in, by the specification oEmbed 1.0, type rich."""

import html
import json
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit
from xml.etree import ElementTree

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.pictures import at, card
from components.reader import link
from components.reader.parameters import PAGES
from components.served import answers, places
from components.served.endpoint import Endpoint
from components.served.problems import Refused
from components.words import word
from data.package import releases, snapshot
from data.vocabulary.language import speaking

JSON, XML = "application/json", "text/xml"
WIDTH, HEIGHT = 720, 640
LEAST_WIDTH, LEAST_HEIGHT = 320, 240
# So many seconds may pass until a site asks again.
CACHED_S = 86_400
LONGEST = 4_000
Asked = tuple[str, dict[str, list[str]]]


def find(address: str, base: str) -> Asked | None:
    """The page and the parameters of an address of this atlas; None for any other address."""
    try:
        told, own = urlsplit(address[:LONGEST]), urlsplit(base)
    except ValueError:
        return None
    if not base or told.netloc != own.netloc or told.scheme not in ("http", "https"):
        return None
    if not told.path.startswith(f"{own.path}/") and told.path != own.path:
        return None
    path = told.path.removeprefix(own.path).strip("/")
    if path == places.EMBED or path.startswith(f"{places.EMBED}/"):
        name = path.removeprefix(places.EMBED).strip("/") or PAGES[""].name
        page = places.BY_NAME.get(name)
    else:
        page = path if path in PAGES else None
    return None if page is None else (page, parse_qs(told.query, keep_blank_values=True, max_num_fields=200))


def snippet(address: str, title: str, width: int = WIDTH, height: int = HEIGHT) -> str:
    """The markup that sets a view into a page."""
    return (
        f'<iframe src="{html.escape(address)}" width="{width}" height="{height}" title="{html.escape(title)}" '
        'loading="lazy" style="border:0;max-width:100%"></iframe>'
    )


def _told(page: str, given: dict[str, list[str]], base: str, size: tuple[int, int]) -> dict[str, Any] | None:
    """The answer on a view; None where it has no picture."""
    choice, _ = link.read(given, page)
    parts = at.parts(choice, page)
    picture = at.of(page, parts)
    if picture is None:
        return None
    width, height = min(WIDTH, size[0]), min(HEIGHT, size[1])
    told: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": picture.title,
        "provider_name": word("app.name"),
        "provider_url": f"{base}/",
        "cache_age": CACHED_S,
        "width": width,
        "height": height,
        "html": snippet(places.of_embed(base, page, parts), picture.title, width, height),
    }
    if size[0] >= card.WIDTH and size[1] >= card.HEIGHT:
        image = places.of_figure(base, page, parts, "png")
        told |= {"thumbnail_url": image, "thumbnail_width": card.WIDTH, "thumbnail_height": card.HEIGHT}
    return told


def _size(request: Request) -> tuple[int, int]:
    """The largest width and height that are asked for. Raises Refused where one is no number that a view fits into."""
    found = []
    for name, least in (("maxwidth", LEAST_WIDTH), ("maxheight", LEAST_HEIGHT)):
        text = request.query_params.get(name, "99999")
        if not (text.isascii() and text.isdigit() and len(text) < 6 and int(text) >= least):
            said = word("served.no_size", width=LEAST_WIDTH, height=LEAST_HEIGHT)
            raise Refused(HTTPStatus.NOT_FOUND, said, (str(LEAST_WIDTH), str(LEAST_HEIGHT)))
        found.append(int(text))
    return found[0], found[1]


@contextmanager
def _data_of(given: dict[str, list[str]]) -> Iterator[None]:
    """Hold the older version of the data that a link names, where it names one."""
    older = link.version(given)
    with snapshot.held(releases.of(older)) if older else nullcontext():
        yield


def _answer(request: Request) -> Response:
    form, base, size = request.query_params.get("format", "json"), places.home(request), _size(request)
    if form not in ("json", "xml"):
        raise Refused(HTTPStatus.NOT_IMPLEMENTED, word("served.no_form"), ("json", "xml"))
    found = find(request.query_params.get("url", ""), base)
    if found is None:
        raise Refused(HTTPStatus.NOT_FOUND, word("served.no_url"), (f"{base}/", f"{base}/{places.EMBED}"))
    with _data_of(found[1]), speaking(link.language(found[1])):
        told = _told(*found, base, size)
    if told is None:
        raise Refused(HTTPStatus.NOT_FOUND, word("served.no_picture"))
    if form == "xml":
        return answers.of(request, _as_xml(told), XML)
    return answers.of(request, json.dumps(told, ensure_ascii=False).encode(), JSON)


def _as_xml(told: dict[str, Any]) -> bytes:
    whole = ElementTree.Element("oembed")
    for name, value in told.items():
        ElementTree.SubElement(whole, name).text = str(value)
    return bytes(ElementTree.tostring(whole, encoding="utf-8", xml_declaration=True))


ROUTES: list[BaseRoute] = [Route(f"/{places.OEMBED}", Endpoint(_answer))]
