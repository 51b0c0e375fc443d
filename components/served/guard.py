"""What stands before every answer: headers, addresses that are closed, and who may ask for a session."""

import asyncio
import base64
import hashlib
import os
import re
import time
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st
from starlette.datastructures import Headers, MutableHeaders
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components import search_index
from components.map import publish
from components.served import page

# Who may show the atlas in a frame, as the directive `frame-ancestors` says it; everybody where it is not set.
FRAMES = "ATLAS_FRAME_ANCESTORS"
# Streamlit's page sets its styles itself and runs the scripts of components from memory.
POLICY = {
    "default-src": "'self'",
    "script-src": "'self' blob:",
    "style-src": "'self' 'unsafe-inline'",
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self' data: blob:",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}
# The file that the search looks into may still be put together when a browser asks for it.
SEARCHED = "/app/static/published/search-"
LONGEST_WAIT_S, LOOK_S = 120.0, 0.2
STATIC = "/app/static/"
OWN_HOSTS = {"localhost", "127.0.0.1", "0.0.0.0", "::1"}
REFUSED = 1008
# Streamlit's own, of no use here: figures of the server, a place to leave files, an entry for programs.
CLOSED = ("/_stcore/metrics", "/_stcore/upload_file", "/_stcore/agent")


def _inline_scripts() -> str:
    """The scripts that stand in a page itself, Streamlit's own and ours, as a policy names them."""
    shell = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    texts = [*re.findall(r"<script>(.*?)</script>", shell, re.DOTALL), page.early()]
    return " ".join(map(digest, texts))


def digest(script: str) -> str:
    """A script that stands in a page, as a policy names it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"


def headers() -> dict[str, str]:
    """The headers of every answer."""
    policy = POLICY | {"script-src": f"{POLICY['script-src']} {_inline_scripts()}"}
    if os.environ.get(FRAMES):
        policy["frame-ancestors"] = os.environ[FRAMES]
    return {
        "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in policy.items()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    }


def _is_foreign(scope: Scope) -> bool:
    """Whether a page of another site asks for a session: Streamlit would ask an outside host for its own address."""
    headers = Headers(scope=scope)
    if "origin" not in headers or not st.get_option("server.enableCORS"):
        return False
    try:
        origin = urlsplit(headers["origin"])
        host = origin.hostname
    except ValueError:
        return True
    if host and origin.netloc == headers.get("host"):
        return False
    known = [f"//{st.get_option('browser.serverAddress')}", *st.get_option("server.corsAllowedOrigins")]
    return not host or host not in OWN_HOSTS.union(urlsplit(one).hostname or "" for one in known)


async def _found(name: str) -> Response | None:
    """The answer to a file of the search that could not be written; one to come is waited for. None: let Streamlit."""
    if not await asyncio.to_thread(search_index.is_asked_for, name):
        return None
    until = time.monotonic() + LONGEST_WAIT_S
    while search_index.is_coming(name) and time.monotonic() < until:
        await asyncio.sleep(LOOK_S)
    body = search_index.unwritten(name)
    return None if body is None else Response(body, media_type="application/json")


def _is_another(path: str, query: str) -> bool:
    """Whether a file is asked for by a digest that it does not have, as by a page that another replica has served: what
    is answered must not be kept under that address."""
    _, found, name = path.partition(STATIC)
    version = query.partition("&")[0]
    return bool(found) and version.startswith("v=") and f"{STATIC[1:]}{name}?{version}" not in publish.addresses()


class Guard:
    """Adds the headers to every answer that has none of its own by that name, and answers for the addresses closed."""

    def __init__(self, app: ASGIApp) -> None:
        self._app, self._headers = app, headers()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request on, with its answer to be headed."""
        if scope["type"] == "websocket" and _is_foreign(scope):
            await send({"type": "websocket.close", "code": REFUSED})
            return
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        path = scope["path"].removeprefix(scope.get("root_path", ""))
        is_another = _is_another(path, scope["query_string"].decode("latin-1"))

        async def headed(message: Message) -> None:
            if message["type"] == "http.response.start":
                told = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    told.setdefault(name, value)
                if is_another:
                    told["Cache-Control"] = "no-store"
            await send(message)

        is_closed = any(path.endswith(one) or f"{one}/" in path for one in CLOSED)
        app = PlainTextResponse("Not found", status_code=404) if is_closed else self._app
        if SEARCHED in path:
            app = await _found(path.rpartition("/")[2]) or app
        await app(scope, receive, headed)


MIDDLEWARE = [Middleware(Guard)]
