"""One reader in a browser who opens every page from the navigation, timed in the page: until its main figure is
painted, and until nothing of it is outstanding."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser, Locator, Page

from tests.bench.browser import OWN_MAP, PATIENCE_S
from tests.bench.servers import Peer

VIEWPORT = {"width": 1440, "height": 1000}
# What is asked for first, the links between pages, and what tells that the first page is there.
STARTS = {"atlas": "/?country=KAZ&view=central_asia"}
LINKS = {"atlas": '[data-testid="stTopNav"] a'}
THERE = {"atlas": OWN_MAP}
CHART = ".choroplethlayer path, .scatterlayer .trace"
# Of what came with the new page: whether its main figure is painted, and whether all is there.
PAINTED = {
    "atlas": """(title, fresh) => {
      const isOver = document.querySelector('[data-testid="stApp"]').dataset.testScriptState === 'notRunning';
      const maps = fresh('#root [data-testid="atlas-map"]'), [figure] = fresh('#root [data-testid="atlas-figure"]');
      const isReady = (map) => map.dataset.ready === 'true';
      const isThere = figure
        ? !!figure.querySelector(figure.querySelector('[data-testid="stPlotlyChart"]') ? '.main-svg' : 'svg, table')
        : maps.length ? isReady(maps[0]) : isOver && fresh('#root h2').length > 0;
      return document.title.includes(title) && isThere && { isWhole: isOver && maps.every(isReady) };
    }""",
    "dash_pages": f"""(title, fresh) => fresh('h2').some((one) => one.innerText === title)
      && fresh({CHART!r}).length > 0 && {{ isWhole: true }}""",
}
TURN = """(link) => new Promise((done) => {
  const isPainted = PAINTED, title = link.innerText.trim().split('\\n').pop(), began = performance.now();
  const before = new Set(document.querySelectorAll('*'));
  const fresh = (selector) => [...document.querySelectorAll(selector)].filter((one) => !before.has(one));
  let opened = null;
  const look = () => {
    const seen = isPainted(title, fresh);
    if (seen) opened ??= performance.now();
    if (!seen || !seen.isWhole) return requestAnimationFrame(look);
    requestAnimationFrame(() => done([opened - began, performance.now() - began]));
  };
  link.click();
  requestAnimationFrame(look);
})"""
# A page of its own: it tells itself when it was painted (peers/static_pages.py).
LEAVE = "(link) => { const now = performance.timeOrigin + performance.now(); link.click(); return now; }"
ARRIVED = "() => window.painted"


@dataclass
class Turns:
    """By name of a page the milliseconds until its main figure was painted, and until the whole of it was there."""

    opened: dict[str, list[float]] = field(default_factory=dict)
    whole: dict[str, list[float]] = field(default_factory=dict)


def first_page(browser: Browser, peer: Peer, address: str) -> Page:
    """The first page of a peer, painted, in a browser with an empty cache."""
    page = browser.new_context(viewport=VIEWPORT).new_page()
    page.set_default_timeout(PATIENCE_S * 1000)
    page.goto(address + STARTS.get(peer.kind, "/"))
    page.locator(THERE.get(peer.kind, CHART)).first.wait_for(state="attached")
    return page


def measure(browser: Browser, peer: Peer, address: str, rounds: int) -> Turns:
    """Open all pages `rounds` times after a first time that is not counted."""
    turns = Turns()
    page = first_page(browser, peer, address)
    links = LINKS.get(peer.kind, "nav a")
    # An icon before a name is a word of its own.
    names = [link.inner_text().split("\n")[-1] for link in page.locator(links).all()]
    for place in range(rounds + 1):
        for name in [*names[1:], names[0]]:
            link = page.locator(links).and_(page.get_by_role("link", name=name, exact=True))
            opened, whole = _turned(page, peer, link)
            if place:
                turns.opened.setdefault(name, []).append(opened)
                turns.whole.setdefault(name, []).append(whole)
    page.context.close()
    return turns


def _turned(page: Page, peer: Peer, link: Locator) -> tuple[float, float]:
    if peer.kind in PAINTED:
        opened, whole = link.evaluate(TURN.replace("PAINTED", PAINTED[peer.kind]))
        return opened, whole
    with page.expect_navigation():
        pressed = link.evaluate(LEAVE)
    painted = page.wait_for_function(ARRIVED).json_value() - pressed
    return painted, painted
