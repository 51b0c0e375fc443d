"""The proxy before two small servers: who stays where, what programs get, what is answered while a replica is away."""

import http.server
import threading
import urllib.error
import urllib.request

import pytest

from tests.deploy import proxy


class _Answer(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        self.wfile.write(self.server.name.encode())

    def log_message(self, *_: object) -> None:
        pass


class Small:
    """A server that answers everything with its name, and can go away and come back."""

    def __init__(self, name: str) -> None:
        self.name, self.port = name, 0
        self.come_back()

    def come_back(self) -> None:
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", self.port), _Answer)
        self.server.name, self.port = self.name, self.server.server_address[1]
        threading.Thread(target=self.server.serve_forever, args=(0.01,), daemon=True).start()

    def leave(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture(scope="module")
def three():
    found = {name: Small(name) for name in "abc"}
    yield found
    for one in found.values():
        one.leave()


@pytest.fixture(scope="module")
def door(three):
    with proxy.before([f"http://127.0.0.1:{one.port}" for one in three.values()]) as opened:
        yield opened


def ask(door, path: str, cookie: str = "") -> tuple[str, str]:
    """Who answered, and the cookie that came with it."""
    request = urllib.request.Request(door.address + path, headers={"Cookie": cookie} if cookie else {})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return answer.read().decode(), (answer.headers["Set-Cookie"] or "").partition(";")[0]


def test_visitor_stays_with_the_replica_of_the_first_answer(door):
    name, cookie = ask(door, "/")
    assert cookie == f"{proxy.COOKIE}={name}"
    assert {ask(door, path, cookie) for path in ("/", "/trade", "/media/x", "/_stcore/health") * 3} == {(name, "")}


@pytest.mark.parametrize("path", ["/api/v1/index.json", "/embed/trade", "/feed.xml", "/llms.txt"])
def test_programs_and_frames_are_answered_by_any_and_get_no_cookie(door, path):
    answers = [ask(door, path, f"{proxy.COOKIE}=a") for _ in range(6)]
    assert {name for name, _ in answers} == set("abc")
    assert {cookie for _, cookie in answers} == {""}


def test_visitor_of_a_replica_that_is_gone_is_taken_by_another_at_once_and_stays_there(door, three):
    three["a"].leave()
    try:
        name, cookie = ask(door, "/", f"{proxy.COOKIE}=a")
        assert name in "bc"
        assert ask(door, "/", cookie) == (name, "")
        assert {ask(door, "/api/v1/index.json")[0] for _ in range(6)} <= set("bc")
    finally:
        three["a"].come_back()


def test_drained_replica_keeps_its_visitors_and_gets_no_others(door):
    assert door.tell("set server sessions/b state drain").strip() == ""
    try:
        assert {ask(door, "/")[0] for _ in range(9)} <= set("ac")
        assert ask(door, "/", f"{proxy.COOKIE}=b")[0] == "b"
    finally:
        door.tell("set server sessions/b state ready")
