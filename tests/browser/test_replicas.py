"""Two replicas behind the proxy of `deploy/`: a visitor stays with one, and loses neither choice nor map with it."""

import re
import shutil

import pytest

from tests.browser.conftest import ROOT, Server
from tests.browser.screen import settled
from tests.browser.test_data_changed import NEW, OLD, correct, figures
from tests.deploy import proxy
from tests.deploy.proxy import COOKIE

START = "?indicator=us_imports_usd&country=KAZ&year=2020&view=central_asia"
AID = "?indicator=us_aid_usd&country=KAZ&year=2020&view=central_asia"
PATIENCE_MS = 90_000
PUBLISHED = re.compile("/static/published/preload-")


class Replicas:
    """Both servers by the name that the proxy has for them, and the proxy."""

    def __init__(self) -> None:
        proxy.program()
        self.servers = {"a": Server(), "b": Server()}

    def visitors(self, visit, door, query: str = START) -> dict:
        """A visitor of each replica, by its name."""
        found = {}
        while len(found) < len(self.servers):
            one = arrive(visit, door).open(query)
            found[replica_of(one)] = one
        return found


def arrive(visit, door):
    """A visitor who has patience: two servers, a proxy and a browser share the machine."""
    one = visit(door.address)
    one.page.set_default_timeout(PATIENCE_MS)
    return one


def replica_of(one) -> str:
    """The replica that a visitor is with."""
    return next(cookie["value"] for cookie in one.context.cookies() if cookie["name"] == COOKIE)


@pytest.fixture(scope="module")
def replicas():
    both = Replicas()
    yield both
    for server in both.servers.values():
        server.leave()


@pytest.fixture(scope="module")
def door(replicas):
    with proxy.before([server.address for server in replicas.servers.values()]) as opened:
        yield opened


def step_back(one, year: int) -> None:
    """Step to the year before with a living map, and see that all of the page goes with it."""
    one.page.get_by_role("button", name="Previous year").click()
    one.page.wait_for_url(re.compile(f"year={year}"))
    settled(one.page)
    for part in ("country=KAZ", "view=central_asia"):
        assert part in one.page.url


def test_killed_replica_loses_its_own_visitors_for_a_moment_and_nothing_of_theirs(visit, replicas, door):
    both = replicas.visitors(visit, door)
    lost, other = both["a"], both["b"]
    other.page.evaluate("""() => {
        const app = document.querySelector('[data-testid="stApp"]');
        window.states = [];
        new MutationObserver(() => window.states.push(app.dataset.testConnectionState)).observe(
            app, { attributes: true, attributeFilter: ['data-test-connection-state'] });
    }""")
    step_back(lost, 2019)
    replicas.servers["a"].leave()
    lost.page.wait_for_function(
        "() => document.querySelector('[data-testid=\"stApp\"]').dataset.testConnectionState !== 'CONNECTED'"
    )
    settled(lost.page)
    assert "year=2019" in lost.page.url
    assert replica_of(lost) == "b"
    step_back(lost, 2018)
    step_back(other, 2019)
    assert other.page.evaluate("window.states") == []


def test_roll_over_to_other_tables_leaves_no_visitor_with_a_dead_map(visit, replicas, door, tmp_path):
    root = tmp_path / "copy"
    ignored = shutil.ignore_patterns(".*", "tests", "published", "node_modules")
    shutil.copytree(ROOT, root, ignore=ignored, symlinks=True)
    shutil.copytree(ROOT / ".streamlit", root / ".streamlit")
    correct(root / "data" / "curated", OLD, NEW)
    first = replicas.servers["a"]
    first.leave()
    one = arrive(visit, door).open(AID)
    assert figures(one.page) == (True, False)
    assert replica_of(one) == "b"
    first.root = root
    first.come_back()
    door.wait_for("a")
    assert door.tell("set server sessions/b state drain").strip() == ""
    assert door.replica_of_a_newcomer() == "a"
    # Draining takes no visitor away.
    step_back(one, 2019)
    assert replica_of(one) == "b"
    # What the old replica told the page to fetch is asked of the new one, which does not have it.
    waiting: list = []
    late = arrive(visit, door)
    late.page.context.add_cookies([{"name": COOKIE, "value": "b", "url": door.address}])
    late.page.route(PUBLISHED, waiting.append)
    late.page.goto(f"{door.address}/{AID}")
    late.ready()
    replicas.servers["b"].process.terminate()
    replicas.servers["b"].process.wait(timeout=40)
    late.page.unroute(PUBLISHED)
    for route in waiting:
        route.continue_()
    for visitor, year in ((one, 2018), (late, 2019)):
        step_back(visitor, year)
        assert replica_of(visitor) == "a"
    visitor.page.get_by_role("button", name="Next year").click()
    visitor.page.get_by_text("Kazakhstan, 2020: ").first.wait_for()
    settled(visitor.page, file=False)
    assert figures(visitor.page) == (False, True)
