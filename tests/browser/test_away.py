"""The server goes away and comes back, as it was or as another version: nothing that the reader did is lost."""

import re

import pytest

from components.words import word
from tests.browser.screen import settled

AWAY = """() => document.querySelector('[data-testid="stApp"]').dataset.testConnectionState !== 'CONNECTED'"""
START = "?country=KAZ&year=2020&view=central_asia"


def leave(one, server) -> None:
    server.leave()
    one.page.wait_for_function(AWAY)


def test_year_stepped_while_the_server_is_away_is_there_when_it_is_back(visit, server):
    one = visit(server.address)
    one.open(START)
    assert not one.page.locator(".atlas-lag").first.is_visible()
    leave(one, server)
    one.page.get_by_role("button", name="Previous year").click()
    one.page.wait_for_url(re.compile("year=2019"))
    assert one.map("year") == "2019"
    assert one.page.get_by_text("Kazakhstan, 2020: 904.2 million US dollars").is_visible()
    for said in one.page.locator(".atlas-lag").all():
        assert said.inner_text() == word("map.lag")
    server.come_back()
    settled(one.page)
    assert one.map("year") == "2019"
    assert not one.page.locator(".atlas-lag").first.is_visible()


def test_country_clicked_while_the_server_is_away_is_chosen_when_it_is_back(visit, server):
    one = visit(server.address)
    one.open(f"{START}&flows=off")
    leave(one, server)
    spot = one.pixel(59, 39)
    one.page.mouse.click(spot["x"], spot["y"])
    one.page.wait_for_url(re.compile("country=TKM"))
    server.come_back()
    settled(one.page)
    assert one.map("selected") == "TKM"


def test_year_of_the_flows_stepped_while_the_server_is_away_is_there_when_it_is_back(visit, server):
    one = visit(server.address)
    one.open("trade?set=partners&country=KAZ&year=2022&view=eurasia")
    leave(one, server)
    one.page.get_by_test_id("atlas-year").press("ArrowLeft")
    one.page.wait_for_url(re.compile("year=2021"))
    server.come_back()
    settled(one.page)
    assert one.map("year") == "2021"


def test_other_map_of_a_comparison_has_its_own_year_when_the_server_is_back(visit, server):
    one = visit(server.address)
    one.open("compare?year=2024&compare_year=2020&view=central_asia")
    leave(one, server)
    one.page.get_by_test_id("atlas-year").nth(1).press("ArrowLeft")
    one.page.wait_for_url(re.compile("compare_year=2019"))
    server.come_back()
    settled(one.page)
    assert "&year=2024" in one.page.url


def test_page_is_alive_after_a_restart_without_anything_done_meanwhile(visit, server):
    one = visit(server.address)
    one.open(START)
    leave(one, server)
    server.come_back()
    settled(one.page)
    one.page.get_by_role("radio", name="World").click()
    one.page.wait_for_url(re.compile("view=world"))
    settled(one.page)


def test_choice_of_other_pages_is_there_after_a_restart(visit, server):
    one = visit(server.address)
    one.open("trade?set=partners&country=KAZ&year=2022&view=eurasia")
    one.page.get_by_role("radio", name="Sankey").click()
    one.page.wait_for_url(re.compile("chart=sankey"))
    nav = one.page.get_by_test_id("stTopNav")
    nav.get_by_role("link", name="Overview").click()
    one.page.wait_for_url(re.compile("also="))
    leave(one, server)
    server.come_back()
    settled(one.page)
    nav.get_by_role("link", name="Trade").click()
    one.page.wait_for_url(re.compile(r"set=partners.*chart=sankey"))
    settled(one.page)


@pytest.mark.parametrize("page", ["compare"])
def test_new_version_of_the_map_takes_the_place_of_the_old_one(visit, server_of_copy, page):
    one = visit(server_of_copy.address)
    one.open(f"{page}{START}")
    maps = one.page.locator('[data-testid="atlas-map"]').count()
    leave(one, server_of_copy)
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
    one = visit()
    one.open("?year=2020&view=central_asia")
    one.page.get_by_role("button", name="Previous year").click()
    one.page.wait_for_timeout(pause_ms)
    one.page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True).click()
    one.page.wait_for_url(re.compile(f"/{name.lower()}\\?.*year=2019"))
    settled(one.page)
    one.page.go_back()
    one.page.wait_for_url(re.compile(r"/\?.*year=2019"))
    settled(one.page)


def test_text_typed_just_before_leaving_the_page_comes_along(visit):
    one = visit()
    one.open(START)
    one.page.get_by_label("Search in the news", exact=True).fill("uranium")
    # As a finger does it: press and release at once.
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Data", exact=True).click()
    one.page.wait_for_url(re.compile(r"/data\?.*q%3Duranium"))
    settled(one.page)
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Overview", exact=True).click()
    one.page.wait_for_url(re.compile(r"/\?.*q=uranium"))
    settled(one.page)


def test_year_that_was_playing_comes_along(visit):
    one = visit()
    one.open("?year=2010&view=central_asia")
    one.page.get_by_role("button", name="Play the years").click()
    one.page.wait_for_selector('[data-testid="atlas-map"][data-year="2012"]')
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Trade", exact=True).click()
    one.page.wait_for_url(re.compile(r"/trade\?.*year=201[23]"))
    settled(one.page)


def test_old_page_takes_nothing_more_once_another_is_asked_for(visit):
    one = visit()
    one.open(START)
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Trade", exact=True).click()
    one.page.wait_for_function("() => document.querySelector('[data-testid=\"stMain\"]').inert")
    one.page.wait_for_url(re.compile(r"/trade\?"))
    settled(one.page)
    assert not one.page.evaluate("() => document.querySelector('[data-testid=\"stMain\"]').inert")


@pytest.mark.parametrize(("name", "pause_ms"), [("Trade", 150), ("Data", 60)])
def test_server_that_goes_away_while_a_page_is_being_opened_loses_nothing(visit, server, name, pause_ms):
    one = visit(server.address)
    one.open(START)
    one.page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True).click()
    one.page.wait_for_timeout(pause_ms)
    leave(one, server)
    server.come_back()
    settled(one.page)
    for part in ("year=2020", "country=KAZ", "view=central_asia"):
        assert part in one.page.url


def test_one_press_of_back_leads_to_the_page_before(visit):
    one = visit()
    one.open(START)
    for name in ("Trade", "Compare", "Data"):
        one.page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True).click()
        one.page.wait_for_url(re.compile(f"/{name.lower()}\\?"))
        settled(one.page)
    for path in ("compare", "trade", ""):
        one.page.go_back()
        one.page.wait_for_url(re.compile(rf"\d/{path}\?"))
        settled(one.page)


def test_right_year_that_was_not_chosen_goes_on_following_the_left_one(visit):
    one = visit()
    one.open("compare?year=2020&view=central_asia")
    one.page.wait_for_url(re.compile("compare_year=2015"))
    one.page.reload()
    settled(one.page)
    one.page.get_by_test_id("atlas-year").first.press("PageDown")
    one.page.wait_for_url(re.compile("year=2015.*compare_year=2010"))
    settled(one.page)
