"""The search box of every page: a combobox with keys, answers without the server, and ways that lead back."""

import re
import time
from urllib.parse import parse_qs, urlsplit

import pytest

BOX = '.atlas-search input[role="combobox"]'
OPTIONS = '.atlas-search [role="option"]'


def answered(page, text: str) -> list[str]:
    """Titles of what is found for a text that stands in the box."""
    page.wait_for_selector(f'.atlas-search[data-answered="{text}"]', timeout=150_000)
    return page.locator(".atlas-found-title").all_inner_texts()


def chosen(page) -> str:
    """Title of the option that the box says is the active one."""
    return page.evaluate(
        """() => {
            const box = document.querySelector('.atlas-search input');
            const option = document.getElementById(box.getAttribute('aria-activedescendant'));
            const isMarked = option?.getAttribute('aria-selected') === 'true';
            return isMarked && option.querySelector('.atlas-found-title').innerText;
        }"""
    )


def params(page) -> dict[str, str]:
    return {name: value for name, (value,) in parse_qs(urlsplit(page.url).query).items()}


def settle(page, **wanted: str) -> None:
    """Wait until the address says so, and the server has finished its run."""
    page.wait_for_url(lambda url: wanted.items() <= {n: v for n, (v,) in parse_qs(urlsplit(url).query).items()}.items())
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')


@pytest.fixture
def opened(visit):
    one = visit().open()
    one.page.wait_for_selector(BOX)
    return one


def test_box_is_a_combobox_that_keys_lead_through(opened):
    page = opened.page
    box = page.locator(BOX)
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
    sent = len(opened.sent)
    page.keyboard.type("antimony tajikistan")
    titles = answered(page, "antimony tajikistan")
    assert len(opened.sent) == sent, "the server was asked"
    assert re.match(r"Tajikistan · .* · 20\d\d: [\d,]+ tonnes", titles[0])
    assert box.get_attribute("aria-expanded") == "true"
    listbox = page.locator(f"#{box.get_attribute('aria-controls')}")
    assert (listbox.get_attribute("role"), listbox.is_visible()) == ("listbox", True)
    assert page.locator('.atlas-search [role="status"]').inner_text() == f"{len(titles)} results"
    seen = [chosen(page)]
    for key in ("ArrowDown", "End", "ArrowDown", "ArrowUp", "Home"):
        page.keyboard.press(key)
        seen.append(chosen(page))
    assert seen == [titles[0], titles[1], titles[-1], titles[0], titles[-1], titles[0]]
    page.keyboard.press("Escape")
    assert (box.get_attribute("aria-expanded"), listbox.is_visible()) == ("false", False)
    assert box.input_value() == "antimony tajikistan"
    page.keyboard.press("Escape")
    assert box.input_value() == ""
    assert opened.errors == []
    assert opened.foreign == []


def test_answer_is_one_enter_away_and_the_way_back_one_step(opened):
    page = opened.page
    before = params(page)
    page.keyboard.press("Control+k")
    page.keyboard.type("tungsten kazakhstan")
    answered(page, "tungsten kazakhstan")
    page.evaluate("window.isSame = true")
    page.keyboard.press("Enter")
    opened.ready(indicator="production.tungsten", selected="KAZ")
    settle(page, indicator="production.tungsten", country="KAZ")
    page.keyboard.press("Control+k")
    page.keyboard.type("CL003")
    answered(page, "CL003")
    page.locator(OPTIONS).first.click()
    settle(page, claim="CL003")
    assert urlsplit(page.url).path.endswith("/claims")
    page.go_back()
    opened.ready(indicator="production.tungsten", selected="KAZ")
    page.go_back()
    opened.ready(indicator=before["indicator"])
    assert page.evaluate("window.isSame") is True, "the page was loaded anew"


def test_keys_of_the_search_are_letters_where_something_is_typed(opened):
    page = opened.page
    box = page.locator('[data-testid="stMain"] input[type="text"]:not([role])').first
    box.click()
    page.keyboard.type("a/b")
    page.keyboard.press("Control+k")
    assert box.input_value() == "a/b"
    assert page.evaluate("document.activeElement.getAttribute('role')") != "combobox"


def test_result_is_a_link_that_opens_in_a_tab_of_its_own_in_the_language_of_the_page(opened):
    page = opened.page
    page.locator(BOX).fill("population uzbekistan 2020")
    answered(page, "population uzbekistan 2020")
    address = page.locator(f"{OPTIONS} a").first.get_attribute("href")
    assert address.startswith(f"{opened.address}/?")
    wanted = {"indicator": "population", "year": "2020", "country": "UZB", "view": params(page)["view"]}
    assert {name: value for name, (value,) in parse_qs(urlsplit(address).query).items()} == wanted


def test_old_link_of_the_data_page_opens_the_box_with_its_text(visit):
    one = visit()
    one.page.goto(f"{one.address}/data?q=wabtec")
    assert "Wabtec" in answered(one.page, "wabtec")[0]
    one.page.keyboard.press("Escape")
    settle(one.page)
    until = time.monotonic() + 20
    while "q" in params(one.page) and time.monotonic() < until:
        one.page.wait_for_timeout(100)
    assert "q" not in params(one.page)


def test_box_fills_the_screen_of_a_phone_while_it_is_open(visit):
    one = visit(width=390, height=844).open()
    page = one.page
    page.locator(BOX).click()
    page.locator(BOX).fill("uranium share")
    answered(page, "uranium share")
    sheet = page.locator(".atlas-search").bounding_box()
    assert (sheet["x"], sheet["y"], sheet["width"], sheet["height"]) == (0, 0, 390, 844)
    assert page.locator(OPTIONS).first.bounding_box()["height"] >= 44
    page.get_by_role("button", name="Close the search").click()
    assert page.locator(".atlas-search").bounding_box()["height"] < 100
