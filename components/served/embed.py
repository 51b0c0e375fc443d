"""`/embed/<page>`: a view as a page of its own without a script, to be set into the page of anybody else."""

import html
from http import HTTPStatus
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from components.pictures import at, colours
from components.pictures.pages import WITH_MAP
from components.pictures.picture import Picture
from components.reader.parameters import PAGES
from components.served import answers, asked, figure, places
from components.served.asked import Asked
from components.served.endpoint import Endpoint
from components.served.problems import Refused
from components.words import word
from data.package import descriptor
from data.vocabulary.language import spoken

STYLE = (Path(__file__).parent / "embed.css").read_text("utf-8")
HTML = "text/html"
GROWS, WIDEST_PX = 1.4, 960
POLICY = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors *"
    ),
    "X-Robots-Tag": "noindex",
}


def of(found: Asked, picture: Picture, base: str) -> str:
    """The page: title, answer, picture, what its signs mean, sources, and the way to the live view."""
    live = html.escape(places.of_page(base, found.page, at.parts(found.choice, found.page)))
    notes = [picture.note, word("boundaries.note") if found.page in WITH_MAP else ""]
    told = "".join(f"<p>{html.escape(one)}</p>" for one in notes if one)
    legend = "".join(
        f'<li><i style="background:{colour}"></i>{html.escape(label)}</li>' for colour, label in picture.legend
    )
    legend = f"<ul>{legend}</ul>" if legend else ""
    source = f"<p>{html.escape(word('picture.sources', sources=picture.source))}</p>" if picture.source else ""
    way = f'<a href="{live}" target="_blank" rel="noopener">{html.escape(word("embed.open"))}</a>'
    version = html.escape(word("embed.version", version=descriptor.version()))
    return (
        f'<!DOCTYPE html>\n<html lang="{html.escape(spoken())}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{html.escape(picture.title)}</title>"
        f'<link rel="canonical" href="{live}"><style>{colours.css("body", picture.svg + legend)}{STYLE}</style></head>'
        f"<body><main><h1>{html.escape(picture.title)}</h1>"
        f'<p class="answer">{html.escape(picture.headline)}</p>'
        f'<figure style="max-width:{_widest(picture)}px">{picture.svg}'
        f"<figcaption>{html.escape(picture.description)}</figcaption></figure>"
        f"{legend}<footer>{told}{source}<p>{way} {version}</p></footer></main></body></html>\n"
    )


def _widest(picture: Picture) -> int:
    """How wide the picture is drawn at most: letters that are larger than those around are no easier to read."""
    return min(round(picture.width * GROWS), WIDEST_PX)


def _answer(request: Request) -> Response:
    page = figure.page_called(request.path_params.get("page", PAGES[""].name))
    with asked.data_shown(request), asked.of(request, page) as found:
        picture = at.of(found.page, at.parts(found.choice, found.page))
        if picture is None:
            raise Refused(HTTPStatus.NOT_FOUND, word("served.no_picture"))
        body = of(found, picture, places.home(request)).encode()
    return answers.of(request, body, HTML, headers=POLICY)


ROUTES: list[BaseRoute] = [
    Route(f"/{places.EMBED}", Endpoint(_answer)),
    Route(f"/{places.EMBED}/{{page}}", Endpoint(_answer)),
]
