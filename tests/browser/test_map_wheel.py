"""The wheel over a map is the page's, unless the map has the focus or Ctrl is held; so is one finger, not two."""

import pytest

from components.words import word

SCROLLED = """document.querySelector('[data-testid="stMain"]').scrollTop"""
SCALES = "[...document.querySelectorAll('.atlas-plot')].map((plot) => plot._fullLayout.geo.projection.scale)"
HINT = ".atlas-hint:not([hidden])"
PAGES = ("?flows=off&view=central_asia", "compare?view=central_asia", "trade?view=central_asia")


def over(one, at: int = 0) -> None:
    """Put the pointer over a map."""
    box = one.page.locator(".atlas-picture").nth(at).bounding_box()
    one.page.mouse.move(box["x"] + box["width"] / 2, box["y"] + min(box["height"], 300) / 2)


def turn(one, by: int = -240) -> list[float]:
    """Turn the wheel; the scales of the maps when all is at rest."""
    one.page.mouse.wheel(0, by)
    one.page.wait_for_timeout(500)
    return one.page.evaluate(SCALES)


@pytest.fixture
def low(readers):
    """The visitor with a low window, whose maps are put back."""
    one = readers(height=700)
    yield one
    one.put_back()


@pytest.mark.parametrize("page", PAGES)
def test_wheel_scrolls_the_page_until_a_map_has_the_focus(low, page):
    one = low.look(page)
    maps = one.page.locator(".atlas-picture").count()
    for at in range(maps):
        one.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
        over(one, at)
        assert turn(one, 200) == [1] * maps
        assert one.page.evaluate(SCROLLED) > 100
        one.page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    over(one)
    one.page.evaluate("document.querySelector('.atlas-picture').focus({ preventScroll: true })")
    scales = turn(one)
    assert min(scales) > 1.2
    assert max(scales) == pytest.approx(min(scales))
    assert one.page.evaluate(SCROLLED) == 0
    one.page.keyboard.press("Escape")
    assert turn(one, 200) == scales
    assert one.page.evaluate(SCROLLED) > 100


def test_ctrl_zooms_the_map_and_not_the_page(mover):
    one = mover.look(PAGES[0])
    over(one)
    ratio = one.page.evaluate("devicePixelRatio")
    one.page.keyboard.down("Control")
    (scale,) = turn(one)
    one.page.keyboard.up("Control")
    assert scale > 1.2
    assert one.page.evaluate("devicePixelRatio") == ratio
    assert one.page.locator(HINT).count() == 0


def test_click_gives_the_map_the_focus_and_keys_zoom_it(mover):
    one = mover.look(PAGES[0])
    over(one)
    spot = one.pixel(67, 47)
    one.page.mouse.click(spot["x"], spot["y"])
    one.ready(selected="KAZ")
    (near,) = turn(one)
    assert near > 1.2
    one.page.keyboard.press("+")
    one.page.wait_for_timeout(300)
    assert one.page.evaluate(SCALES) == [pytest.approx(1.6 * near)]
    one.page.keyboard.press("-")
    one.page.wait_for_timeout(300)
    assert one.page.evaluate(SCALES) == [pytest.approx(near)]


def test_hint_is_said_once_in_a_session(visit):
    one = visit().open(PAGES[0])
    over(one)
    one.page.mouse.wheel(0, 10)
    one.page.locator(HINT).wait_for()
    assert one.page.locator(HINT).inner_text() == word("map.wheel")
    one.page.locator(HINT).wait_for(state="detached")
    turn(one, 10)
    assert one.page.locator(HINT).count() == 0
    one.page.reload()
    one.ready()
    over(one)
    turn(one, 10)
    assert one.page.locator(HINT).count() == 0


@pytest.fixture(scope="module")
def touched(browser, app_address):
    """A page on a touch screen, and what tells it of fingers."""
    context = browser.new_context(viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True)
    page = context.new_page()
    page.goto(f"{app_address}/{PAGES[0]}")
    page.wait_for_selector('[data-testid="atlas-map"][data-ready="true"]')
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    yield page, context.new_cdp_session(page)
    context.close()


@pytest.fixture
def phone(touched):
    """The same, scrolled to the map."""
    page, hands = touched
    page.evaluate("document.querySelector('[data-testid=stMain]').scrollTo(0, 0)")
    page.locator(".atlas-picture").scroll_into_view_if_needed()
    page.wait_for_timeout(300)
    return page, hands


def middle(page) -> tuple[float, float]:
    box = page.locator(".atlas-picture").bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def touch(hands, kind: str, *spots: tuple[float, float]) -> None:
    points = [{"x": x, "y": y, "id": at} for at, (x, y) in enumerate(spots)]
    hands.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_one_finger_scrolls_the_page_and_is_told_of_two(phone):
    page, hands = phone
    x, y = middle(page)
    before = page.evaluate(SCROLLED)
    touch(hands, "touchStart", (x, y))
    for up in range(10, 160, 10):
        touch(hands, "touchMove", (x, y - up))
        page.wait_for_timeout(16)
    touch(hands, "touchEnd")
    page.wait_for_timeout(400)
    assert page.evaluate(SCROLLED) > before + 80
    assert page.evaluate(SCALES) == [1]
    assert page.locator(".atlas-hint").text_content() == word("map.fingers")


def test_two_fingers_zoom_the_map_and_a_tap_takes_the_country(phone):
    page, hands = phone
    x, y = middle(page)
    before = page.evaluate(SCROLLED)
    touch(hands, "touchStart", (x - 20, y))
    touch(hands, "touchStart", (x - 20, y), (x + 20, y))
    for wide in range(24, 62, 4):
        touch(hands, "touchMove", (x - wide, y), (x + wide, y))
        page.wait_for_timeout(20)
    touch(hands, "touchEnd")
    page.wait_for_timeout(500)
    (scale,) = page.evaluate(SCALES)
    assert scale > 1.8
    assert page.evaluate(SCROLLED) == before
    assert page.evaluate("visualViewport.scale") == 1
    page.touchscreen.tap(x, y)
    page.wait_for_selector('[data-testid="atlas-map"][data-selected="KAZ"]')
