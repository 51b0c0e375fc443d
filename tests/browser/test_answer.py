"""The first screen in a real browser: answer, controls in one row, picture, and the panel behind every number."""

import pytest

from components.figures.headline import sentence
from components.words import word
from tests.browser.hands import choose, less, more, press
from tests.browser.screen import settled

BOXES = """() => Object.fromEntries(
    ['.atlas-answer', '.st-key-asked', '.atlas-picture', '.st-key-overview_number'].map((one) => {
        const box = document.querySelector(one).getBoundingClientRect();
        return [one, { left: box.left, top: box.top, right: box.right, bottom: box.bottom }];
    }))"""
PANEL = "Where this number comes from"


def test_first_screen_answers_above_the_fold(readers):
    one = readers(width=1440, height=900).look("?indicator=us_imports_usd&year=2024&country=KAZ")
    box = one.page.evaluate(BOXES)
    assert one.page.get_by_test_id("atlas-answer").inner_text() == sentence("us_imports_usd", 2024, "KAZ")
    # One row of controls, and the picture larger than all else.
    assert box[".st-key-asked"]["bottom"] - box[".st-key-asked"]["top"] < 48
    assert box[".atlas-picture"]["bottom"] <= 900
    assert box[".atlas-picture"]["right"] - box[".atlas-picture"]["left"] > 0.6 * 1440
    assert box[".st-key-overview_number"]["left"] > box[".atlas-picture"]["right"]


def test_picture_is_within_the_first_screen_of_a_telephone(readers):
    one = readers(width=390, height=844).look("?indicator=us_imports_usd&year=2024")
    assert one.page.evaluate(BOXES)[".atlas-picture"]["bottom"] <= 844


def test_view_chosen_behind_the_button_stays_where_the_reader_closes_it_at_once(readers):
    # The list in the row shows the view, too, and has not heard of the new one when the reader goes on.
    one = readers(width=390, height=844).look("?indicator=us_imports_usd&year=2024&view=globe")
    more(one.page)
    choose(word("controls.view"), word("views.five"))(one.page)
    less(one.page)
    settled(one.page)
    assert one.page.get_by_test_id("atlas-map").get_attribute("data-view") == "five"
    assert "view=five" in one.page.url


def test_year_that_is_stepped_to_is_told_when_the_reader_stops(reader):
    one = reader.look("?indicator=us_imports_usd&year=2024")
    slider = one.page.get_by_test_id("atlas-year")
    slider.focus()
    slider.press("ArrowLeft")
    slider.press("ArrowLeft")
    one.page.get_by_text(sentence("us_imports_usd", 2022, None), exact=True).wait_for()
    assert one.errors == []


@pytest.mark.parametrize("form", ["Chart", "Table"])
def test_figure_that_is_clicked_opens_its_panel_and_is_chosen(reader, form):
    one = reader.look("?indicator=us_imports_usd&year=2024")
    press(form)(one.page)
    if form == "Chart":
        mark = one.page.locator(".scatterlayer .trace").first.locator(".point").first
        mark.wait_for()
        # At rest: what comes in above it would move it from under the pointer.
        settled(one.page, file=False)
        box = mark.bounding_box()
        one.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        told = "Kazakhstan, 1992"
    else:
        grid = one.page.get_by_test_id("stDataFrame")
        grid.wait_for()
        one.page.wait_for_timeout(800)
        box = grid.bounding_box()
        # The first row below the head.
        one.page.mouse.click(box["x"] + 110, box["y"] + 52)
        told = "Kazakhstan, 2024"
    panel = one.page.get_by_role("dialog")
    panel.get_by_text(told).first.wait_for()
    panel.get_by_text(PANEL).wait_for()
    panel.get_by_role("tab", name="BibTeX").click()
    panel.get_by_text("@misc").first.wait_for()
    one.page.keyboard.press("Escape")
    panel.wait_for(state="hidden")
    assert "country=KAZ" in one.page.url
    press("Map")(one.page)
    assert one.errors == []
