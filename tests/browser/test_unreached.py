"""Files that do not reach the browser: the map goes on with the server's answer, or says what is missing."""

import re
import time

import pytest

from tests.browser.screen import PATIENCE_S, settled

PAGE = {"status": 200, "content_type": "text/html", "body": "<!doctype html><title>Sign in to the network</title>"}
# What stands in the way of a file: (what is answered in its place, None where nothing is)
WAYS = {
    "blocked": None,
    "a page in its place": PAGE,
    "another file": {"status": 200, "content_type": "application/json", "body": '{"error": "login required"}'},
}
SHELF = re.compile(r"/published/preload-[\w.]+\.json")


def bar(one, pattern: re.Pattern, way: str) -> None:
    answer = WAYS[way]
    one.page.route(pattern, lambda route: route.fulfill(**answer) if answer else route.abort())


def choose(one, title: str) -> None:
    one.page.get_by_role("combobox", name="Indicator").click()
    one.page.get_by_role("option", name=title, exact=True).click()


@pytest.mark.parametrize("way", WAYS)
def test_map_goes_on_without_the_file_of_all_indicators(visit, shelf, way):
    one = visit()
    bar(one, SHELF, way)
    one.open("?view=central_asia&indicator=us_imports_usd&year=2020&country=KAZ")
    one.page.get_by_test_id("atlas-year").press("ArrowLeft")
    settled(one.page)
    choose(one, "US exports of goods (f.a.s.)")
    one.ready(indicator="us_exports_usd")
    settled(one.page)


def test_file_that_comes_too_late_is_not_waited_for(visit, shelf):
    one = visit()
    waiting = []
    one.page.route(SHELF, lambda route: waiting.append(route))
    one.open("?view=central_asia&indicator=us_imports_usd&year=2020")
    one.page.get_by_test_id("atlas-year").press("ArrowLeft")
    settled(one.page)
    assert waiting


WIDGETS = re.compile(r"/static/js/(Selectbox|ButtonGroup|Radio)\.")


def test_widgets_that_come_after_it_was_given_up_show_what_was_chosen(visit, shelf):
    one = visit()
    late, files = [], []
    one.page.route(WIDGETS, lambda route: late.append(route))
    one.page.route(SHELF, lambda route: files.append(route))
    with one.page.expect_request(SHELF):
        one.open("?view=central_asia&indicator=us_imports_usd&year=2020&country=KAZ")
    told = len(one.sent)
    until = time.monotonic() + PATIENCE_S
    while len(one.sent) == told:
        assert time.monotonic() < until, "it was not given up"
        one.page.wait_for_timeout(50)
        while files:
            files.pop().fulfill(**WAYS["another file"])
    one.ready()
    assert late
    for route in late:
        route.continue_()
    one.page.get_by_role("combobox", name="Indicator").wait_for()
    one.page.get_by_test_id("atlas-year").press("ArrowLeft")
    one.page.wait_for_url(re.compile("year=2019"))
    settled(one.page)
    for part in ("country=KAZ", "view=central_asia"):
        assert part in one.page.url


NEEDED = [
    (re.compile(r"/static/map/atlas\.js"), "atlas.js", "blocked"),
    (re.compile(r"/static/map/plotly/plotly-geo\.min\.js"), "plotly-geo.min.js", "a page in its place"),
    (re.compile(r"/static/geo/world\.json"), "world.json", "another file"),
    (re.compile(r"/topojson/world_110m\.json"), "world_110m.json", "a page in its place"),
]


@pytest.mark.parametrize(("pattern", "name", "way"), NEEDED, ids=[name for _, name, _ in NEEDED])
def test_map_says_what_is_missing_and_is_drawn_once_it_is_there(visit, pattern, name, way):
    one = visit()
    bar(one, pattern, way)
    one.page.goto(f"{one.address}/?view=world&indicator=us_imports_usd&year=2020")
    alert = one.page.locator(".atlas-fault")
    alert.wait_for()
    assert "The map could not be drawn" in alert.inner_text()
    assert name in alert.inner_text()
    one.page.unroute(pattern)
    alert.get_by_role("button", name="Try again").click()
    one.ready(year="2020")
    assert alert.count() == 0
