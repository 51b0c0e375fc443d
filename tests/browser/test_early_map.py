"""The live map that is drawn before the page is up, which takes it over where it stands, with what was done on it."""

import re

import pytest

from components.map import publish
from tests.browser.test_first_picture import MAIN, PATIENCE_MS, drawn

STREAMLIT = re.compile(r"/static/js/index\.")
EARLY = "#atlas-first-live .atlas-map"
SEEN = """() => document.querySelector('#atlas-first-live')?.style.visibility === 'visible'
    && document.querySelector('#atlas-first-live .atlas-map')?.dataset.ready === 'true'"""
BOXES = """() => Object.fromEntries(
    [...document.querySelectorAll('.atlas-map .choroplethlayer .choropleth:nth-child(2) path[d]')].map((path) =>
        [path.__data__.loc, main(path)]))"""
PARTS = """() => [...document.querySelectorAll('.atlas-map, .atlas-map > :not(.atlas-lag)')].map((one) => {
    const { left, top, width, height } = one.getBoundingClientRect();
    return [left, top, width, height];
})"""
SHIFT = """
window.shifted = [];
new PerformanceObserver((list) => list.getEntries().forEach((entry) => {
    const nodes = entry.sources.map(({ node }) => (node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML);
    window.shifted.push([entry.value, nodes.map((text) => text?.slice(0, 90))]);
})).observe({ type: 'layout-shift', buffered: true });
"""
# 0.1 passes for a page that does not move; what is left here is the navigation that Streamlit lays out.
MOST_SHIFT = 0.01


class Held:
    """A page whose own scripts are held back, so that its early map is all there is."""

    def __init__(self, one, query: str, *, is_drawn: bool = True) -> None:
        self.one, self.page, self.routes = one, one.page, []
        self.page.set_default_timeout(PATIENCE_MS)
        self.page.add_init_script(MAIN + SHIFT)
        self.page.route(STREAMLIT, lambda route: self.routes.append(route))
        self.page.goto(drawn(f"{one.address}/{query}"), wait_until="commit")
        if is_drawn:
            self.page.wait_for_function(SEEN)

    def let_go(self) -> None:
        for route in self.routes:
            route.continue_()
        self.page.unroute(STREAMLIT)
        self.one.ready()


PHONE = {"width": 390, "height": 844}


@pytest.mark.parametrize(
    ("query", "screen"),
    [
        ("", {}),
        ("?indicator=member.wto&view=eurasia&flows=off", PHONE),
        ("?view=us_central_asia&year=2016", {"dark": True}),
        ("?indicator=gdp_usd&view=world", {"width": 1000, "height": 700}),
    ],
)
def test_page_takes_the_map_over_where_it_stands(visit, query, screen):
    held = Held(visit(is_first=True, **screen), query)
    countries, parts = held.page.evaluate(BOXES), held.page.evaluate(PARTS)
    held.page.evaluate("document.querySelector('.atlas-map').dataset.same = 'yes'")
    held.let_go()
    assert held.one.map("same") == "yes"
    assert held.page.evaluate(PARTS) == [pytest.approx(part, abs=1) for part in parts]
    now = held.page.evaluate(BOXES)
    assert len(countries) >= 5
    assert {iso3: now[iso3] for iso3 in countries} == {
        iso3: pytest.approx(box, abs=1) for iso3, box in countries.items()
    }
    assert held.one.errors == []


@pytest.mark.parametrize(
    ("page", "screen"), [("", {}), ("", PHONE), ("?points=on", PHONE), ("trade", {}), ("compare", PHONE)]
)
def test_page_with_a_map_comes_up_without_a_shift(visit, page, screen):
    one = visit(is_first=True, **screen)
    one.page.set_default_timeout(PATIENCE_MS)
    one.page.add_init_script(SHIFT)
    one.page.goto(drawn(f"{one.address}/{page}"))
    one.ready()
    one.page.wait_for_function("() => !document.querySelector('#root [data-testid=\"stSkeleton\"]')")
    shifted = one.page.evaluate("window.shifted")
    assert sum(value for value, _ in shifted) <= MOST_SHIFT, shifted


@pytest.mark.parametrize("screen", [{}, PHONE], ids=["wide", "phone"])
@pytest.mark.parametrize("page", ["", "trade"])
def test_search_that_comes_late_moves_nothing(visit, page, screen):
    one = visit(**screen)
    one.page.goto(f"{one.address}/{page}")
    one.ready()
    one.page.locator(".atlas-search").wait_for()
    own = '#root [data-testid="atlas-map"]'
    place = one.page.locator(own).bounding_box()
    one.page.evaluate("document.querySelector('.atlas-search').style.display = 'none'")
    assert one.page.locator(own).bounding_box() == pytest.approx(place, abs=1)


def test_country_and_year_chosen_before_the_page_is_up_are_those_of_the_page(visit):
    held = Held(visit(is_first=True), "?country=KAZ&year=2020&flows=off")
    assert "Uzbekistan" in held.one.hover(64, 41.5)
    place = held.one.pixel(64, 41.5)
    held.page.mouse.click(place["x"], place["y"])
    held.page.wait_for_selector(f'{EARLY}[data-ready="true"][data-selected="UZB"]')
    held.page.get_by_role("button", name="Next year").click()
    held.page.wait_for_selector(f'{EARLY}[data-year="2021"]')
    held.let_go()
    held.page.wait_for_url(re.compile(r"country=UZB"))
    held.page.wait_for_url(re.compile(r"year=2021"))
    held.one.ready(selected="UZB", year="2021")
    assert "Uzbekistan" in held.page.get_by_test_id("atlas-answer").inner_text()
    assert "Uzbekistan" in held.one.hover(64, 41.5)
    assert held.one.errors == []


def test_reader_who_acts_beside_the_early_map_keeps_it(visit):
    held = Held(visit(is_first=True), "")
    held.page.evaluate("document.querySelector('.atlas-map').dataset.same = 'yes'")
    held.page.keyboard.press("Tab")
    assert held.page.locator(EARLY).is_visible()
    held.let_go()
    assert held.one.map("same") == "yes"


# The data of the map as an older version had them: without the newest years, and without a country.
OLDER = """() => {
    const told = document.getElementById('atlas-first-data');
    const { cells, years, ...rest } = JSON.parse(told.textContent);
    const before = years.filter((year) => year < 2024);
    const kept = Object.entries(cells).filter(([iso3]) => iso3 !== 'KAZ').map(([iso3, { runs, texts }]) =>
        [iso3, { runs: runs.filter(([at]) => at < before.length),
            texts: texts.split('|').slice(0, before.length).join('|') }]);
    const older = { title: 'Of old', year: before.at(-1), years: before, cells: Object.fromEntries(kept) };
    told.textContent = JSON.stringify({ ...rest, ...older });
}"""


def test_map_of_older_data_becomes_that_of_the_page(visit):
    one = visit(is_first=True)
    scripts = []
    one.page.route(re.compile(r"/first\.js$"), lambda route: scripts.append(route))
    held = Held(one, "?year=2024&flows=off", is_drawn=False)
    one.page.wait_for_selector("#atlas-first-data", state="attached")
    one.page.evaluate(OLDER)
    for script in scripts:
        script.continue_()
    one.page.wait_for_function(SEEN)
    assert one.page.locator(f"{EARLY} .atlas-heading").inner_text().startswith("Of old, 2023")
    held.let_go()
    one.ready(year="2024")
    assert "Of old" not in one.page.locator(".atlas-heading").inner_text()
    assert "Kazakhstan" in one.hover(67, 48)
    assert one.page.get_by_role("alert").count() == 0
    assert one.errors == []


@pytest.mark.parametrize(
    "query", ["?indicator=%3Cscript%3E&view=x&year=abc&country=ZZZ&lang=%22", "?lang=ru", "?show=chart"]
)
def test_link_with_nonsense_or_another_language_comes_up_with_no_fault(visit, query):
    one = visit(is_first=True)
    one.page.set_default_timeout(PATIENCE_MS)
    one.page.goto(drawn(f"{one.address}/{query}"))
    one.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    one.page.wait_for_selector("#atlas-first", state="detached")
    assert one.page.locator("html[data-atlas-first]").count() == 0
    assert one.page.get_by_test_id("atlas-answer").is_visible()
    assert one.page.locator(".atlas-fault, [data-testid='stException']").count() == 0
    assert one.errors == []


def test_page_whose_map_script_fails_at_first_has_its_map(visit):
    one = visit(is_first=True)
    failed = []
    pattern = re.compile(re.escape(publish.address(publish.SCRIPT)) + "$")
    one.page.route(pattern, lambda route: (failed.append(route), route.abort()))
    one.page.set_default_timeout(PATIENCE_MS)
    one.page.goto(drawn(f"{one.address}/"))
    one.ready()
    assert failed
    assert one.page.locator(".atlas-fault").count() == 0
    assert all("ERR_FAILED" in error for error in one.errors)
