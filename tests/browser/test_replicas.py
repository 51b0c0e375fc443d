"""Replicas behind the proxy of `deploy/`, as readers see them: one is killed, then all, one is replaced by the next
version. Nobody is left with a dead map, without a choice, or with half of one version and half of another."""

import json
import re
import subprocess
import sys
import urllib.request
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from components.map import publish
from components.words import word
from data.package import changes, descriptor, snapshot
from data.vocabulary.language import ENGLISH
from tests import copies
from tests.browser.conftest import Server, Visit
from tests.browser.screen import settled
from tests.browser.test_away import AWAY, closed
from tests.browser.test_data_changed import NEW, OLD, correct, figures
from tests.deploy import proxy
from tests.deploy.proxy import COOKIE
from tests.deploy.servers import PATIENCE_S

CHOSEN = {"indicator": "us_aid_usd", "country": "KAZ", "view": "central_asia"}
AID = "?year=2020&" + "&".join(f"{name}={value}" for name, value in CHOSEN.items())
NEXT = "99.0.0"
FILES = re.compile("/static/")
PRELOAD = re.compile("/app/static/published/preload-")
# As in an image, where what browsers fetch is written ahead, and nothing later.
NOTHING_BESIDE = "from components import beside\nbeside.ensure = lambda path, fill: path.exists()"
# A replica is gone for so short a time that a look at the state may miss it.
NOTE_STATES = """() => {
  const app = document.querySelector('[data-testid="stApp"]');
  window.states = [];
  new MutationObserver(() => window.states.push(app.dataset.testConnectionState)).observe(
    app, { attributes: true, attributeFilter: ['data-test-connection-state'] });
}"""
WAS_AWAY = "() => window.states.some((state) => state !== 'CONNECTED')"


def next_version(to: Path) -> Path:
    """The work with a figure corrected, as a version of the data of its own, and with another script of the map."""
    root = copies.of_work(to)
    folder = root / "data" / "curated"
    correct(folder, OLD, NEW)
    path = folder / descriptor.DESCRIPTOR
    told = [f'"version": "{version}"' for version in (descriptor.version(), NEXT)]
    path.write_text(path.read_text("utf-8").replace(*told, 1), "utf-8")
    changes.record(snapshot.folder(), folder)
    # That such tables pass is seen in test_data_changed.py.
    (root / copies.PUBLISHED / publish.passed_path(snapshot.read(folder).fingerprint).name).touch()
    script = root / "static" / "map" / "atlas.js"
    script.write_text(script.read_text("utf-8") + "// of another version\n", "utf-8")
    return root


@pytest.fixture(scope="module")
def replicas():
    """Both servers by the name that the proxy has for them."""
    proxy.program()
    if not publish.preload_path(snapshot.read(snapshot.folder()).fingerprint, ENGLISH).exists():
        subprocess.run([sys.executable, "-m", "components.served"], cwd=copies.ROOT, check=True)
    with ThreadPoolExecutor() as starting:
        begun = {name: starting.submit(Server, before=NOTHING_BESIDE) for name in "ab"}
    found = {name: one.result() for name, one in begun.items()}
    yield found
    for server in found.values():
        server.leave()


@pytest.fixture(scope="module")
def door(replicas):
    with proxy.before([server.address for server in replicas.values()]) as opened:
        yield opened


@pytest.fixture
def reader_of(visit, door):
    """A reader whom the proxy has given to a replica, patient: two servers, a proxy and a browser share the machine."""

    def make(name: str) -> Visit:
        one = visit(door.address)
        one.page.set_default_timeout(1000 * PATIENCE_S)
        one.context.add_cookies([{"name": COOKIE, "value": name, "url": door.address}])
        return one

    return make


def replica_of(one) -> str:
    """The replica that a reader is with."""
    return next(cookie["value"] for cookie in one.context.cookies() if cookie["name"] == COOKIE)


def is_whole(one, year: int, **parts: str) -> None:
    """Wait until the page is at rest and all of it is what was chosen, in the figures of the tables at hand."""
    settled(one.page, PATIENCE_S, file=False)
    for name, value in {**CHOSEN, "year": str(year), **parts}.items():
        assert f"{name}={value}" in one.page.url


def step(one, direction: str, year: int) -> None:
    """Step a year back or on with a living map, and see that all of the page goes with it."""
    one.page.get_by_role("button", name=f"{direction} year").click()
    one.page.wait_for_url(re.compile(f"year={year}"))
    is_whole(one, year)


def test_killed_replica_loses_its_readers_for_a_moment_and_nothing_of_theirs(replicas, door, reader_of):
    lost, other = (reader_of(name) for name in "ab")
    for one in (lost, other):
        one.page.goto(f"{door.address}/{AID}", wait_until="commit")
    for one in (lost, other):
        one.ready()
        one.page.evaluate(NOTE_STATES)
    step(lost, "Previous", 2019)
    replicas["a"].leave()
    lost.page.wait_for_function(WAS_AWAY)
    is_whole(lost, 2019)
    assert replica_of(lost) == "b"
    step(lost, "Previous", 2018)
    assert other.page.evaluate("() => window.states") == []
    # Nobody is there: what is done meanwhile is kept for the replica that comes back first.
    replicas["b"].leave()
    for one, year in ((lost, 2017), (other, 2019)):
        one.page.wait_for_function(AWAY)
        closed(one.page)
        one.page.get_by_test_id("atlas-year").press("ArrowLeft")
        one.page.wait_for_url(re.compile(f"year={year}"))
    replicas["a"].come_back()
    for one, year in ((lost, 2017), (other, 2019)):
        is_whole(one, year)
        assert replica_of(one) == "a"
        step(one, "Next", year + 1)


class HeldBack:
    """Requests of a page that are not sent before they are let go."""

    def __init__(self, one, what: re.Pattern) -> None:
        self.waiting: list = []
        self.is_over = False
        one.page.route(what, self._hold)

    def _hold(self, route) -> None:
        route.continue_() if self.is_over else self.waiting.append(route)

    def let_go(self) -> None:
        self.is_over = True
        for route in self.waiting:
            route.continue_()


def ask(one, what: re.Pattern, server: Server) -> None:
    """Let a page ask this server for something, whichever the page is with."""

    def fulfil(route) -> None:
        route.fulfill(response=route.fetch(url=server.address + urlsplit(route.request.url).path))

    one.page.route(what, fulfil)


def refused(one) -> list[str]:
    """Notes the addresses that the page is told are not there."""
    found: list[str] = []
    one.page.on("response", lambda answer: found.append(answer.url) if answer.status >= 400 else None)
    return found


def answer(door, version: str, path: str) -> bytes:
    """A file of a version as a program gets it, from whichever replica."""
    with urllib.request.urlopen(f"{door.address}/api/v1/{version}/{path}", timeout=60) as told:
        return told.read()


def latest(door) -> set[str]:
    """What programs are told is the newest version, in turn by all who are asked."""
    return {json.loads(answer(door, "latest", "datapackage.json"))["version"] for _ in range(4)}


def test_roll_over_to_the_next_version_leaves_every_reader_on_a_whole_page(replicas, door, reader_of, tmp_path):
    root, now = next_version(tmp_path / "copy"), descriptor.version()
    if replicas["a"].process.poll() is not None:
        replicas["a"].come_back()
    door.wait_for("a")
    # The steps of RUNBOOK.md: nobody new comes to b, and it is replaced.
    door.tell("set server sessions/b state drain")
    replicas["b"].leave()
    replicas["b"].root = root
    replicas["b"].come_back()
    door.wait_for("b")
    stays = reader_of("a")
    not_there = refused(stays)
    ask(stays, PRELOAD, replicas["b"])
    with stays.page.expect_response(PRELOAD):
        stays.open(AID)
    stays.page.evaluate(NOTE_STATES)
    assert door.replica_of_a_newcomer() == "a"
    assert latest(door) == {now}
    old = answer(door, now, "indicators/us_aid_usd.json")
    # From one version to the other at once, for all who come: no page of the new one is answered by the old.
    door.tell("set server sessions/b state ready; set server sessions/a state drain")
    assert door.replica_of_a_newcomer() == "b"
    assert latest(door) == {NEXT}
    assert answer(door, NEXT, "indicators/us_aid_usd.json") != old
    # Who has an old page still gets what it speaks of.
    assert answer(door, now, "indicators/us_aid_usd.json") == old
    step(stays, "Previous", 2019)
    assert replica_of(stays) == "a"
    # A page of the old one whose files are all asked of the new one.
    late = reader_of("a")
    nor_there, files = refused(late), HeldBack(late, FILES)
    late.page.goto(f"{door.address}/{AID}", wait_until="commit")
    late.page.locator("#atlas-first").wait_for(state="attached")
    assert replica_of(late) == "a"
    replicas["a"].process.terminate()
    replicas["a"].process.wait(timeout=40)
    files.let_go()
    stays.page.wait_for_function(WAS_AWAY)
    is_whole(stays, 2019, v=now)
    step(stays, "Next", 2020)
    assert figures(stays.page) == (True, False)
    assert not_there
    assert all(PRELOAD.search(address) for address in not_there)
    with snapshot.held(snapshot.read(root / "data" / "curated")):
        is_whole(late, 2020, v=NEXT)
        assert nor_there == []
        stays.page.get_by_role("button", name=word("past.leave", version=NEXT)).click()
        stays.page.wait_for_url(re.compile(f"v={NEXT}"))
        is_whole(stays, 2020)
    for one in (stays, late):
        assert figures(one.page) == (False, True)
        assert replica_of(one) == "b"
