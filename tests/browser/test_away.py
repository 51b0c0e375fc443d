"""The server goes away and comes back, as it was or as another version: nothing that the reader did is lost."""

import re

import pytest

from components.words import word
from tests.browser.conftest import Visit
from tests.browser.hands import view
from tests.browser.screen import settled

AWAY = """() => document.querySelector('[data-testid="stApp"]').dataset.testConnectionState !== 'CONNECTED'"""
START = "?country=KAZ&year=2020&view=central_asia"


def navigation(page, name: str):
    return page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True)


def closed(page) -> None:
    """Close what Streamlit says of a server that is away: it comes after four seconds, and has the keys."""
    said = page.get_by_test_id("stDialog")
    said.wait_for()
    page.keyboard.press("Escape")
    said.wait_for(state="hidden")


def year_stepped_and_country_clicked(one):
    assert not one.page.locator(".atlas-lag").first.is_visible()
    yield
    one.page.get_by_role("button", name="Previous year").click()
    one.page.wait_for_url(re.compile("year=2019"))
    assert one.map("year") == "2019"
    assert one.page.get_by_text("Kazakhstan, 2020: 904.2 million US dollars").is_visible()
    for said in one.page.locator(".atlas-lag").all():
        assert said.inner_text() == word("map.lag")
    spot = one.pixel(59, 39)
    one.page.mouse.click(spot["x"], spot["y"])
    one.page.wait_for_url(re.compile("country=TKM"))
    yield
    settled(one.page)
    assert one.map("year") == "2019"
    assert one.map("selected") == "TKM"
    assert not one.page.locator(".atlas-lag").first.is_visible()


def year_of_the_flows_stepped(one):
    yield
    closed(one.page)
    one.page.get_by_test_id("atlas-year").press("ArrowLeft")
    one.page.wait_for_url(re.compile("year=2021"))
    yield
    settled(one.page)
    assert one.map("year") == "2021"


def year_of_the_other_map_stepped(one):
    yield
    closed(one.page)
    one.page.get_by_test_id("atlas-year").nth(1).press("ArrowLeft")
    one.page.wait_for_url(re.compile("compare_year=2019"))
    yield
    settled(one.page)
    assert "&year=2024" in one.page.url


def chosen_on_another_page(one):
    one.page.get_by_role("radio", name="Sankey").click()
    one.page.wait_for_url(re.compile("chart=sankey"))
    navigation(one.page, "Overview").click()
    one.page.wait_for_url(re.compile("also="))
    yield
    # It goes away and comes back without anything done meanwhile.
    yield
    settled(one.page)
    view("World")(one.page)
    one.page.wait_for_url(re.compile("view=world"))
    settled(one.page)
    navigation(one.page, "Trade").click()
    one.page.wait_for_url(re.compile(r"set=partners.*chart=sankey"))
    settled(one.page)


def opened(one, name: str, pause_ms: int):
    navigation(one.page, name).click()
    one.page.wait_for_timeout(pause_ms)
    yield
    yield
    settled(one.page)
    for part in ("year=2020", "country=KAZ", "view=central_asia"):
        assert part in one.page.url


def trade_being_opened(one):
    yield from opened(one, "Trade", 40)


def data_being_opened(one):
    yield from opened(one, "Data", 60)


FLOWS_OF_KAZAKHSTAN = "trade?set=partners&country=KAZ&year=2022&view=eurasia"
# What readers do before their server goes away, while it is away and once it is back; and the link each starts from.
ABSENCES = (
    {
        year_stepped_and_country_clicked: START,
        year_of_the_flows_stepped: FLOWS_OF_KAZAKHSTAN,
        year_of_the_other_map_stepped: "compare?year=2024&compare_year=2020&view=central_asia",
    },
    {
        chosen_on_another_page: FLOWS_OF_KAZAKHSTAN,
        # The server goes away while their pages are on their way: for the first, the time of a click later.
        trade_being_opened: START,
        data_being_opened: START,
    },
)


class Story:
    """What happens to one reader, in parts; what goes wrong in one of them is kept for the test of this reader."""

    def __init__(self, one, tell, start: str) -> None:
        self.one, self.fault = one, None
        self.parts = tell(one)
        self._try(lambda: one.open(start))

    def _try(self, part) -> None:
        if self.fault is None:
            try:
                part()
            except Exception as fault:
                self.fault = fault

    def go_on(self) -> None:
        self._try(lambda: next(self.parts, None))

    def lose_the_server(self) -> None:
        self._try(lambda: self.one.page.wait_for_function(AWAY))


@pytest.fixture(scope="module")
def stories(windows, server_of_file):
    """All readers of an absence lose the server at once, and have it back; then each finds out what is there."""
    readers = [Visit(windows, server_of_file.address) for _ in range(3)]
    told: dict = {}
    for absence in ABSENCES:
        heard = [Story(one, *each) for one, each in zip(readers, absence.items(), strict=True)]
        for story in heard:
            story.go_on()
        server_of_file.leave()
        for story in heard:
            story.lose_the_server()
        for story in heard:
            story.go_on()
        server_of_file.come_back()
        for story in heard:
            story.go_on()
        told |= dict(zip(absence, heard, strict=True))
    for one in readers:
        one.close()
    return told


@pytest.mark.parametrize("tell", [tell for absence in ABSENCES for tell in absence], ids=lambda tell: tell.__name__)
def test_what_was_done_is_there_when_the_server_is_back(stories, tell):
    if stories[tell].fault:
        raise stories[tell].fault


@pytest.mark.parametrize("page", ["compare"])
def test_new_version_of_the_map_takes_the_place_of_the_old_one(visit, server_of_copy, page):
    one = visit(server_of_copy.address)
    one.open(f"{page}{START}")
    maps = one.page.locator('[data-testid="atlas-map"]').count()
    server_of_copy.leave()
    one.page.wait_for_function(AWAY)
    one.page.get_by_test_id("atlas-year").first.press("ArrowLeft")
    one.page.wait_for_url(re.compile("year=2019"))
    root = server_of_copy.root
    for path in (root / "static" / "map" / "atlas.js", root / "components" / "widgets" / "common" / "connection.js"):
        path.write_text(path.read_text("utf-8") + "// of another version\n", "utf-8")
    server_of_copy.come_back()
    settled(one.page)
    assert one.page.locator('[data-testid="atlas-map"]').count() == maps
    assert one.map("year") == "2019"
    one.page.get_by_role("button", name="Previous year").first.click()
    one.page.wait_for_url(re.compile("year=2018"))
    settled(one.page)


@pytest.mark.parametrize(("name", "pause_ms"), [("Trade", 0), ("Data", 120), ("Trade", 340)])
def test_year_stepped_just_before_leaving_the_page_comes_along_and_stays_behind(visit, name, pause_ms):
    one = visit().open("?year=2020&view=central_asia")
    one.page.get_by_role("button", name="Previous year").click()
    one.page.wait_for_timeout(pause_ms)
    navigation(one.page, name).click()
    one.page.wait_for_url(re.compile(f"/{name.lower()}\\?.*year=2019"))
    settled(one.page)
    one.page.go_back()
    one.page.wait_for_url(re.compile(r"/\?.*year=2019"))
    settled(one.page)


# The map has its answer, and the run that gives it has not come to its end, where it writes the address.
LEAVE_WHEN_ANSWERED = """() => window.addEventListener("atlas:answered", ({ detail: { part, value } }) => {
  if (part === "year" && value === "2019") document.querySelector('[data-testid="stTopNav"] a[href*="data"]').click();
}, true)"""


def test_year_of_a_run_that_was_left_is_there_on_coming_back(visit, server_of_copy):
    server_of_copy.leave()
    file = server_of_copy.root / "components" / "reader" / "session.py"
    head = "wanted = link.write("
    file.write_text(file.read_text("utf-8").replace(head, f'__import__("time").sleep(0.5)\n    {head}'), "utf-8")
    server_of_copy.come_back()
    one = visit(server_of_copy.address).open("?year=2020&view=central_asia")
    one.page.evaluate(LEAVE_WHEN_ANSWERED)
    one.page.get_by_role("button", name="Previous year").click()
    one.page.wait_for_url(re.compile(r"/data\?.*year=2019"))
    settled(one.page)
    one.page.go_back()
    one.page.wait_for_url(re.compile(r"/\?.*year=2019"))
    settled(one.page)


def test_text_typed_just_before_leaving_the_page_comes_along(reader):
    one = reader.look(START)
    one.page.get_by_label("Search in the news", exact=True).fill("uranium")
    # As a finger does it: press and release at once.
    navigation(one.page, "Data").click()
    one.page.wait_for_url(re.compile(r"/data\?.*q%3Duranium"))
    settled(one.page)
    navigation(one.page, "Overview").click()
    one.page.wait_for_url(re.compile(r"/\?.*q=uranium"))
    settled(one.page)


def test_year_that_was_playing_comes_along(reader):
    one = reader.look("?year=2010&view=central_asia")
    one.page.get_by_role("button", name="Play the years").click()
    one.page.wait_for_selector('[data-testid="atlas-map"][data-year="2012"]')
    navigation(one.page, "Trade").click()
    one.page.wait_for_url(re.compile(r"/trade\?.*year=20(1[2-9]|2\d).*set="))
    settled(one.page)


def test_old_page_takes_nothing_more_once_another_is_asked_for(reader):
    one = reader.look(START)
    navigation(one.page, "Trade").click()
    one.page.wait_for_function("() => document.querySelector('[data-testid=\"stMain\"]').inert")
    one.page.wait_for_url(re.compile(r"/trade\?"))
    settled(one.page)
    assert not one.page.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').inert")


def test_one_press_of_back_leads_to_the_page_before(visit):
    one = visit().open(START)
    for name in ("Trade", "Compare", "Data"):
        navigation(one.page, name).click()
        one.page.wait_for_url(re.compile(f"/{name.lower()}\\?"))
        settled(one.page)
    for path in ("compare", "trade", ""):
        one.page.go_back()
        one.page.wait_for_url(re.compile(rf"\d/{path}\?"))
        settled(one.page)


@pytest.mark.parametrize("pause_ms", [60, 120, 200])
def test_page_that_was_left_and_asked_for_again_at_once_has_its_own_address(reader, pause_ms):
    one = reader.look("trade?set=partners&country=KAZ&year=2022&view=eurasia")
    navigation(one.page, "Overview").click()
    one.page.wait_for_timeout(pause_ms)
    navigation(one.page, "Trade").click()
    one.page.wait_for_timeout(500)
    one.page.wait_for_url(re.compile(r"/trade\?.*[?&]set=partners"))
    settled(one.page)
    navigation(one.page, "Data").click()
    one.page.wait_for_url(re.compile(r"/data\?"))
    settled(one.page)
    assert "also=flow_set" in one.page.url


def test_right_year_that_was_not_chosen_goes_on_following_the_left_one(reader):
    one = reader.look("compare?year=2020&view=central_asia")
    one.page.wait_for_url(re.compile("compare_year=2015"))
    one.page.reload()
    settled(one.page)
    one.page.get_by_test_id("atlas-year").first.press("PageDown")
    one.page.wait_for_url(re.compile("year=2015.*compare_year=2010"))
    settled(one.page)
