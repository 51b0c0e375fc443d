"""One reader in a browser who opens every page from the navigation, and who asks the search: timed in the page."""

from dataclasses import dataclass, field

from playwright.sync_api import Browser

from tests.bench.browser import PATIENCE_S

START = "/?country=KAZ&view=central_asia"
QUESTION = "uranium kazakhstan"
# Told when the page of a link is there: its address, its title, no run going on, every map painted.
TURN = """(link) => new Promise((done) => {
  const app = document.querySelector('[data-testid="stApp"]');
  const title = link.innerText.trim(), path = new URL(link.href).pathname, began = performance.now();
  const isThere = () => location.pathname === path
    && app.dataset.testScriptState === 'notRunning'
    && document.title.includes(title)
    && [...document.querySelectorAll('[data-testid="atlas-map"]')].every((map) => map.dataset.ready === 'true');
  const look = () => isThere()
    ? requestAnimationFrame(() => done(performance.now() - began))
    : requestAnimationFrame(look);
  link.click();
  requestAnimationFrame(look);
})"""
# Told for each key: milliseconds until the list of answers to the text typed so far is shown.
TYPED = """() => {
  const box = document.querySelector('.atlas-search input[role="combobox"]');
  const root = box.closest('.atlas-search');
  window.typed = [];
  let pressed = 0, asked = '';
  box.addEventListener('input', (event) => { pressed = event.timeStamp; asked = box.value; }, { capture: true });
  new MutationObserver(() => {
    if (!asked || root.dataset.answered !== asked) return;
    asked = '';
    requestAnimationFrame(() => window.typed.push(performance.now() - pressed));
  }).observe(root, { attributes: true, attributeFilter: ['data-answered'] });
}"""


@dataclass
class Turns:
    """Milliseconds of each page by its name, and of each key stroke of the search."""

    pages: dict[str, list[float]] = field(default_factory=dict)
    strokes: list[float] = field(default_factory=list)


def measure(browser: Browser, address: str, rounds: int) -> Turns:
    """Open all pages `rounds` times after a first time that is not counted, then ask the search as often."""
    turns = Turns()
    context = browser.new_context(viewport={"width": 1440, "height": 1000})
    page = context.new_page()
    page.set_default_timeout(PATIENCE_S * 1000)
    page.goto(address + START)
    page.wait_for_selector('#root [data-testid="atlas-map"][data-ready="true"]')
    links = page.get_by_test_id("stTopNav").locator("a")
    # The icon before a name is a word until its letters are there.
    names = [link.inner_text().split("\n")[-1] for link in links.all()]
    for place in range(rounds + 1):
        for name in [*names[1:], names[0]]:
            link = page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True)
            took = link.evaluate(TURN)
            if place:
                turns.pages.setdefault(name, []).append(took)
    page.keyboard.press("/")
    page.keyboard.type("a")
    page.wait_for_selector('.atlas-search[data-answered="a"]', timeout=150_000)
    page.evaluate(TYPED)
    for _ in range(rounds):
        page.locator(".atlas-search input").fill("")
        for end in range(1, len(QUESTION) + 1):
            page.keyboard.press(QUESTION[end - 1] if QUESTION[end - 1] != " " else "Space")
            page.wait_for_function(f"document.querySelector('.atlas-search').dataset.answered === {QUESTION[:end]!r}")
    turns.strokes = page.evaluate("window.typed")
    context.close()
    return turns
