"""The map in haste: moves not over, rooms and themes that change, scripts that come late, pages left and back."""

import re

import pytest

from tests.browser.screen import settled

LAND = "getComputedStyle(document.querySelector('.atlas-plot .choroplethlayer path')).fill"
# Where the map is drawn, and where its layout says it is: the same, unless a move was lost or written twice.
DRAWN = """() => {
    const { projection: kept, center, _subplot: { projection, fitScale, midPt } } =
        document.querySelector('.atlas-plot')._fullLayout.geo;
    const [lon, lat] = projection.invert(midPt);
    return { drawn: [projection.scale() / fitScale, lon, lat], kept: [kept.scale, center.lon, center.lat] };
}"""
TURN_AND_NARROW = """async ({ turns, width }) => {
    const map = document.querySelector('[data-testid="atlas-map"]');
    const sheet = document.querySelector('.atlas-plot .geo .bg rect');
    const { left, top, width: wide, height } = document.querySelector('.atlas-picture').getBoundingClientRect();
    const spot = { clientX: left + wide * 0.6, clientY: top + height * 0.4, bubbles: true, cancelable: true };
    const turned = { deltaY: -240, ctrlKey: true, ...spot };
    for (let i = 0; i < turns; i += 1) sheet.dispatchEvent(new WheelEvent('wheel', turned));
    map.style.width = `${width}px`;
    await new Promise((done) => setTimeout(done, 1200));
}"""
WIDEN = """() => { document.querySelector('[data-testid="atlas-map"]').style.width = ''; }"""


@pytest.mark.parametrize("view", ["central_asia", "world", "eurasia"])
def test_move_that_is_not_over_survives_a_change_of_room(mover, view):
    one = mover.look(f"?view={view}&flows=off")
    one.page.evaluate(TURN_AND_NARROW, {"turns": 3, "width": 560})
    one.ready()
    seen = one.page.evaluate(DRAWN)
    one.page.evaluate(WIDEN)
    assert seen["drawn"][0] > 1.5
    assert seen["drawn"] == pytest.approx(seen["kept"], abs=1e-6)


def test_quick_changes_of_view_do_not_carry_the_place_of_one_into_another(reader):
    one = reader.look("trade?view=central_asia&top=5")
    before = one.camera()
    views = one.page.get_by_role("radiogroup", name="View").get_by_role("radio")
    for name in ("World", "Central Asia", "Globe", "Central Asia"):
        views.filter(has_text=re.compile(f"^{name}$")).click(no_wait_after=True)
    one.ready(view="central_asia")
    one.page.wait_for_timeout(800)
    one.ready(view="central_asia")
    assert one.camera() == before
    assert one.errors == []


def test_theme_is_followed_without_asking_the_server(visit):
    one = visit().open("?view=world&flows=off")
    light = one.page.evaluate(LAND)
    one.context.set_offline(True)
    one.page.evaluate(
        """() => {
            const { style } = document.querySelector('[data-testid="atlas-map"]');
            style.setProperty('--st-background-color', '#0e1319');
            style.setProperty('--st-text-color', '#e8edf3');
        }"""
    )
    one.page.wait_for_selector('.atlas-map.atlas-dark[data-ready="true"]')
    assert one.page.evaluate(LAND) != light


@pytest.mark.parametrize("late", ["plotly-geo.min.js", "atlas.js", "style.css", "world.json"])
def test_first_visit_paints_whatever_comes_late(visit, late):
    one = visit()

    def hold(route) -> None:
        one.page.wait_for_timeout(1500)
        route.continue_()

    one.page.route(re.compile(re.escape(f"/{late}")), hold)
    one.page.goto(f"{one.address}/?view=world")
    one.page.wait_for_timeout(700)
    one.page.set_viewport_size({"width": 900, "height": 800})
    one.ready()
    one.page.wait_for_function(
        "() => document.querySelector('.atlas-plot').clientWidth === document.querySelector('.atlas-map').clientWidth"
    )
    assert one.page.locator(".atlas-plot .choroplethlayer path").count() > 200
    # What is still withheld is let go before the page is closed.
    one.page.unroute_all(behavior="wait")
    assert one.errors == []


def test_pages_are_left_and_opened_again_with_a_painted_map(reader):
    one = reader.look("?country=UZB&view=world&flows=off")
    for _ in range(3):
        for name, path in (("Trade", "trade"), ("Data", "data"), ("Overview", "")):
            one.page.get_by_role("link", name=name, exact=True).first.click()
            one.page.wait_for_url(lambda url, path=path: url.split("?")[0] == f"{one.address}/{path}")
            if path != "data":
                one.page.wait_for_function("() => document.querySelectorAll('[data-testid=atlas-map]').length === 1")
                one.ready(selected="UZB")
                assert one.page.locator(".atlas-plot .choroplethlayer path[d]").count() > 20
    assert one.errors == []


def test_going_back_through_the_pages_keeps_the_choice_and_leads_out_at_last(visit):
    one = visit().open("?country=UZB&flows=off")
    for name, path in (("Trade", "trade"), ("Overview", ""), ("Trade", "trade")):
        one.page.get_by_role("link", name=name, exact=True).first.click()
        one.page.wait_for_url(re.compile(f"{one.address}/{path}[?].*country=UZB"))
        settled(one.page)
    for path in ("", "trade", ""):
        one.page.evaluate("history.back()")
        one.page.wait_for_url(re.compile(f"{one.address}/{path}[?].*country=UZB"))
        settled(one.page)
        one.ready(selected="UZB")
    # The address as it was given may be an entry of its own, before the one that the server made of it.
    for _ in range(2):
        if one.page.url != "about:blank":
            one.page.evaluate("history.back()")
            one.page.wait_for_timeout(1500)
    assert one.page.url == "about:blank"
    assert one.errors == []
