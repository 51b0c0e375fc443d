"""A running app and a real Chromium that reaches no host but the app's own."""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import sync_playwright

from components.map import publish
from data.package import snapshot
from data.vocabulary.language import ENGLISH
from tests import copies
from tests.browser.screen import settled

ROOT = Path(__file__).parents[2]
NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--font-render-hinting=none",
    # Nothing here is drawn by WebGL.
    "--disable-software-rasterizer",
    # All pages of a window share what the first of them has compiled: see Windows.
    "--process-per-site",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items) -> None:
    """Mark every test of this folder as one of the browser, before tests are chosen by their marks."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.browser)


def find_chromium(playwright) -> str | None:
    own = playwright.chromium.executable_path
    found = [path for name in NAMES if (path := shutil.which(name))]
    return next(iter(found), own if Path(own).exists() else None)


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def start_app(
    port: int | None = None, root: Path = ROOT, before: str = "", **environment: str
) -> tuple[subprocess.Popen, str]:
    """An app that answers, and its address; `before` is run in its process first."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    code = f"{before}\nfrom streamlit.web import cli\ncli.main(prog_name='streamlit')"
    asked = ["run", "app.py", "--server.port", str(port), "--server.address=127.0.0.1"]
    # Not a pipe: once full, it would stop the server.
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [sys.executable, "-c", code, *asked],
            cwd=root,
            env={**os.environ, **environment},
            stdout=subprocess.DEVNULL,
            stderr=said,
        )
        for _ in range(600):
            try:
                urllib.request.urlopen(f"{address}/_stcore/health", timeout=1)
                return process, address
            except OSError:
                if process.poll() is not None:
                    said.seek(0)
                    raise AssertionError(said.read().decode()) from None
                time.sleep(0.1)
    raise AssertionError("the app did not answer within a minute")


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        path = find_chromium(playwright)
        if path is None:
            reason = f"no Chromium found: looked for {', '.join(NAMES)} and Playwright's own"
            assert not os.environ.get("CI"), reason
            pytest.skip(reason)
        running = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield running
        running.close()


# The file with all indicators is put together at once, and not beside the work of a first reader.
AT_ONCE = "from components import preload\npreload.FIRST_S = preload.REST_PER_WORK = 0"


@pytest.fixture(scope="session")
def app_address():
    process, address = start_app(before=AT_ONCE)
    yield address
    process.terminate()
    process.wait(timeout=40)


@pytest.fixture(scope="session")
def shelf(reader):
    """Wait until the server has written the file with all indicators."""
    path = publish.preload_path(snapshot.read(snapshot.folder()).fingerprint, ENGLISH)
    until = time.monotonic() + 180
    while not path.exists():
        assert time.monotonic() < until, "the file with all indicators was not written within three minutes"
        reader.page.wait_for_timeout(500)


@pytest.fixture
def serve():
    """Start the app with an environment, or code run before it, of its own; its address."""
    processes: list[subprocess.Popen] = []

    def start(**environment: str) -> str:
        process, address = start_app(**environment)
        processes.append(process)
        return address

    yield start
    for process in processes:
        process.terminate()
        process.wait(timeout=40)


class Server:
    """An app that can go away and come back at the same address; `before` is run in its process first."""

    def __init__(self, root: Path = ROOT, before: str = "") -> None:
        self.root, self.before = root, before
        self.process, self.address = start_app(root=root, before=before)

    def leave(self) -> None:
        self.process.kill()
        self.process.wait(timeout=40)

    def come_back(self) -> None:
        self.process, _ = start_app(int(self.address.rpartition(":")[2]), self.root, self.before)


@pytest.fixture(scope="module")
def server_of_file():
    one = Server()
    yield one
    one.leave()


@pytest.fixture
def server(server_of_file):
    """A server that may leave, and comes back before the next test of the file if it has not."""
    if server_of_file.process.poll() is not None:
        server_of_file.come_back()
    return server_of_file


@pytest.fixture
def server_of_copy(tmp_path):
    """A server of a copy of the work, in which the test may change what it likes."""
    one = Server(copies.of_work(tmp_path / "copy"))
    yield one
    one.leave()


# Takes the page to a link, and waits until the answer is seen: the run of the server, or the address written out.
# A link that is written out already may change neither, if the run is short.
TURN = """async (url) => {
    const app = document.querySelector('[data-testid="stApp"]');
    document.querySelector('[data-testid="stMain"]').scrollTo(0, 0);
    history.replaceState(null, '', url);
    const given = location.href;
    const answered = new Promise((done) => {
        const seen = new MutationObserver(done);
        seen.observe(app, { attributes: true, attributeFilter: ['data-test-script-state'] });
    });
    const late = new Promise((done) => setTimeout(done, 1000));
    window.dispatchEvent(new PopStateEvent('popstate'));
    const written = (async () => {
        for (let i = 0; location.href === given && i < 50; i += 1) await new Promise((done) => setTimeout(done, 20));
    })();
    await Promise.race([answered, written, late]);
}"""


# Gives up the focus, and what was zoomed and turned on every map of the page, and waits until it is painted.
PUT_BACK = """async () => {
    document.activeElement?.blur();
    const maps = [...document.querySelectorAll('[data-testid="atlas-map"]')];
    for (const map of maps) map.querySelector('button[aria-label="Back to this view"]').click();
    const isBack = (map) => map.dataset.ready === 'true'
        && Math.abs(map.querySelector('.atlas-plot')._fullLayout.geo.projection.scale - 1) < 1e-6;
    for (let i = 0; !maps.every(isBack); i += 1) {
        if (i > 250) throw new Error('a map did not go back to its view');
        await new Promise((done) => setTimeout(done, 20));
    }
}"""


class Windows:
    """Windows of the browser, lent to one visitor after another. What the browser has loaded and compiled stays, which
    is half of the work of opening a page; a visitor gets a page of its own, and nothing that another one left.

    Never two visitors in a window: the browser lets a page wait that is behind another one."""

    def __init__(self, browser) -> None:
        self.browser = browser
        self.free: list = []

    def new(self):
        """A window in which nothing has been opened yet."""
        context = self.browser.new_context()
        # The browser ends a process, and forgets what it compiled, with the last page of a site: this one stays.
        page = context.new_page()
        page.route("**", lambda route: route.fulfill(body="", content_type="text/html"))
        page.goto("http://127.0.0.1/")
        return context

    def take(self):
        return self.free.pop() if self.free else self.new()

    def give_back(self, context, page, address: str) -> None:
        context.set_offline(False)
        context.clear_cookies()
        stored = {"origin": address, "storageTypes": "local_storage,indexeddb,service_workers"}
        context.new_cdp_session(page).send("Storage.clearDataForOrigin", stored)
        page.close()
        self.free.append(context)


@pytest.fixture(scope="session")
def windows(browser):
    return Windows(browser)


class Visit:
    """One visitor: a page with what went wrong on it, which hosts it asked and how long the messages were that it sent
    and received; `is_first` in a new window."""

    def __init__(
        self,
        windows: Windows,
        address: str,
        *,
        width: int = 1440,
        height: int = 1000,
        dark: bool = False,
        is_first: bool = False,
    ) -> None:
        self.address, self.windows = address, windows
        self.context = windows.new() if is_first else windows.take()
        self.page = self.context.new_page()
        self.page.set_viewport_size({"width": width, "height": height})
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.page.set_default_timeout(30_000)
        self.errors: list[str] = []
        self.foreign: list[str] = []
        self.sent: list[int] = []
        self.received: list[int] = []
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on("request", self._note)
        self.page.on("websocket", self._hear)

    def _hear(self, socket) -> None:
        socket.on("framesent", lambda data: self.sent.append(len(data)))
        socket.on("framereceived", lambda data: self.received.append(len(data)))

    def _note(self, request) -> None:
        if not request.url.startswith((self.address, self.address.replace("http", "ws"), "data:", "blob:")):
            self.foreign.append(request.url)

    def close(self) -> None:
        self.windows.give_back(self.context, self.page, self.address)

    def open(self, query: str = "") -> "Visit":
        self.page.goto(f"{self.address}/{query}")
        return self.ready()

    def turn_to(self, query: str) -> None:
        """Open a link within the open page, as going back in the history does: nothing is loaded anew."""
        self.errors.clear()
        self.page.mouse.move(1, 1)
        self.page.evaluate(TURN, f"/{query}")

    def look(self, query: str) -> "Visit":
        """Turn to a link and wait until all of the page fits it."""
        self.turn_to(query)
        settled(self.page, file=False)
        asked, shown = (dict(parse_qsl(urlsplit(one).query)) for one in (query, self.page.url))
        assert asked.items() <= shown.items(), "what was done before came after the link"
        return self

    def put_back(self) -> None:
        """Undo what was moved on the maps of the page."""
        self.page.mouse.up()
        self.page.evaluate(PUT_BACK)

    def ready(self, **attributes: str) -> "Visit":
        """Wait until the map of the page is painted (with these data attributes), the server has finished its run and
        the first picture is gone."""
        wanted = "".join(f'[data-{name}="{value}"]' for name, value in attributes.items())
        self.page.wait_for_selector(f'#root [data-testid="atlas-map"][data-ready="true"]{wanted}')
        self.page.wait_for_selector("#atlas-first", state="detached")
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        return self

    def map(self, name: str) -> str | None:
        return self.page.get_attribute('[data-testid="atlas-map"]', f"data-{name}")

    def pixel(self, lon: float, lat: float) -> dict[str, float]:
        """Where on the page a place is drawn."""
        return self.page.evaluate(
            """([lon, lat]) => {
                const plot = document.querySelector('.atlas-plot');
                const [x, y] = plot._fullLayout.geo._subplot.projection([lon, lat]);
                const box = plot.getBoundingClientRect();
                return { x: box.left + x, y: box.top + y };
            }""",
            [lon, lat],
        )

    def hover(self, lon: float, lat: float) -> str:
        place = self.pixel(lon, lat)
        self.page.mouse.move(place["x"] - 3, place["y"])
        self.page.mouse.move(place["x"], place["y"])
        self.page.wait_for_selector(".hoverlayer .hovertext")
        return " ".join(self.page.locator(".hoverlayer .hovertext").all_text_contents())

    def camera(self) -> dict:
        return self.page.evaluate(
            """() => {
                const { projection, center } = document.querySelector('.atlas-plot')._fullLayout.geo;
                return { scale: projection.scale, rotation: projection.rotation, center };
            }"""
        )


@pytest.fixture(scope="session")
def readers(windows, app_address):
    """For each kind of screen one visitor for all tests: for those that do not look at how a page loads, and leave
    neither a zoom nor an open fold."""
    kept: dict[tuple, Visit] = {}

    def reader_of(width: int = 1440, height: int = 1000, *, dark: bool = False) -> Visit:
        kind = (width, height, dark)
        if kind not in kept:
            kept[kind] = Visit(windows, app_address, width=width, height=height, dark=dark).open()
        return kept[kind]

    yield reader_of
    for one in kept.values():
        one.close()


@pytest.fixture(scope="session")
def reader(readers):
    """One visitor for all tests, with a screen as most have it."""
    return readers()


@pytest.fixture
def mover(reader):
    """The same visitor for a test that moves its maps, which are put back after it."""
    yield reader
    reader.put_back()


@pytest.fixture
def visit(windows, request):
    visits: list[Visit] = []

    def make(address: str = "", **options) -> Visit:
        visits.append(Visit(windows, address or request.getfixturevalue("app_address"), **options))
        return visits[-1]

    yield make
    for one in visits:
        one.close()
