"""The addresses of the atlas as a request came to it: of its pages, of their pictures and of what goes with them."""

import re
from urllib.parse import urlencode

import streamlit as st
from starlette.requests import Request

from components.pictures.at import Parts
from components.reader.parameters import PAGES
from data.package import descriptor

# What may stand as a host: anything else is no address that could be told on.
HOST = re.compile(r"[A-Za-z0-9._-]{1,253}(:\d{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:\d{1,5})?")
API = "api/v1"
LATEST = "latest"
EMBED, OEMBED, FEED = "embed", "oembed", "feed.xml"
BY_NAME = {page.name: address for address, page in PAGES.items()}


def home(request: Request) -> str:
    """The address of the atlas without a stroke at its end; empty where the request names no host.

    The scheme is that of the connection, or what a proxy says that the server was told to trust."""
    host = request.headers.get("host", "")
    if not HOST.fullmatch(host):
        return ""
    return f"{request.scope.get('scheme', 'http')}://{host}{root(request)}"


def root(request: Request) -> str:
    """The path below which the atlas stands on its host, without a stroke at its end; mostly empty."""
    base = (st.get_option("server.baseUrlPath") or "").strip("/")
    above = str(request.scope.get("app_root_path", request.scope.get("root_path", ""))).rstrip("/")
    above = above.removesuffix(f"/{base}") if base else above
    return f"{above}{f'/{base}' if base else ''}"


def of_page(base: str, page: str, parts: Parts) -> str:
    """The link to a view."""
    return f"{base}/{page}?{urlencode(parts)}"


def of_figure(base: str, page: str, parts: Parts, ending: str, version: str = "") -> str:
    """The picture of a view in a version of the data, the present one where none is named."""
    told = urlencode([("page", PAGES[page].name), *parts])
    return f"{base}/{API}/{version or descriptor.version()}/figure.{ending}?{told}"


def of_embed(base: str, page: str, parts: Parts) -> str:
    """The view to be set into another page."""
    return f"{base}/{EMBED}/{PAGES[page].name}?{urlencode(parts)}"


def of_oembed(base: str, page: str, parts: Parts, form: str = "json") -> str:
    """What tells other sites how to set a view in."""
    return f"{base}/{OEMBED}?{urlencode({'url': of_page(base, page, parts), 'format': form})}"
