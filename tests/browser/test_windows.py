"""Windows of every width, several tabs, a frame in another page: the region is whole, and each has its own choice."""

import re

import pytest

from components.words import word
from tests.browser import hands
from tests.browser.screen import settled

FIVE = ["KAZ", "KGZ", "TJK", "TKM", "UZB"]
WIDTHS = ((320, 640), (768, 1024), (2560, 1440), (2560, 1080), (3840, 2160))
# Pixels between the picture's edges and a country's: left, top, right, bottom; and the size of the picture.
ROOM = """(codes) => {
  const picture = document.querySelector('.atlas-picture').getBoundingClientRect();
  const paths = [...document.querySelectorAll('.choroplethlayer path')];
  const room = codes.map((code) => {
    const shape = paths.find((path) => path.__data__.loc === code).getBoundingClientRect();
    return Math.min(
      shape.left - picture.left, shape.top - picture.top, picture.right - shape.right, picture.bottom - shape.bottom);
  });
  return { room, width: picture.width, height: picture.height };
}"""


@pytest.mark.parametrize(("width", "height"), WIDTHS)
def test_every_view_has_its_region_whole(visit, width, height):
    one = visit(width=width, height=height).open("?flows=off&view=globe")
    for view in ("five", "central_asia", "us_central_asia", "eurasia", "world", "globe"):
        hands.view(word(f"views.{view}"))(one.page)
        one.ready(view=view)
        seen = one.page.evaluate(ROOM, FIVE + (["USA"] if view == "us_central_asia" else []))
        assert min(seen["room"]) >= 0, view
        assert seen["height"] <= max(322, 0.86 * height), view
        assert seen["width"] >= min(0.5 * width, 1.4 * seen["height"]), view


def test_picture_follows_the_height_of_the_window(visit):
    one = visit(width=1440, height=1000).open("?view=central_asia")
    before = one.page.evaluate(ROOM, FIVE)
    one.page.set_viewport_size({"width": 1440, "height": 500})
    one.page.wait_for_function("() => document.querySelector('.atlas-picture').clientHeight <= 430")
    one.ready()
    after = one.page.evaluate(ROOM, FIVE)
    assert min(after["room"]) >= 0
    assert after["width"] / after["height"] == pytest.approx(before["width"] / before["height"], rel=0.02)


def test_two_tabs_have_a_choice_each(visit):
    one = visit()
    one.open("?year=2020&country=KAZ&view=central_asia")
    first, second = one.page, one.context.new_page()
    second.goto(f"{one.address}/trade?set=partners&country=UZB&year=2022&view=world")
    settled(second)
    first.get_by_role("button", name="Previous year").click()
    first.wait_for_url(re.compile("year=2019"))
    second.get_by_role("radio", name="Sankey").click()
    second.wait_for_url(re.compile("chart=sankey"))
    for page, kept in (
        (first, "year=2019&view=central_asia&country=KAZ"),
        (second, "year=2022&view=world&country=UZB"),
    ):
        settled(page)
        page.get_by_test_id("stTopNav").get_by_role("link", name="Data").click()
        page.wait_for_url(re.compile(f"/data.*{kept}"))
        page.reload()
        settled(page)
        assert kept in page.url
    second.close()


def test_choice_is_kept_in_a_frame_of_another_page(visit):
    one = visit()
    query = "?embed=true&year=2020&country=KAZ&view=central_asia"
    one.page.set_content(f'<iframe src="{one.address}/{query}" width="1200" height="900"></iframe>')
    frame = one.page.wait_for_selector("iframe").content_frame()
    frame.wait_for_selector('[data-testid="atlas-map"][data-ready="true"][data-year="2020"]')
    frame.get_by_role("button", name="Previous year").click()
    frame.wait_for_url(re.compile("year=2019"))
    settled_frame(frame, "2019")
    # A framed page has no navigation: the reader leaves it by its own links, and comes back by the history.
    frame.goto(frame.url.replace("/?", "/compare?"))
    frame.wait_for_selector('[data-testid="atlas-map"][data-ready="true"][data-year="2019"]')
    assert "country=KAZ" in frame.url
    frame.wait_for_url(re.compile("/compare.*mode=side"))
    go_back(frame)
    if "/compare" in frame.url:  # On a slow machine the run that opens a page may end before our script is there.
        go_back(frame)
    frame.wait_for_url(re.compile(r"/\?.*year=2019"))
    settled_frame(frame, "2019")


def go_back(frame) -> None:
    frame.evaluate("history.back()")
    frame.wait_for_timeout(2000)


def settled_frame(frame, year: str) -> None:
    frame.wait_for_selector(f'[data-testid="atlas-map"][data-ready="true"][data-year="{year}"]')
    frame.get_by_text(f"Kazakhstan, {year}: ").wait_for()
    assert frame.locator('[data-testid="stException"]').count() == 0
