"""The view of the five: large, with their figures, the United States as a badge at which its lines end."""

import math
import re

import pytest

from components.words import word
from data.package import countries
from tests.browser.test_map_labels import printed

LINK = "?view=five&indicator=us_imports_usd&year=2024&flows=on"
BADGE = '[data-testid="atlas-badge"]'
TIP = ".atlas-tip:not(.atlas-twin-tip)"
SIX = {*countries.C5, "USA"}
# The area of shapes as they are drawn over that of the picture, ring by ring.
SHARE = """(codes) => {
    const ring = (line) => {
        const spots = line.split('L').map((spot) => spot.split(',').map(Number));
        return spots.reduce((sum, [x, y], i) => {
            const [u, v] = spots[(i + 1) % spots.length];
            return sum + (x * v - u * y) / 2;
        }, 0);
    };
    const area = (path) => Math.abs(path.getAttribute('d').split(/[MZ]/).filter(Boolean)
        .reduce((sum, line) => sum + ring(line), 0));
    const { width, height } = document.querySelector('.atlas-picture').getBoundingClientRect();
    const drawn = [...document.querySelectorAll('.choroplethlayer .choroplethlocation')]
        .filter((path) => codes.includes(path.__data__.loc));
    return drawn.reduce((sum, path) => sum + area(path), 0) / (width * height);
}"""
PRINTED = """() => Object.fromEntries([...document.querySelectorAll('.atlas-label')].map((label) =>
    [label.dataset.country, [...label.querySelectorAll('text')].map((text) => text.textContent)]))"""
# Where each line ends on the page: the tip of its head, and the start of its shaft.
ENDS = """() => {
    const { left, top } = document.querySelector('.atlas-plot').getBoundingClientRect();
    const first = (path) => path.getAttribute('d').match(/-?[\\d.]+/g).slice(0, 2).map(Number);
    return Object.fromEntries([...document.querySelectorAll('.atlas-flow')].map((line) => {
        const [x, y] = first(line.querySelector('path'));
        const [u, v] = first(line.querySelector('path:last-child'));
        return [line.dataset.flow, [[left + x, top + y], [left + u, top + v]]];
    }));
}"""


def away(spot: list[float], box: dict[str, float]) -> float:
    """Pixels between a spot and a box."""
    x, y = spot
    across = max(box["x"] - x, 0, x - box["x"] - box["width"])
    down = max(box["y"] - y, 0, y - box["y"] - box["height"])
    return math.hypot(across, down)


def ends_at_badge(one) -> dict[str, float]:
    """How far from the badge each line's end there is."""
    box = one.page.locator(BADGE).bounding_box()
    return {
        line: away(start if line.startswith("USA") else tip, box)
        for line, (start, tip) in one.page.evaluate(ENDS).items()
    }


@pytest.mark.parametrize(("width", "height", "dark"), [(1440, 1000, False), (390, 844, False)])
def test_five_fill_a_third_of_the_picture_and_carry_their_figures(readers, width, height, dark):
    one = readers(width=width, height=height, dark=dark).look(LINK)
    assert one.page.evaluate(SHARE, list(countries.C5)) > 1 / 3
    labels = one.page.evaluate(PRINTED)
    assert {iso3: texts[1] for iso3, texts in labels.items() if iso3 in SIX} == printed("us_imports_usd", 2024)


def test_picture_leaves_room_on_the_first_screen_for_what_stands_around_it(visit):
    one = visit(width=1440, height=900).open(LINK)
    picture, legend = (one.page.locator(part).bounding_box() for part in (".atlas-picture", ".atlas-legends"))
    assert 480 < picture["height"] <= 600
    assert legend["y"] + 24 <= 900


def test_badge_is_told_and_chosen_like_a_country(reader):
    one = reader.look("?view=five&indicator=gdp_usd&year=2023&flows=off")
    badge = one.page.locator(BADGE)
    assert one.page.locator(".atlas-badge text").all_text_contents() == ["↖ United States", "27,811.5"]
    badge.hover()
    said = one.page.locator(TIP).inner_text()
    for part in ("United States · 2023", "27,811.5 billion US dollars", "Status: actual", "World Bank"):
        assert part in said
    badge.click()
    one.ready(selected="USA")
    one.page.wait_for_url(re.compile("country=USA"))
    assert badge.get_attribute("aria-pressed") == "true"
    badge.blur()
    one = reader.look("?view=five&indicator=gdp_usd&year=2023&flows=off&country=KAZ")
    badge.focus()
    assert "United States · 2023" in one.page.locator(TIP).inner_text()
    one.page.keyboard.press("Enter")
    one.ready(selected="USA")
    one.page.wait_for_url(re.compile("country=USA"))
    badge.blur()
    assert one.errors == []


def test_button_lies_on_the_badge_though_the_style_comes_late(visit):
    one = visit(is_first=True)

    def hold(route) -> None:
        one.page.wait_for_timeout(1500)
        route.continue_()

    one.page.route("**/style.css*", hold)
    one.open(LINK)
    one.page.wait_for_timeout(500)
    button, plate = (one.page.locator(part).bounding_box() for part in (BADGE, ".atlas-badge rect"))
    assert [button[part] for part in button] == pytest.approx([plate[part] for part in plate], abs=2)


def test_badge_on_the_trade_page_takes_the_united_states(reader):
    one = reader.look("trade?set=us_trade&view=five&year=2024&country=KAZ")
    one.page.locator(BADGE).click()
    one.page.wait_for_url(re.compile("country=USA"))
    one.page.wait_for_function("() => document.querySelectorAll('.atlas-flow').length === 10")
    one.page.locator(BADGE).blur()


def test_badge_without_a_figure_says_so_in_the_colour_of_what_is_missing(reader):
    one = reader.look(LINK)
    assert one.page.locator(".atlas-badge text").all_text_contents() == ["↖ United States", "Not applicable"]
    swatch = one.page.get_by_role("button", name="Not applicable", exact=True).locator(".atlas-swatch")
    colour = "(node) => getComputedStyle(node)"
    assert swatch.evaluate(f"{colour}.backgroundColor") == one.page.locator(".atlas-badge rect").evaluate(
        f"{colour}.fill"
    )
    one.page.get_by_role("button", name="1,000 and more", exact=True).focus()
    assert one.page.locator(".atlas-badge").evaluate(f"{colour}.opacity") == "0.15"
    one.page.get_by_role("button", name="1,000 and more", exact=True).blur()
    assert one.page.locator(".atlas-badge").evaluate(f"{colour}.opacity") == "1"


def test_lines_of_the_united_states_end_at_the_badge_and_in_their_country(mover):
    one = mover.look(LINK)
    found = one.page.evaluate(ENDS)
    assert len(found) == 10
    assert max(ends_at_badge(one).values()) < 9
    for line, (start, tip) in found.items():
        iso3 = line.replace("USA", "").strip("-")
        place = one.pixel(*countries.capital(iso3))
        assert math.dist(tip if line.startswith("USA") else start, (place["x"], place["y"])) < 9, line
    one.page.get_by_role("button", name="Zoom in").click()
    one.page.wait_for_timeout(400)
    assert max(ends_at_badge(one).values()) < 9


def test_line_to_the_badge_says_its_figure_under_the_pointer(reader):
    one = reader.look(LINK)
    spot = one.page.evaluate(
        """() => {
            const path = document.querySelector('[data-flow="KAZ-USA"] path');
            const { x, y } = path.getPointAtLength(path.getTotalLength() / 2);
            const { left, top } = document.querySelector('.atlas-plot').getBoundingClientRect();
            return [left + x, top + y];
        }"""
    )
    one.page.mouse.move(*spot)
    said = one.page.locator(TIP).inner_text()
    assert "Kazakhstan → United States · 2024" in said
    assert "2,348.8 million US dollars" in said


@pytest.mark.parametrize(("width", "height"), [(1440, 1000), (390, 844)])
def test_line_that_leaves_the_picture_says_where_it_goes(readers, width, height):
    one = readers(width=width, height=height)
    one.look("trade?set=partners&country=KAZ&year=2022&top=10&view=five")
    ends = {iso3 for line in one.page.evaluate(ENDS) for iso3 in line.split("-")}
    assert len(ends) > 5
    assert ends - {"USA"} <= one.page.evaluate(PRINTED).keys()


def test_badge_is_pointed_at_on_both_maps_of_a_comparison(reader):
    one = reader.look("compare?view=five&indicator=us_imports_usd&year=2024&compare_year=2019")
    one.page.locator(BADGE).first.hover()
    twin = one.page.locator(".atlas-map").last
    twin.locator(".atlas-twin-tip", has_text="United States · 2019").wait_for()
    badge, outline = (twin.locator(part).bounding_box() for part in (BADGE, ".atlas-twin"))
    assert [outline[part] for part in outline] == pytest.approx([badge[part] for part in badge], abs=11)
    one.page.mouse.move(1, 1)
    twin.locator(".atlas-twin-tip").wait_for(state="hidden")


def test_saved_drawing_has_the_badge_and_its_lines(reader):
    one = reader.look(LINK)
    with one.page.expect_download() as started:
        one.page.get_by_role("button", name="SVG, save").click()
    drawn = started.value.path().read_text("utf-8")
    assert "↖ United States" in drawn
    assert drawn.count('class="atlas-flow"') == 10


def test_other_views_have_no_badge(reader):
    one = reader.look("?view=central_asia&indicator=us_imports_usd&year=2024&flows=on")
    assert not one.page.locator(BADGE).is_visible()
    assert one.page.locator(".atlas-badge").count() == 0
    assert "USA" in one.page.evaluate(PRINTED)


def test_phone_has_a_button_of_a_fingers_size_for_each_which_brings_its_number_in_sight(readers):
    one = readers(width=390, height=844).look(f"{LINK}&country=KAZ")
    chips = one.page.get_by_role("group", name=word("map.chips")).get_by_role("button")
    assert {chip.get_attribute("data-country") for chip in chips.all()} == SIX
    boxes = [chip.bounding_box() for chip in chips.all()]
    assert min(min(box["width"], box["height"]) for box in boxes) >= 44
    assert max(box["x"] + box["width"] for box in boxes) <= 390
    tajik = chips.filter(has_text="Tajikistan")
    name, *_, value, _ = tajik.inner_text().split("\n")
    assert (name, value) == ("Tajikistan", printed("us_imports_usd", 2024)["TJK"])
    tajik.click()
    one.ready(selected="TJK")
    number = one.page.locator("p", has_text="Tajikistan, 2024: ")
    number.wait_for()
    one.page.wait_for_function(
        """() => {
            const panel = document.querySelector('[data-testid="atlas-panel"], [class*="st-key-number_"]');
            const { top, bottom } = panel.getBoundingClientRect();
            return panel.textContent.includes('Tajikistan') && top >= 0 && Math.min(bottom, top + 40) <= innerHeight;
        }"""
    )
    assert tajik.get_attribute("aria-pressed") == "true"


def test_wide_screen_has_no_buttons_beside_the_shapes(reader):
    one = reader.look(LINK)
    assert one.page.locator(".atlas-chip").count() == 0


def test_forced_colours_leave_badge_and_legend_in_sight(visit):
    one = visit().open(LINK)
    one.page.emulate_media(forced_colors="active")
    one.page.wait_for_timeout(200)
    style = "(node) => getComputedStyle(node)"
    swatches = one.page.locator(".atlas-swatch").all()
    assert len({swatch.evaluate(f"{style}.backgroundColor") for swatch in swatches}) == len(swatches)
    assert one.page.locator(BADGE).evaluate(f"{style}.backgroundColor") == "rgba(0, 0, 0, 0)"
    text, plate = (one.page.locator(f".atlas-badge {part}").first for part in ("text", "rect"))
    assert text.evaluate(f"{style}.fill") != plate.evaluate(f"{style}.fill")
