"""One reader in a browser who types a question into the search, timed in the page: from key to list."""

from playwright.sync_api import Browser, Page

from tests.bench import turning
from tests.bench.servers import Peer

QUESTION = "uranium kazakhstan"
KEY_PAUSE_MS = 200
# Where is typed, once the list is open.
BOXES = {"atlas": '.atlas-search input[role="combobox"]', "dash_pages": ".dash-dropdown-search"}
# Milliseconds of each key until what is listed has changed; the atlas says itself which text it has answered.
TYPED = """(box) => {
  const root = box.closest('.atlas-search');
  let pressed = null;
  window.typed = [];
  box.addEventListener('input', (event) => { pressed = event.timeStamp; }, { capture: true });
  new MutationObserver(() => {
    if (pressed === null || (root && root.dataset.answered !== box.value)) return;
    const began = pressed;
    pressed = null;
    requestAnimationFrame(() => window.typed.push(performance.now() - began));
  }).observe(root ?? document.body, root ? { attributeFilter: ['data-answered'] } : { childList: true, subtree: true });
}"""


def measure(browser: Browser, peer: Peer, address: str, rounds: int) -> list[float]:
    """Type the question `rounds` times; milliseconds of each key that changed the list."""
    page = turning.first_page(browser, peer, address)
    _open(page, peer)
    box = page.locator(BOXES.get(peer.kind, "#search"))
    box.evaluate(TYPED)
    for _ in range(rounds):
        box.fill("")
        page.wait_for_timeout(KEY_PAUSE_MS)
        for sign in QUESTION:
            box.press("Space" if sign == " " else sign)
            page.wait_for_timeout(KEY_PAUSE_MS)
    strokes = page.evaluate("window.typed")
    page.context.close()
    return strokes


def _open(page: Page, peer: Peer) -> None:
    """Have the list open and its words loaded."""
    if peer.kind == "atlas":
        page.keyboard.press("/")
        page.keyboard.type("a")
        page.locator('.atlas-search[data-answered="a"]').wait_for(timeout=150_000)
    elif peer.kind == "dash_pages":
        page.locator("#search").click()
