"""`/api/v1/<version>/figure.svg` and `.png`: the picture of any view, by the parameters of its link and `page`."""

from collections.abc import Callable
from difflib import get_close_matches
from http import HTTPStatus

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.pictures import alone, at, card, raster
from components.pictures.at import Parts
from components.pictures.pages import WITH_MAP
from components.reader.parameters import PAGES
from components.served import answers, asked
from components.served.endpoint import Endpoint
from components.served.places import API, BY_NAME, LATEST
from components.served.problems import Refused
from components.words import word
from data.output.published import versions
from data.package import descriptor
from data.package.snapshot import kept

SVG, PNG = "image/svg+xml", "image/png"
# A file that runs nothing and asks for nothing.
POLICY = {"Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'"}


@kept(64, worded=True)
def svg(page: str, parts: Parts) -> bytes:
    """The picture of a view as a file; empty where there is none."""
    picture = at.of(page, parts)
    if picture is None:
        return b""
    return alone.draw(picture, word("boundaries.note") if page in WITH_MAP else "").encode()


@kept(64, worded=True)
def png(page: str, parts: Parts) -> bytes:
    """The card of a view for where its link is shared; empty where there is none."""
    picture = at.of(page, parts)
    return raster.png(card.draw(picture)) if picture else b""


def body(request: Request, page: str, make: Callable[[str, Parts], bytes]) -> bytes:
    """What is made of the view of a link to a page. Raises Refused where there is nothing to show of it."""
    with asked.of(request, page) as found:
        made = make(found.page, at.parts(found.choice, found.page))
    if not made:
        raise Refused(HTTPStatus.NOT_FOUND, word("served.no_picture"))
    return made


def page_called(name: str) -> str:
    """The address of a page by its name. Raises Refused."""
    if name not in BY_NAME:
        near = get_close_matches(name[:80], BY_NAME, n=3) or list(BY_NAME)
        raise Refused(HTTPStatus.NOT_FOUND, word("served.no_page"), tuple(near))
    return BY_NAME[name]


def _answer(request: Request, mime: str) -> Response:
    with asked.data_shown(request):
        version, name = request.path_params["version"], request.query_params.get("page", PAGES[""].name)
        if version not in (LATEST, descriptor.version()):
            raise Refused(HTTPStatus.NOT_FOUND, word("served.no_version"), (LATEST, *versions.every()))
        made = body(request, page_called(name), png if mime == PNG else svg)
        return answers.of(request, made, mime, is_fixed=version != LATEST, headers=POLICY)


def _svg(request: Request) -> Response:
    return _answer(request, SVG)


def _png(request: Request) -> Response:
    return _answer(request, PNG)


ROUTES: list[BaseRoute] = [
    Route(f"/{API}/{{version}}/figure.svg", Endpoint(_svg)),
    Route(f"/{API}/{{version}}/figure.png", Endpoint(_png)),
]
