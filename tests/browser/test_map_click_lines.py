"""With lines on, a click in a country takes that country wherever it is not on the ink of a line, in every view."""

from contextlib import suppress

import numpy as np
import pytest
import shapely
from playwright.sync_api import TimeoutError

from components.words import word
from data.package import countries
from geo import shapes
from tests.browser import hands
from tests.browser.conftest import Visit
from tests.browser.test_click import deaf
from tests.browser.test_trade_page import faults

SEED = 9
COUNT = 100
VIEWS = {
    "five": "region",
    "central_asia": "region",
    "eurasia": "world",
    "us_central_asia": "world",
    "world": "world",
    "globe": "world",
}
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
    // A place outside the box of a stroke is not asked for: most strokes are far from most places.
    const inks = [...document.querySelectorAll('.atlas-flow path')].map((path) => {
        const { x, y, width, height } = path.getBBox();
        const room = 1 + parseFloat(getComputedStyle(path).strokeWidth || 0);
        return { path, left: x - room, right: x + width + room, top: y - room, bottom: y + height + room,
            isFilled: path.getAttribute('fill') !== 'none' };
    });
    const shape = [...document.querySelectorAll('.choroplethlayer path')].find((one) => one.__data__.loc === iso3);
    const isInk = (x, y) => inks.some(({ path, left, right, top, bottom, isFilled }) =>
        x >= left && x <= right && y >= top && y <= bottom && (path.isPointInStroke(new DOMPoint(x, y))
        || (isFilled && path.isPointInFill(new DOMPoint(x, y)))));
    const along = [...document.querySelectorAll('.atlas-flow path:first-child')].flatMap((path) => {
        const length = path.getTotalLength();
        return Array.from({ length: 100 }, (_, i) => path.getPointAtLength((length * i) / 99));
    });
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
    hands.view(word(f"views.{view}"))(one.page)
    one.ready(view=view)
    # The old view has faded, and what takes a click has come with the new one.
    one.page.wait_for_function("() => !document.querySelector('.atlas-ghost')")
    one.page.wait_for_timeout(400)


@pytest.fixture(scope="module", params=PAGES)
def walked(request, windows, app_address):
    """A page, and by view and country the places and what a real click close to a line took."""
    one = Visit(windows, app_address)
    deaf(one)
    one.open(f"{PAGES[request.param]}year=2024&view=globe")
    places, clicked = {}, {}
    for view, layer in VIEWS.items():
        one.mute = False
        turn(one, view)
        one.mute = True
        found = {iso3: one.page.evaluate(TAKEN, [iso3, random_places(layer, iso3)]) for iso3 in countries.C5}
        for iso3 in countries.C5:
            places[view, iso3] = [place for place in found[iso3] if place["inFrame"]]
            # A real click comes in whole pixels.
            spot = min((place for place in places[view, iso3] if place["even"]), key=lambda place: place["gap"])
            one.page.mouse.click(spot["x"], spot["y"])
            with suppress(TimeoutError):
                one.page.wait_for_selector(f'[data-testid="atlas-map"][data-ready="true"][data-selected="{iso3}"]')
            clicked[view, iso3] = one.map("selected")
    said = faults(one)
    one.close()
    return request.param, places, clicked, said


def test_click_beside_a_line_takes_the_country(walked):
    page, places, _, _ = walked
    wrong = []
    for (view, iso3), seen in places.items():
        assert len(seen) > 0.9 * COUNT
        wanted = {"pair": None, "country": iso3, "isEnd": False}
        wrong += [(view, iso3, place) for place in seen if not place["ink"] and place["takes"] != wanted]
        if page == "overview":
            wrong += [(view, iso3, place) for place in seen if place["takes"] != wanted]
        else:
            wrong += [(view, iso3, place) for place in seen if place["ink"] and not place["takes"]["pair"]]
    assert wrong == []


def test_real_click_close_to_a_line_outlines_the_country(walked):
    _, _, clicked, said = walked
    assert len(clicked) == len(VIEWS) * len(countries.C5)
    assert {at: taken for at, taken in clicked.items() if taken != at[1]} == {}
    assert said == []


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
