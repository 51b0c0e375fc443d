"""Another indicator is painted from the browser's own shelf, before the server has answered, and is the same map."""

import re

import pytest

from components.words import word

PAINTED = """() => Object.fromEntries(
    [...document.querySelectorAll('.choroplethlayer > .choropleth')[1].children]
        .map((path) => [path.__data__.loc, [path, getComputedStyle(path)]])
        .map(([iso3, [path, { fill, stroke }]]) => [iso3, [fill, stroke, path.style.opacity || '1']]))"""
LIST = {"role": "combobox", "name": "Indicator"}


class Answers:
    """The server's side of a page's websocket, which can be withheld."""

    def __init__(self, one) -> None:
        self.held: list | None = None
        one.page.route_web_socket(re.compile("stcore/stream"), self._connect)

    def _connect(self, socket) -> None:
        self.socket = socket
        server = socket.connect_to_server()
        server.on_message(lambda said: socket.send(said) if self.held is None else self.held.append(said))

    def hold(self) -> None:
        self.held = []

    def let_go(self) -> None:
        held, self.held = self.held or [], None
        for said in held:
            self.socket.send(said)


def at_rest(one) -> None:
    """Wait until the browser has fetched the shelf."""
    one.page.wait_for_function(
        "() => performance.getEntriesByType('resource').some(({ name }) => name.includes('/preload-'))"
    )
    one.page.wait_for_timeout(300)


def seen(one) -> tuple:
    page = one.page
    legend = page.locator(".atlas-legend li").all_text_contents()
    labels = page.locator(".atlas-label text").all_text_contents()
    return page.evaluate(PAINTED), legend, labels, page.get_attribute(".atlas-picture", "aria-label"), one.hover(68, 48)


def choose(one, title: str) -> None:
    one.page.get_by_role(**LIST).click()
    one.page.get_by_role("option", name=re.compile(title)).first.click()


@pytest.mark.parametrize("view", ["central_asia", "us_central_asia"])
def test_map_is_painted_while_the_answer_is_on_its_way(visit, shelf, view):
    query = f"?view={view}&year=2023&flows=off&country=UZB"
    one = visit()
    answers = Answers(one)
    one.open(f"{query}&indicator=us_imports_usd")
    at_rest(one)
    answers.hold()
    choose(one, "US exports")
    one.page.wait_for_selector('.atlas-map[data-ready="true"][data-indicator="us_exports_usd"]')
    assert one.page.locator(".atlas-heading").text_content() == "US exports of goods (f.a.s.), 2023"
    ahead = seen(one)
    assert "indicator=us_imports_usd" in one.page.url
    answers.let_go()
    one.page.wait_for_url(re.compile("indicator=us_exports_usd"))
    one.ready(indicator="us_exports_usd")
    fresh = visit().open(f"{query}&indicator=us_exports_usd")
    assert ahead == seen(one) == seen(fresh)
    assert one.errors == []


def test_list_is_followed_by_keyboard_and_what_is_only_typed_is_taken_back(visit, shelf):
    one = visit().open("?view=world&year=2024&flows=off&indicator=us_imports_usd")
    at_rest(one)
    field = one.page.get_by_role(**LIST)
    field.fill("US exports of goods (f.a.s.)")
    field.press("Escape")
    one.page.wait_for_timeout(600)
    one.ready(indicator="us_imports_usd")
    field.fill("US exp")
    one.page.get_by_role("option", name=re.compile("US exports")).first.wait_for()
    field.press("Enter")
    one.page.wait_for_url(re.compile("indicator=us_exports_usd"))
    one.ready(indicator="us_exports_usd")
    assert one.errors == []


def test_what_may_not_stand_in_the_file_comes_with_the_answer(visit, shelf):
    one = visit()
    answers = Answers(one)
    one.open("?view=world&year=2021&flows=off&indicator=exports_by_partner_usd.uzb")
    at_rest(one)
    answers.hold()
    choose(one, "Exports of Kazakhstan")
    one.page.wait_for_timeout(600)
    assert one.map("indicator") == "exports_by_partner_usd.uzb"
    answers.let_go()
    one.ready(indicator="exports_by_partner_usd.kaz")
    fresh = visit().open("?view=world&year=2021&flows=off&indicator=exports_by_partner_usd.kaz")
    china = [page.hover(103, 35) for page in (one, fresh)]
    assert china[0] == china[1]
    assert "million US dollars" in china[0]
    assert one.page.get_attribute(".atlas-picture", "aria-label") == fresh.page.get_attribute(
        ".atlas-picture", "aria-label"
    )
    assert one.page.evaluate(PAINTED) == fresh.page.evaluate(PAINTED)
    assert one.errors == []


def test_limits_of_the_readers_own_wait_for_the_server(visit, shelf):
    one = visit()
    answers = Answers(one)
    one.open("?view=world&year=2024&flows=off&indicator=us_imports_usd&classes=10;500")
    one.page.wait_for_timeout(1000)
    answers.hold()
    choose(one, "US exports")
    one.page.wait_for_timeout(600)
    assert one.map("indicator") == "us_imports_usd"
    answers.let_go()
    one.ready(indicator="us_exports_usd")
    assert one.page.get_by_role("button", name="500 and more").count() == 1
    assert one.errors == []


def test_colours_stay_when_the_map_is_moved_after_a_change_in_place(visit, shelf):
    one = visit().open("?view=central_asia&year=2023&flows=off&indicator=us_imports_usd")
    at_rest(one)
    choose(one, "US trade balance")
    one.page.wait_for_url(re.compile("indicator=us_balance_usd"))
    one.ready(indicator="us_balance_usd")
    fresh = visit().open("?view=central_asia&year=2023&flows=off&indicator=us_balance_usd")
    for page in (one.page, fresh.page):
        page.get_by_role("button", name="Zoom in").click()
        page.wait_for_timeout(500)
    assert seen(one) == seen(fresh)
    for other in (one, fresh):
        other.page.get_by_text(word("controls.points"), exact=True).click()
        other.page.wait_for_url(re.compile("points=on"))
        other.ready()
        other.page.wait_for_timeout(500)
    assert seen(one) == seen(fresh)
    assert one.errors == []
