"""With lines on, a click in a country takes that country wherever it is not on the ink of a line, in every view."""

import numpy as np
import pytest
import shapely

from components.words import word
from data.package import countries
from geo import shapes
from tests.browser.test_click import deaf
from tests.browser.test_trade_page import faults

pytestmark = pytest.mark.browser

SEED = 9
COUNT = 100
VIEWS = {"central_asia": "region", "eurasia": "world", "us_central_asia": "world", "world": "world", "globe": "world"}
PAGES = {"overview": "?flows=on&points=off&indicator=us_imports_usd&", "trade": "trade?set=us_trade&"}
# For each place: where it lies on the screen, whether it is in the picture, whether the ink of a line is on it (asked
# of the strokes that are drawn), what the map says a click takes there, whether the pixels around are alike, and how
# far the next line is.
TAKEN = """([iso3, places]) => {
    const plot = document.querySelector('.atlas-plot');
    const map = document.querySelector('[data-testid="atlas-map"]');
    const { projection } = plot._fullLayout.geo._subplot;
    const box = plot.getBoundingClientRect();
    const frame = document.querySelector('.atlas-picture').getBoundingClientRect();
    const inks = [...document.querySelectorAll('.atlas-flow path')];
    const shape = [...document.querySelectorAll('.choroplethlayer path')].find((one) => one.__data__.loc === iso3);
    const isInk = (x, y) => inks.some((path) => path.isPointInStroke(new DOMPoint(x, y))
        || (path.getAttribute('fill') !== 'none' && path.isPointInFill(new DOMPoint(x, y))));
    const along = [...document.querySelectorAll('.atlas-flow path:first-child')].flatMap((path) =>
        Array.from({ length: 100 }, (_, i) => path.getPointAtLength((path.getTotalLength() * i) / 99)));
    const around = [-1.2, 0, 1.2].flatMap((x) => [-1.2, 0, 1.2].map((y) => [x, y]));
    return places.map(([lon, lat]) => {
        const [x, y] = projection([lon, lat]);
        const [clientX, clientY] = [box.left + x, box.top + y];
        const inFrame = clientX > frame.left + 2 && clientX < frame.right - 2
            && clientY > frame.top + 2 && clientY < frame.bottom - 2;
        const even = around.every(([a, b]) =>
            shape.isPointInFill(new DOMPoint(x + a, y + b)) && !isInk(x + a, y + b));
        const gap = Math.min(...along.map((spot) => Math.hypot(spot.x - x, spot.y - y)));
        const takes = map.takenAt({ clientX, clientY });
        return { x: clientX, y: clientY, inFrame, ink: isInk(x, y), even, gap, takes };
    });
}"""


def random_places(layer: str, iso3: str) -> list[list[float]]:
    """Random places inside a country, by its shape."""
    geometry = shapes.load(layer).set_index("iso3").geometry[iso3]
    chance = np.random.default_rng([SEED, countries.C5.index(iso3)])
    west, south, east, north = geometry.bounds
    found: list[list[float]] = []
    while len(found) < COUNT:
        tried = chance.uniform((west, south), (east, north), (400, 2))
        inside = tried[shapely.contains_xy(geometry, tried[:, 0], tried[:, 1])]
        found += inside.tolist()
    return found[:COUNT]


def turn(one, view: str) -> None:
    one.page.get_by_role("radio", name=word(f"views.{view}"), exact=True).dispatch_event("click")
    one.ready(view=view)
    one.page.wait_for_timeout(400)


@pytest.mark.parametrize("page", PAGES)
def test_click_beside_a_line_takes_the_country(visit, page):
    one = visit().open(f"{PAGES[page]}year=2024&view=globe")
    wrong = []
    for view, layer in VIEWS.items():
        turn(one, view)
        for iso3 in countries.C5:
            found = one.page.evaluate(TAKEN, [iso3, random_places(layer, iso3)])
            seen = [place for place in found if place["inFrame"]]
            assert len(seen) > 0.9 * COUNT
            wanted = {"pair": None, "country": iso3, "isEnd": False}
            wrong += [(view, iso3, place) for place in seen if not place["ink"] and place["takes"] != wanted]
            if page == "overview":
                wrong += [(view, iso3, place) for place in seen if place["takes"] != wanted]
            else:
                wrong += [(view, iso3, place) for place in seen if place["ink"] and not place["takes"]["pair"]]
    assert wrong == []


@pytest.mark.parametrize("page", PAGES)
def test_real_click_close_to_a_line_outlines_the_country(visit, page):
    one = visit()
    deaf(one)
    one.open(f"{PAGES[page]}year=2024&view=globe")
    wrong = {}
    for view, layer in VIEWS.items():
        one.mute = False
        turn(one, view)
        one.mute = True
        for iso3 in countries.C5:
            found = one.page.evaluate(TAKEN, [iso3, random_places(layer, iso3)])
            # A real click comes in whole pixels.
            free = [place for place in found if place["inFrame"] and place["even"]]
            spot = min(free, key=lambda place: place["gap"])
            one.page.mouse.click(spot["x"], spot["y"])
            one.page.wait_for_selector('[data-testid="atlas-map"][data-ready="true"]')
            if one.map("selected") != iso3:
                wrong[view, iso3] = one.map("selected")
    assert wrong == {}
    assert faults(one) == []


MIDDLES = """() => [...document.querySelectorAll('.atlas-flow')].map((group) => {
    const path = group.querySelector('path');
    const box = document.querySelector('.atlas-plot').getBoundingClientRect();
    const spot = path.getPointAtLength(path.getTotalLength() / 2);
    return { id: group.dataset.flow, clientX: box.left + spot.x, clientY: box.top + spot.y };
})"""


def test_click_on_the_ink_takes_the_pair_and_is_answered_at_once(visit):
    one = visit()
    deaf(one)
    one.open(f"{PAGES['trade']}year=2024&view=us_central_asia")
    one.mute = True
    one.page.wait_for_timeout(1500)
    taken = {}
    for at in range(10):
        # Anew each time: a page that still grows moves the map.
        line = one.page.evaluate(MIDDLES)[at]
        one.page.mouse.click(line["clientX"], line["clientY"])
        lit = one.page.evaluate("document.querySelector('.atlas-flow.atlas-lit')?.dataset.flow")
        taken[line["id"]] = lit
    # Thin lines are painted over thick ones, so a few middles belong to the line above.
    assert all(taken.values())
    assert sum(lit == line for line, lit in taken.items()) >= 8


def test_ink_over_the_sea_takes_the_country_at_the_end_of_the_line(visit):
    one = visit().open(f"{PAGES['overview']}year=2024&view=us_central_asia")
    at_sea = [
        (line, found["country"])
        for line in one.page.evaluate(MIDDLES)
        if (found := one.page.evaluate("(line) => document.querySelector('.atlas-map').takenAt(line)", line))["isEnd"]
    ]
    assert at_sea
    assert all(country in line["id"].split("-") and country in countries.C5 for line, country in at_sea)
    line, country = at_sea[0]
    one.page.mouse.move(line["clientX"], line["clientY"])
    tip = one.page.locator(".atlas-tip:not(.atlas-twin-tip)")
    assert f"A click chooses {countries.name(country)}." in tip.inner_text()
    one.page.mouse.click(line["clientX"], line["clientY"])
    one.ready(selected=country)


def test_label_of_a_line_says_what_a_click_takes(visit):
    one = visit().open(f"{PAGES['overview']}year=2024&view=central_asia")
    tip = one.page.locator(".atlas-tip:not(.atlas-twin-tip)")
    on_land = next(
        line
        for line in one.page.evaluate(MIDDLES)
        if one.page.evaluate("(line) => document.querySelector('.atlas-map').takenAt(line).country === 'KAZ'", line)
    )
    one.page.mouse.move(on_land["clientX"], on_land["clientY"])
    assert "A click chooses Kazakhstan, the country below." in tip.inner_text()
    one.page.mouse.click(on_land["clientX"], on_land["clientY"])
    one.ready(selected="KAZ")
    there = visit().open(f"{PAGES['trade']}year=2024&view=central_asia")
    line = there.page.evaluate(MIDDLES)[0]
    there.page.mouse.move(line["clientX"], line["clientY"])
    assert word("map.takes_pair") in there.page.locator(".atlas-tip:not(.atlas-twin-tip)").inner_text()
