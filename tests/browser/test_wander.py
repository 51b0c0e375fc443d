"""A reader who does anything in any order on any page: never an error, a blank map, a place or a choice lost.

After each step address, controls, maps, sentence, table and file name say one and the same. WANDER_STEPS and
WANDER_SEED make the walk longer or another one; a failure names the seed and the steps taken."""

import os
import random
import re

import pytest

from tests.browser.screen import settled

STEPS = int(os.environ.get("WANDER_STEPS", "66"))
SEED = int(os.environ.get("WANDER_SEED", "4"))
WALKS = 3
SIZES = ((1440, 1000), (1024, 800), (768, 900), (390, 844))
# What a browser says while the server is away or a connection is cut; and Streamlit's probe of its own health.
NETWORK = re.compile("Failed to load resource|WebSocket|disconnected from server|not responding|No response received")
AWAY = """() => document.querySelector('[data-testid="stApp"]').dataset.testConnectionState !== 'CONNECTED'"""
PAGES = ("Overview", "Trade", "Minerals", "Forums", "Countries", "Compare", "News", "Claims", "Story", "Data")
SEARCHES = ("uranium", "gold", "", "zzzz")


class Walk:
    """One walk: what may be done, and what must hold after it."""

    def __init__(self, one, server, seed: int) -> None:
        self.one, self.page, self.server, self.chance = one, one.page, server, random.Random(seed)
        self.taken: list[str] = []
        self.sockets: list = []
        self.page.route_web_socket(re.compile("stcore/stream"), self._connect)
        self.one.open("?view=central_asia&indicator=us_imports_usd&year=2020")
        self.seen = settled(self.page)

    def _connect(self, socket) -> None:
        self.sockets.append(socket)
        socket.connect_to_server()

    def step(self) -> None:
        """Do one thing that the page has, and check what must hold after it."""
        names = [name for name in dir(self) if name.startswith(("do_", "rarely_"))]
        weights = [1 if name.startswith("rarely_") else 8 for name in names]
        while True:
            name = self.chance.choices(names, weights)[0]
            done = getattr(self, name)()
            if done is not None:
                break
        self.taken.append(f"{name} {done}")
        before, self.seen = self.seen, settled(self.page)
        assert [said for said in self.one.errors if not NETWORK.search(said)] == []
        framed, now = ([(one["view"], one["width"]) for one in seen["maps"]] for seen in (before, self.seen))
        if name in ("do_control", "do_year", "do_click", "do_theme", "do_tick") and framed == now:
            assert self.seen["cameras"] == before["cameras"], "lost zoom"

    def _spot(self) -> tuple[float, float] | None:
        pictures = self.page.locator(".atlas-picture")
        if not pictures.count():
            return None
        picture = pictures.nth(self.chance.randrange(pictures.count()))
        picture.scroll_into_view_if_needed()
        box = picture.bounding_box()
        across, down = self.chance.uniform(0.25, 0.8), self.chance.uniform(0.25, 0.75)
        return box["x"] + across * box["width"], box["y"] + down * box["height"]

    def do_wheel(self) -> str | None:
        spot = self._spot()
        if spot is None:
            return None
        self.page.mouse.move(*spot)
        self.page.keyboard.down("Control")
        self.page.mouse.wheel(0, self.chance.choice((-240, -120, 120)))
        self.page.keyboard.up("Control")
        return "on map"

    def do_drag(self) -> str | None:
        spot = self._spot()
        if spot is None:
            return None
        self.page.mouse.move(*spot)
        self.page.mouse.down()
        self.page.mouse.move(spot[0] + self.chance.randint(-60, 60), spot[1] + self.chance.randint(-40, 40), steps=4)
        self.page.mouse.up()
        return "on map"

    def do_click(self) -> str | None:
        spot = self._spot()
        if spot is None:
            return None
        self.page.mouse.click(*spot)
        return f"{spot[0]:.0f}, {spot[1]:.0f}"

    def do_year(self) -> str | None:
        sliders = self.page.get_by_test_id("atlas-year")
        if not sliders.count():
            return None
        slider = sliders.nth(self.chance.randrange(sliders.count()))
        if not slider.is_visible():
            return None
        key = self.chance.choice(("ArrowLeft", "ArrowRight", "Home", "End"))
        slider.press(key)
        return key

    def do_control(self) -> str | None:
        """Choose something from one of the lists of the page."""
        boxes = self.page.locator('[data-testid="stSelectbox"] input[role="combobox"]')
        box = boxes.nth(self.chance.randrange(boxes.count()))
        label = box.get_attribute("aria-label")
        if not label or not box.is_visible():
            return None
        self.taken.append(f"({label})")
        box.click()
        entries = self.page.locator('[role="listbox"] [role="option"]')
        self.page.wait_for_timeout(150)
        if not entries.count():
            # A list that has just been opened closes when the page goes on scrolling to it.
            box.press("ArrowDown")
        entries.first.wait_for()
        # By keys: the list holds only the entries in sight, and one scrolled into sight is no longer the one counted.
        down = self.chance.randrange(10)
        for _ in range(down):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")
        return f"{label} {down} down"

    def do_button(self) -> str | None:
        """Press one of several buttons that exclude each other."""
        radios = self.page.get_by_test_id("stButtonGroup").get_by_role("radio")
        if not radios.count():
            return None
        radio = radios.nth(self.chance.randrange(radios.count()))
        radio.click()
        return radio.inner_text()

    def do_tick(self) -> str | None:
        switches = self.page.get_by_test_id("stCheckbox")
        if not switches.count():
            return None
        switch = switches.nth(self.chance.randrange(switches.count()))
        switch.locator("label").click()
        return switch.inner_text()

    def do_search(self) -> str | None:
        fields = self.page.locator('[data-testid="stTextInput"] input')
        if not fields.count():
            return None
        text = self.chance.choice(SEARCHES)
        fields.first.fill(text)
        fields.first.press("Enter")
        return text

    def do_fold(self) -> str | None:
        folds = self.page.get_by_test_id("stMain").locator("summary")
        if not folds.count():
            return None
        fold = folds.nth(self.chance.randrange(folds.count()))
        fold.click()
        return fold.inner_text()

    def do_open_page(self) -> str:
        """By the navigation: a row of links, behind a button those that have no room in it, or all of them."""
        name = self.chance.choice(PAGES)
        more = self.page.get_by_test_id("stExpandSidebarButton")
        link = self.page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True)
        if not link.is_visible() and more.is_visible():
            more.click()
            link = self.page.get_by_test_id("stSidebarNav").get_by_role("link", name=name, exact=True)
            link.click()
            close = self.page.get_by_test_id("stSidebarCollapseButton").get_by_role("button")
            if close.is_visible():
                close.click()
        elif not link.count():
            self.page.get_by_test_id("stTopNavSection").click()
            self.page.get_by_role("menuitem", name=name).click()
        else:
            link.click()
        self.page.wait_for_timeout(400)
        return name

    def do_go_back(self) -> str:
        self.page.evaluate("history.back()")
        self.page.wait_for_timeout(700)
        if not self.page.url.startswith("http"):
            self.page.go_forward()
        return "and forward" if self._goes_forward() else "only"

    def _goes_forward(self) -> bool:
        if self.chance.random() < 0.5:
            return False
        settled(self.page)
        self.page.evaluate("history.forward()")
        self.page.wait_for_timeout(700)
        return True

    def do_theme(self) -> str:
        scheme = self.chance.choice(("light", "dark"))
        self.page.emulate_media(color_scheme=scheme)
        return scheme

    def do_resize(self) -> str:
        width, height = self.chance.choice(SIZES)
        self.page.set_viewport_size({"width": width, "height": height})
        return f"{width}"

    def rarely_reload(self) -> str:
        self.page.reload()
        self.page.wait_for_timeout(700)
        return ""

    def rarely_lose_the_connection(self) -> str:
        self.sockets[-1].close()
        return self.do_year() or ""

    def rarely_restart_the_server(self) -> str:
        self.server.leave()
        self.page.wait_for_function(AWAY)
        done = self.do_year() or ""
        self.server.come_back()
        return done


@pytest.mark.parametrize("seed", range(SEED, SEED + WALKS))
def test_a_random_walk_never_loses_the_choice_nor_the_place(visit, server, seed):
    walk = Walk(visit(server.address), server, seed)
    for _ in range(STEPS // WALKS):
        try:
            walk.step()
        except Exception as error:
            steps = "\n".join(walk.taken[-12:])
            pytest.fail(
                f"seed {seed}, step {len(walk.taken)}, the last of them\n{steps}\n{error}; {walk.one.errors[-5:]}"
            )
