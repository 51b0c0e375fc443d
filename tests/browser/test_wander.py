"""A reader who does anything in any order: the map is never blank, the place is never lost, map and link agree.

WANDER_STEPS and WANDER_SEED make the walk longer or another one; a failure names the seed and the steps taken."""

import os
import random
import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest

pytestmark = pytest.mark.browser

STEPS = int(os.environ.get("WANDER_STEPS", "40"))
SEED = int(os.environ.get("WANDER_SEED", "4"))
SIZES = ((1440, 1000), (1024, 800), (768, 900), (390, 844))
PATIENCE_S = 20
SEEN = """() => {
  const root = document.querySelector('[data-testid="atlas-map"]');
  const plot = document.querySelector('.atlas-plot');
  const { projection, center } = plot._fullLayout.geo;
  const paths = [...document.querySelectorAll('.atlas-plot .choroplethlayer path')];
  return {
    ready: root.dataset.ready,
    running: document.querySelector('[data-testid="stApp"]').dataset.testScriptState,
    shown: { indicator: root.dataset.indicator, year: root.dataset.year, view: root.dataset.view },
    selected: root.dataset.selected ?? "",
    country: document.querySelector('[role="combobox"][aria-label*="Country"]')?.value ?? "",
    painted: paths.filter((path) => path.getAttribute('d')).length,
    camera: { scale: projection.scale, rotation: projection.rotation, center },
  };
}"""


class Walk:
    """One walk: what may be done, what must hold after each step."""

    def __init__(self, one, seed: int) -> None:
        self.one, self.page, self.chance = one, one.page, random.Random(seed)
        self.taken: list[str] = []
        self.links = 0
        self.seen = self.settled()

    def settled(self) -> dict:
        """What is on the screen once nothing moves any more and map and link agree."""
        until, before = time.monotonic() + PATIENCE_S, None
        while True:
            now = self.page.evaluate(SEEN)
            link = {name: value[0] for name, value in parse_qs(urlsplit(self.page.url).query).items()}
            agree = {name: link.get(name) for name in now["shown"]} == now["shown"]
            agree = (
                agree and link.get("country", "") == now["selected"] and bool(now["country"]) == bool(now["selected"])
            )
            still = (now["ready"], now["running"]) == ("true", "notRunning") and now == before
            if agree and still:
                return now
            assert time.monotonic() < until, f"never at rest: {now}, link {link}"
            before = now
            self.page.wait_for_timeout(450)

    def step(self) -> None:
        """Do one thing, and check what must hold after it."""
        name = self.chance.choice([name for name in dir(self) if name.startswith("do_")])
        self.taken.append(name)
        moves_camera = getattr(self, name)()
        before, self.seen = self.seen, self.settled()
        assert self.one.errors == []
        assert self.seen["painted"] > 0, "blank map"
        if not moves_camera and self.seen["shown"]["view"] == before["shown"]["view"]:
            assert self.seen["camera"] == before["camera"], "lost zoom"

    def _spot(self) -> tuple[float, float]:
        self.page.locator(".atlas-picture").scroll_into_view_if_needed()
        box = self.page.locator(".atlas-picture").bounding_box()
        across, down = self.chance.uniform(0.25, 0.8), self.chance.uniform(0.25, 0.75)
        return box["x"] + across * box["width"], box["y"] + down * box["height"]

    def do_wheel(self) -> bool:
        self.page.mouse.move(*self._spot())
        self.page.mouse.wheel(0, self.chance.choice((-240, -120, 120)))
        return True

    def do_drag(self) -> bool:
        x, y = self._spot()
        self.page.mouse.move(x, y)
        self.page.mouse.down()
        self.page.mouse.move(x + self.chance.randint(-60, 60), y + self.chance.randint(-40, 40), steps=4)
        self.page.mouse.up()
        return True

    def do_click(self) -> bool:
        self.page.mouse.click(*self._spot())
        return False

    def do_year(self) -> bool:
        slider = self.page.get_by_test_id("atlas-year")
        if slider.is_visible():
            slider.press(self.chance.choice(("ArrowLeft", "ArrowRight", "Home", "End")))
        return False

    def do_indicator(self) -> bool:
        self._choose("Indicator")
        return False

    def do_subject(self) -> bool:
        self._choose("Subject")
        return False

    def _choose(self, label: str) -> None:
        self.page.get_by_role("combobox", name=label).click()
        self.page.get_by_role("option").first.wait_for()
        # By keys: the list holds only the entries in sight, and one scrolled into sight is no longer the one counted.
        for _ in range(self.chance.randrange(10)):
            self.page.keyboard.press("ArrowDown")
        self.page.keyboard.press("Enter")

    def do_view(self) -> bool:
        views = self.page.get_by_test_id("stButtonGroup").first.get_by_role("radio")
        views.nth(self.chance.randrange(views.count())).click()
        return False

    def do_theme(self) -> bool:
        self.page.emulate_media(color_scheme=self.chance.choice(("light", "dark")))
        return False

    def do_resize(self) -> bool:
        width, height = self.chance.choice(SIZES)
        self.page.set_viewport_size({"width": width, "height": height})
        return False

    def do_back_and_forward(self) -> bool:
        self.page.evaluate("history.back()")
        self.page.wait_for_timeout(700)
        if re.match("about:", self.page.url):
            self.page.go_forward()
            return True
        self.settled()
        if self.chance.random() < 0.5:
            self.page.evaluate("history.forward()")
            self.page.wait_for_timeout(700)
        return True


def test_a_random_walk_never_blanks_the_map_nor_loses_the_place(visit):
    walk = Walk(visit().open("?view=central_asia&indicator=us_imports_usd&year=2020"), SEED)
    for _ in range(STEPS):
        try:
            walk.step()
        except Exception as error:
            pytest.fail(f"seed {SEED}, step {len(walk.taken)} of {walk.taken}: {error}; errors {walk.one.errors}")
