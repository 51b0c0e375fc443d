"""`/api/v1/<version>/figure.svg` and `.png`: the picture of any view, by the parameters of its link and `page`."""

import json
from difflib import get_close_matches
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.pictures import alone, at, card, raster
from components.pictures.at import Parts
from components.reader.choice import COMPARE, TRADE
from components.reader.parameters import PAGES
from components.served import answers, asked
from components.served.places import API, BY_NAME, LATEST
from components.words import word
from data.package import descriptor
from data.package.snapshot import kept

SVG, PNG = "image/svg+xml", "image/png"
# Pages whose picture is a map, with what is to be said of its boundaries.
MAPS = ("", TRADE, COMPARE)
# A file that runs nothing and asks for nothing.
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}
FAULT = "application/problem+json"


@kept(64, worded=True)
def svg(page: str, parts: Parts) -> bytes:
    """The picture of a view as a file; empty where there is none."""
    picture = at.of(page, parts)
    if picture is None:
        return b""
    return alone.draw(picture, word("boundaries.note") if page in MAPS else "").encode()


@kept(64, worded=True)
def png(page: str, parts: Parts) -> bytes:
    """The card of a view for where its link is shared; empty where there is none."""
    picture = at.of(page, parts)
    return raster.png(card.draw(picture)) if picture else b""


def refused(status: int, said: str, nearest: list[str]) -> Response:
    """An answer that says what was wrong, and what would be right."""
    told: dict[str, Any] = {"type": "about:blank", "status": status, "title": said, "nearest": nearest}
    return Response(json.dumps(told), status, {**answers.OPEN, "Cache-Control": "no-store"}, FAULT)


def _answer(request: Request, mime: str) -> Response:
    with asked.data_shown(request) as shown:
        if shown is None:
            return refused(503, word("served.no_data"), [])
        version, name = request.path_params["version"], request.query_params.get("page", PAGES[""].name)
        if version not in (LATEST, descriptor.version()):
            return refused(404, word("served.no_version"), [LATEST, descriptor.version()])
        if name not in BY_NAME:
            near = get_close_matches(name[:80], BY_NAME, n=3) or list(BY_NAME)
            return refused(404, word("served.no_page"), near)
        with asked.of(request, BY_NAME[name]) as found:
            body = (png if mime == PNG else svg)(found.page, at.parts(found.choice, found.page))
        if not body:
            return refused(404, word("served.no_picture"), [])
        return answers.of(request, body, mime, is_fixed=version != LATEST, headers=POLICY)


def _svg(request: Request) -> Response:
    return _answer(request, SVG)


def _png(request: Request) -> Response:
    return _answer(request, PNG)


ROUTES = [
    Route(f"/{API}/{{version}}/figure.svg", _svg, name="figure_svg"),
    Route(f"/{API}/{{version}}/figure.png", _png, name="figure_png"),
]
