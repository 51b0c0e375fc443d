"""The first picture of a page: as the live map will be, in its place and colours, and gone when that is there."""

import re
import time
import urllib.request

import pytest

from components.map import publish

# Colours and places of the countries that have a path of their own, first in the picture and then on the live map.
DRAWN = """() => [...document.querySelectorAll('#atlas-first .atlas-first-drawn')].map((one) => Object.fromEntries(
    [...one.querySelectorAll('path[data-iso3]')].map((path) => [path.dataset.iso3, [getComputedStyle(path).fill,
        ...main(path)]])))"""
LIVE = """() => [...document.querySelectorAll('#root .atlas-map')].map((one) => Object.fromEntries(
    [...one.querySelectorAll('.choroplethlayer .choropleth:nth-child(2) path[d]')].map((path) => [path.__data__.loc,
        [getComputedStyle(path).fill, ...main(path)]])))"""
READY = """(count) => document.querySelectorAll('#root .atlas-map[data-ready="true"]').length === count
    && !document.querySelector('#root [data-testid="stSkeleton"]')"""
PATIENCE_MS = 90_000
# The box of the largest part of a shape in the window: small islands are left out of the picture.
MAIN = """
window.main = (path) => {
    const parts = path.getAttribute('d').match(/M[^M]*/g).map((d) => {
        const one = path.cloneNode();
        one.setAttribute('d', d);
        path.parentNode.append(one);
        const { left, top, width, height } = one.getBoundingClientRect();
        const { width: wide, height: high } = one.getBBox();
        one.remove();
        return { size: wide * high, box: [left, top, left + width, top + height] };
    });
    return parts.sort((a, b) => b.size - a.size)[0].box;
};
window.shifts = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => entry.sources.forEach(({ node }) => {
    const of = node?.nodeType === 1 ? node : node?.parentElement;
    if (of?.closest('#atlas-first, .atlas-first-drawn')) window.shifts.push(of.outerHTML.slice(0, 80));
}))).observe({ type: 'layout-shift', buffered: true });
"""


def drawn(address: str) -> str:
    """The address, once its picture is there: one that takes long to draw is left out of the first answers."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while b"<svg" not in urllib.request.urlopen(address, timeout=PATIENCE_MS / 1000).read():
        assert time.monotonic() < until, "the picture was not drawn"
    return address


def first_and_live(one, query: str) -> tuple[list, list]:
    """What a page shows first, held until it is read, and what it shows then."""
    held = []
    one.page.set_default_timeout(PATIENCE_MS)
    one.page.add_init_script(MAIN)
    one.page.route(re.compile(r"/static/js/index\."), lambda route: held.append(route))
    one.page.goto(drawn(f"{one.address}/{query}"), wait_until="commit")
    one.page.wait_for_selector("#atlas-first + script + script", state="attached")
    one.page.evaluate("document.fonts.ready")
    first = one.page.evaluate(DRAWN)
    for route in held:
        route.continue_()
    one.page.unroute_all()
    one.page.wait_for_function(READY, arg=len(first))
    one.ready()
    return first, one.page.evaluate(LIVE)


CASES = [
    ("?view=five&flows=off", {}),
    ("?indicator=gdp_usd&view=world", {"dark": True}),
    ("?indicator=member.wto&view=eurasia&flows=off", {}),
    ("?view=us_central_asia", {"width": 390, "height": 844}),
    ("compare?indicator=us_balance_usd&view=globe", {}),
    ("trade?direction=net", {"width": 390, "height": 844, "dark": True}),
]


@pytest.mark.parametrize(("query", "screen"), CASES)
def test_picture_has_the_colours_and_the_place_of_the_live_map(visit, query, screen):
    one = visit(is_first=True, **screen)
    firsts, lives = first_and_live(one, query)
    assert len(firsts) == len(lives) > 0
    for first, live in zip(firsts, lives, strict=True):
        assert len(first) >= 5
        assert {iso3: fill for iso3, (fill, *_) in first.items()} == {iso3: live[iso3][0] for iso3 in first}
        down = sorted(live[iso3][2] - first[iso3][2] for iso3 in first)[len(first) // 2]
        assert abs(down) <= 1
        off = {
            iso3: [round(a - b, 1) for a, b in zip(live[iso3][1:], box, strict=True)]
            for iso3, (_, *box) in first.items()
        }
        moved = [max(abs(left), abs(top - down), abs(right), abs(low - down)) for left, top, right, low in off.values()]
        assert max(moved) <= 2, off
    assert one.page.evaluate("window.shifts") == []
    assert one.page.locator("#atlas-first, .atlas-first-drawn, #atlas-first-style").count() == 0
    assert one.errors == [] or all("404" in error for error in one.errors)


GROUNDS = """
window.grounds = new Set();
const look = () => {
    const found = document.querySelector('[data-testid="stApp"]') ?? document.body;
    if (found) window.grounds.add(getComputedStyle(found).backgroundColor);
    requestAnimationFrame(look);
};
look();
"""


@pytest.mark.parametrize("query", ["", "data"])
def test_ground_is_one_and_the_same_from_the_first_on(visit, query):
    one = visit(is_first=True, dark=True)
    one.page.add_init_script(GROUNDS)
    one.page.goto(drawn(f"{one.address}/{query}"))
    one.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    one.page.wait_for_function("() => !document.getElementById('atlas-first-style')")
    assert one.page.evaluate("[...window.grounds]") == ["rgb(14, 19, 25)"]


def test_what_is_asked_for_early_is_asked_for_once(visit):
    one = visit(is_first=True)
    asked: list[str] = []
    one.page.on("request", lambda request: asked.append(request.url.removeprefix(f"{one.address}/")))
    one.page.set_default_timeout(PATIENCE_MS)
    one.page.goto(drawn(f"{one.address}/?view=five"), wait_until="commit")
    one.page.wait_for_function(READY, arg=1)
    layer = publish.layers()["region"]
    named = [publish.address(name) for name in (publish.SCRIPT, publish.PLOTLY, publish.STYLE)]
    assert [asked.count(address) for address in (*named, layer, "app/static/geo/topojson/world_110m.json")] == [1] * 5


def test_reader_who_acts_before_the_page_is_there_meets_no_picture_over_it(visit):
    one = visit(is_first=True)
    one.page.route(re.compile(r"/static/js/index\."), lambda route: None)
    one.page.goto(drawn(f"{one.address}/"), wait_until="commit")
    one.page.wait_for_selector("#atlas-first svg")
    assert one.page.evaluate("getComputedStyle(document.getElementById('atlas-first')).pointerEvents") == "none"
    ids = one.page.evaluate("[...document.querySelectorAll('[id]')].map(({ id }) => id)")
    assert len(ids) == len(set(ids))


def test_page_without_scripts_has_picture_sentence_and_table(browser, app_address):
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    page = context.new_page()
    page.goto(drawn(f"{app_address}/?indicator=us_imports_usd&year=2024"))
    assert "The US bought" in page.locator(".atlas-first-answer").inner_text()
    box = page.locator("#atlas-first svg").bounding_box()
    assert box["width"] > 600
    assert box["height"] > 300
    assert page.locator("table tbody tr").count() == 6
    assert page.get_by_role("cell", name="Kazakhstan").is_visible()
    assert page.locator("table").bounding_box()["y"] > box["y"] + box["height"] - 5
    context.close()
