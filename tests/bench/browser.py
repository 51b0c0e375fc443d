"""One reader in a headless Chromium: opens a peer, changes indicator and year by hand, and is timed in the page."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from tests.bench.servers import Peer
from tests.bench.traffic import Traffic

SCRIPT = Path(__file__).parent / "painted.js"
# Four in turn: a server that keeps the last answers for each page must not be timed on an answer it has kept.
TITLES = ("US imports of goods", "US exports of goods", "US trade in goods", "US trade balance")
QUIET_MS = 900
PATIENCE_S = 60
OWN_MAP = '#root [data-testid="atlas-map"][data-ready="true"]'


@dataclass(frozen=True)
class Change:
    """One change: milliseconds from the reader's press to the painted map, bytes until then and until all was quiet."""

    ms: float
    bytes_until_painted: int
    bytes_in_all: int


class Reader:
    """One page of one peer."""

    def __init__(self, browser: Browser, peer: Peer, address: str, layer: str) -> None:
        self.peer = peer
        self.context = browser.new_context(viewport={"width": 1440, "height": 1000})
        self.context.add_init_script(path=SCRIPT)
        self.page: Page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE_S * 1000)
        self.cdp = self.context.new_cdp_session(self.page)
        self.cdp.send("Performance.enable")
        self.traffic = Traffic()
        self.traffic.listen(self.cdp)
        view = "central_asia" if layer == "region" else "world"
        query = f"/?indicator=us_imports_usd&year=2024&view={view}&flows=off" if peer.kind == "atlas" else "/"
        self.page.goto(address + query, wait_until="commit")
        seen = self._settled()
        if peer.kind == "atlas":
            # The map is there before the page: what is chosen from has to be the page's own.
            self.page.locator(OWN_MAP).first.wait_for()
        self.first_paint_ms, self.first_picture_ms = seen["painted"], seen["pictured"]
        self.chosen = 0

    def close(self) -> None:
        """Leave the page."""
        self.context.close()

    def change_indicator(self) -> Change:
        """To the next of the four indicators."""
        self.chosen = (self.chosen + 1) % len(TITLES)
        return self._timed(self._choose)

    def step_year(self, key: str) -> Change:
        """One year on or back with an arrow key."""
        self.page.locator(self.peer.year).first.focus()
        return self._timed(lambda: self.page.keyboard.press(key))

    def zoom_in(self) -> float:
        """Turn the wheel over the map; returns the scale reached."""
        box = self.page.locator(".js-plotly-plot").first.bounding_box()
        assert box
        self.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        # Without Ctrl the wheel is the page's.
        self.page.keyboard.down("Control")
        for _ in range(4):
            self.page.mouse.wheel(0, -240)
            self.page.wait_for_timeout(80)
        self.page.keyboard.up("Control")
        self.page.wait_for_timeout(QUIET_MS)
        return self.scale()

    def scale(self) -> float:
        """Scale of the projection now."""
        return self.page.evaluate("bench.scale()")

    def _choose(self) -> None:
        if self.peer.option is None:
            self.page.locator(self.peer.indicator).press("ArrowDown" if self.chosen else "Home")
            return
        self.page.locator(self.peer.indicator).first.click()
        self.page.locator(self.peer.option).filter(has_text=TITLES[self.chosen]).first.click()

    def _timed(self, act: Callable[[], None]) -> Change:
        self.page.evaluate("bench.arm()")
        self.traffic.seen.clear()
        act()
        seen = self._settled()
        clock = next(m["value"] for m in self.cdp.send("Performance.getMetrics")["metrics"] if m["name"] == "Timestamp")
        offset = clock - self.page.evaluate("performance.now()") / 1000
        painted = offset + seen["painted"] / 1000
        return Change(seen["painted"] - seen["pressed"], self.traffic.until(painted), self.traffic.until(clock))

    def _settled(self) -> dict[str, Any]:
        until = time.monotonic() + PATIENCE_S
        while time.monotonic() < until:
            seen = self.page.evaluate(f"window.bench?.read({QUIET_MS})")
            if seen and seen["painted"]:
                return seen
            self.page.wait_for_timeout(100)
        raise TimeoutError(f"{self.peer.name}: the map was not painted anew within {PATIENCE_S} s")
