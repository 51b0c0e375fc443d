"""The server beside the pages: headers, what is closed, who may ask for a session; no browser, no port."""

import asyncio
import base64
import hashlib
import re
from pathlib import Path

import pytest
import streamlit as st

from components import beside, frame, live, search_index
from components.map import publish
from components.served import guard, lifespan
from data.checks.watch import State
from data.package import snapshot
from data.vocabulary.language import ENGLISH


async def _page(scope, _receive, send) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.accept"})
    else:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"page"})


def answer(path: str, *, method: str = "GET", kind: str = "http", query: str = "", **headers: str) -> list[dict]:
    """What the guard sends for a request to a page behind it."""
    sent: list[dict] = []
    told = [(b"host", b"atlas.example"), *((name.encode(), value.encode()) for name, value in headers.items())]
    scope = {"type": kind, "method": method, "path": path, "headers": told, "root_path": ""}
    scope["query_string"] = query.encode()

    async def ask() -> None:
        async def send(message) -> None:
            sent.append(message)

        await guard.Guard(_page)(scope, None, send)

    asyncio.run(ask())
    return sent


def status(path: str, method: str = "GET") -> int:
    return answer(path, method=method)[0]["status"]


@pytest.mark.parametrize("path", ["/", "/trade", "/app/static/map/atlas.js", "/_stcore/metrics"])
def test_every_answer_has_the_headers(path):
    told = {name.decode(): value.decode() for name, value in answer(path)[0]["headers"]}
    assert told["x-content-type-options"] == "nosniff"
    assert told["referrer-policy"] == "strict-origin-when-cross-origin"
    policy = dict(part.split(" ", 1) for part in told["content-security-policy"].split("; "))
    assert policy["default-src"] == "'self'"
    assert "unsafe" not in policy["script-src"]
    assert "frame-ancestors" not in policy


@pytest.mark.parametrize("base", ["/", "/atlas/of/ours/"])
def test_file_is_not_kept_under_an_address_that_another_version_of_it_has(base):
    def kept(address: str) -> str | None:
        path, _, query = address.partition("?")
        return dict(answer(f"{base}{path}", query=query)[0]["headers"]).get(b"cache-control")

    for own in (publish.address(publish.SCRIPT), *publish.search_addresses(), *publish.layers().values()):
        assert kept(own) is kept(f"{own}&again=1") is None
        assert kept(f"{own[:-1]}-") == b"no-store"
    assert kept("app/static/first.js") is kept("?v=1.0.0") is None


def test_policy_names_the_scripts_of_streamlits_page():
    page = (Path(st.__file__).parent / "static" / "index.html").read_text("utf-8")
    inline = re.findall(r"<script(?![^>]*src=)[^>]*>(.+?)</script>", page, re.DOTALL)
    assert inline
    for text in inline:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"'sha256-{digest}'" in guard.headers()["Content-Security-Policy"]


def test_frames_are_allowed_to_those_who_are_named(monkeypatch):
    monkeypatch.setenv(guard.FRAMES, "https://news.example 'self'")
    assert "; frame-ancestors https://news.example 'self'" in guard.headers()["Content-Security-Policy"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/_stcore/metrics"),
        ("GET", "/atlas/_stcore/metrics"),
        ("GET", "/_stcore/agent/openapi.json"),
        ("PUT", "/_stcore/upload_file/session/file"),
        ("PUT", "/atlas/_stcore/upload_file/session/file"),
    ],
)
def test_what_is_of_no_use_here_is_closed(method, path):
    assert status(path, method) == 404
    assert status("/_stcore/health", method) == 200


@pytest.mark.parametrize(
    ("origin", "is_let_in"),
    [
        (None, True),
        ("http://atlas.example", True),
        ("http://localhost:3000", True),
        ("https://evil.example", False),
        ("https://atlas.example.evil.example", False),
        ("null", False),
        ("file://", False),
        ("foo", False),
        ("https://[x", False),
    ],
)
def test_session_is_for_pages_of_the_same_site(origin, is_let_in):
    headers = {"origin": origin} if origin else {}
    (first,) = answer("/_stcore/stream", kind="websocket", **headers)
    assert first["type"] == ("websocket.accept" if is_let_in else "websocket.close")


def test_nothing_can_be_uploaded():
    assert st.get_option("server.maxUploadSize") == 0


def test_server_is_ready_before_it_answers(monkeypatch):
    looked = []
    monkeypatch.setattr(live, "look", lambda: looked.append(1) or State())

    async def life() -> None:
        async with lifespan.ready(None):
            assert looked == [1]

    asyncio.run(life())


def test_one_whole_page_is_drawn_at_a_time(monkeypatch):
    running = []

    def drawn(_found) -> None:
        running.append(1)
        assert live._turns.acquire(blocking=False) is False

    monkeypatch.setattr(frame, "_draw", drawn)
    monkeypatch.setattr(live, "mark", lambda _shown: None)
    monkeypatch.setattr(frame.st, "set_page_config", lambda **_options: None)
    frame.show()
    assert running == [1]
    assert live._turns.acquire(blocking=False)
    live._turns.release()


@pytest.fixture
def coming(tmp_path, monkeypatch):
    """The name of the file of the search, which a folder does not have yet, and nobody puts together."""
    monkeypatch.setattr(publish, "WRITTEN", tmp_path)
    monkeypatch.setattr(beside, "_begun", set())
    monkeypatch.setattr(search_index, "_unwritten", {})
    monkeypatch.setattr(guard, "LOOK_S", 0.01)
    path = publish.search_path(snapshot.newest().fingerprint, ENGLISH)
    monkeypatch.setattr(search_index, "_path", lambda: path)
    return path


def body(path: str) -> bytes:
    return answer(path)[-1]["body"]


def test_file_of_the_search_is_begun_when_it_is_asked_for_and_waited_for(coming, monkeypatch):
    monkeypatch.setattr(search_index, "_fill", lambda path: bool(path.write_text("{}")))
    assert body(f"/app/static/published/{coming.name}") == b"page"
    assert coming.exists()


def test_file_of_the_search_that_cannot_be_written_is_answered_all_the_same(coming, monkeypatch):
    monkeypatch.setattr(search_index, "FIRST_S", 0)
    monkeypatch.setattr(search_index, "content", lambda _pause: {"things": []})
    monkeypatch.setattr(publish, "put", lambda *_: (_ for _ in ()).throw(OSError("read-only")))
    assert body(f"/app/static/published/{coming.name}") == b'{"things":[]}'


def test_file_of_other_data_is_not_waited_for(coming, monkeypatch):
    monkeypatch.setattr(search_index, "begin", lambda: pytest.fail("begun"))
    assert body("/app/static/published/search-000000000000.en.json") == b"page"
