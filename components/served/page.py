"""The HTML of every page: Streamlit's own, with what a reader sees before any script has run.

In front of Streamlit's root stands the first picture of the asked link, laid over the very place where the page will
draw it; `static/first.js` takes it away as the page comes up. Without scripts it is the page, with the rows behind it
as a table. What the page loads anyway is asked for in the head. Where no picture can be made, the page comes up
without."""

import html
import json
import logging
import re
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route, request_response

from components.map import component, publish
from components.pictures import at, tones
from components.pictures.map_areas import GUTTER
from components.pictures.pages import WITH_MAP
from components.pictures.picture import Picture
from components.reader.parameters import PAGES
from components.served import asked, first_line, first_map, head, waiting
from components.served.asked import Asked
from components.words import word
from geo.projection import VIEWS, aspect_of

STATIC = Path(__file__).parents[2] / "static"
EARLY = "first_early.js"
BARE = (Path(__file__).parent / "bare.css").read_text("utf-8")
# Who has no scripts comes back for a picture that was not drawn in time.
AGAIN = '<noscript><meta http-equiv="refresh" content="3"></noscript>'
_LOG = logging.getLogger(__name__)


@cache
def _shell() -> str:
    """Streamlit's page without its title, without what it tells programs, and with the places where ours go in."""
    text = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    text = re.sub(r"^\s*<!--.*?-->\s*", "", text, flags=re.DOTALL)
    text = re.sub(
        r"<!--.*?-->\s*|<noscript>.*?</noscript>\s*|<link rel=\"service-desc\"[^>]*>\s*", "", text, flags=re.DOTALL
    )
    text = re.sub(r"<title>.*?</title>", "{head}", text)
    return text.replace('<html lang="en">', '<html lang="{lang}">').replace('<div id="root">', '{first}<div id="root">')


@cache
def early() -> str:
    """The script that stands in the page itself, as the policy of the page has to name it."""
    return (STATIC / EARLY).read_text("utf-8")


@cache
def _style() -> str:
    font = re.search(r'href="(\./static/media/SourceSans[^"]+)"', _shell())
    face = f'@font-face{{font-family:"Source Sans";font-weight:200 900;src:url("{font[1]}")}}' if font else ""
    return face + (STATIC / "first.css").read_text("utf-8")


def _preloads(found: Asked) -> str:
    """What the map of the page is drawn with, under the addresses that its scripts ask for."""
    if found.page not in WITH_MAP:
        return ""
    layer, topology = _shapes(found)
    links = [
        ("script", publish.address(publish.PLOTLY), ""),
        ("style", publish.address(publish.STYLE), ""),
        ("fetch", layer, " crossorigin"),
        ("fetch", f"{topology}world_110m.json", " crossorigin"),
    ]
    told = [f'<link rel="preload" as="{kind}" href="./{address}"{more}>' for kind, address, more in links]
    # At once, and with it plotly.js: before the scripts of Streamlit, which wait for the server in any case.
    return "".join([*told, f'<script type="module" async src="./{publish.address(publish.SCRIPT)}"></script>'])


@cache
def _page_style() -> str:
    """The styles that the page brings itself, there before any part of it: nothing is laid out without them. In the
    body, for they come after Streamlit's, as in the page."""
    return f"<style>{(STATIC / 'page.css').read_text('utf-8')}</style>"


def _bare_head() -> str:
    return f"<title>{html.escape(word('app.name'))}</title>"


def _head(request: Request, found: Asked, picture: Picture | None) -> str:
    """What the head tells of the link; the title alone where that can't be said."""
    try:
        return head.of(request, found, picture)
    except Exception:
        _LOG.exception("the head of a page could not be told")
        return _bare_head()


def _first(found: Asked, picture: Picture) -> str:
    """The block before Streamlit's root, and what stands there without scripts."""
    title = html.escape(word(f"{PAGES[found.page].name}.title"))
    return (
        f'<style id="atlas-first-style">{_style()}{tones.css("svg", picture.svg)}</style>'
        f'<div id="atlas-first" data-page="{PAGES[found.page].name}"{_early_loads(found, picture)}>'
        f'<div class="atlas-first-title" data-first="title"><h1>{title}</h1>'
        f"<b>{html.escape(word('app.name'))}</b></div>"
        f'<p class="atlas-first-answer" data-first="answer">{html.escape(picture.headline)}</p>{first_line.of(found)}'
        f'<figure data-first="figure">{_frames(found, picture)}'
        f'<figcaption class="atlas-first-source">{html.escape(picture.source)}</figcaption></figure>'
        f"</div><script>{early()}</script>{_live(found)}"
        f'<script async src="./app/static/first.js"></script>'
        f"<noscript>{_without_scripts(picture)}</noscript>"
    )


def _early_loads(found: Asked, picture: Picture) -> str:
    """Where the map's script and shapes are, so that they are at work while the page waits for the server, and how many
    maps the page will have."""
    if found.page not in WITH_MAP:
        return ""
    script, (layer, topology) = publish.address(publish.SCRIPT), _shapes(found)
    maps = max(1, len(picture.parts)) if first_map.is_shown(found) else 0
    return f' data-maps="{maps}" data-script="./{script}" data-layer="./{layer}" data-topology="./{topology}"'


def _live(found: Asked) -> str:
    """The data of the live map; nothing where the page has none, or some of them may not be passed on."""
    data = first_map.of(found)
    if data is None:
        return ""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/json" id="atlas-first-data">{told}</script>'


def _shapes(found: Asked) -> tuple[str, str]:
    """Addresses of the view's layer of shapes, and of the folder of base maps."""
    return publish.layers()[VIEWS[found.choice.view]["layer"]], component.TOPOLOGY


def _frames(found: Asked, picture: Picture) -> str:
    """The figure, each part of it in a frame that has its size before it is drawn: that of the live map, or its own."""
    parts = picture.parts or ((picture.title, picture.svg),)
    units = (picture.width - (len(parts) - 1) * GUTTER) // len(parts)
    is_map = found.page in WITH_MAP
    # A map has that of its view: in the picture it is rounded to a whole height.
    aspect = aspect_of(found.choice.view) if is_map else round(picture.height / units, 5)
    host = '<div id="atlas-first-live" aria-hidden="true"></div>'
    widest = f"calc(max(320px,100vh - 345px)/{aspect})" if is_map else f"{picture.width}px"
    style = f'style="aspect-ratio:1/{aspect};width:min(100%,{widest})"'
    told = f'data-aspect="{aspect}" data-units="{units}" {style}' if is_map else style
    return (
        '<div class="atlas-first-parts">'
        + "".join(
            f'<div><p class="atlas-first-heading">{html.escape(title)}</p>'
            f'<div class="atlas-first-frame" {told}>'
            f'<div class="atlas-first-drawn">{svg}</div></div>{"" if place else host}</div>'
            for place, (title, svg) in enumerate(parts)
        )
        + "</div>"
    )


def _without_scripts(picture: Picture) -> str:
    head = "".join(f"<th>{html.escape(str(name))}</th>" for name in picture.rows)
    rows = "".join(
        f"<tr>{''.join(f'<td>{html.escape(str(cell))}</td>' for cell in row)}</tr>"
        for row in picture.rows.itertuples(index=False, name=None)
    )
    return (
        f'<style>{BARE}</style><div id="atlas-bare"><p>{html.escape(picture.description)}</p>'
        f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>"
    )


def _picture(found: Asked) -> Picture | None:
    """The picture of the link; None where there is none, or where it can't be drawn: the page comes up without."""
    try:
        return at.of(found.page, at.parts(found.choice, found.page))
    except Exception:
        _LOG.exception("a first picture could not be drawn")
        return None


def _block(found: Asked, picture: Picture) -> str:
    """The block before Streamlit's root; nothing where it can't be put together."""
    try:
        return _first(found, picture)
    except Exception:
        _LOG.exception("what stands beside a first picture could not be told")
        return ""


def _filled(lang: str, head: str, first: str) -> str:
    told = {"lang": lang, "head": head, "first": first}
    return re.sub(r"\{(lang|head|first)\}", lambda gap: told[gap[1]], _shell())


def _whole(request: Request, found: Asked) -> tuple[str, str]:
    """What stands in the head, and the first picture."""
    picture = _picture(found)
    return _head(request, found, picture), _block(found, picture) if picture else ""


def of(request: Request, page: str) -> str:
    """The HTML of a page for a link; without its picture where that takes long and is drawn for the first time."""
    with asked.data_shown(request) as shown:
        if shown is None:
            return _filled("en", _bare_head(), "")
        with asked.of(request, page) as found:
            told, first = waiting.in_time(lambda: _whole(request, found)) or (_bare_head() + AGAIN, "")
            return _filled(found.choice.lang, told + _preloads(found), _page_style() + first)


def _route(page: str) -> Route:
    def answer(request: Request) -> Response:
        return Response(of(request, page), media_type="text/html", headers={"Cache-Control": "no-cache"})

    # Streamlit leaves its first page as large as it is, for there is little in it.
    packed = GZipMiddleware(request_response(answer), compresslevel=6)
    return Route(f"/{page}", packed, methods=["GET"], name=f"page_{page}")


ROUTES = [_route(page) for page in PAGES]
