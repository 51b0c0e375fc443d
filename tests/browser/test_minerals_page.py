"""The Minerals page in a browser: a disc and a row are chosen by a click, the swap by the keyboard; on a phone nothing
is moved sideways."""

import re

import pytest

from components.words import word
from data.package.countries import C5
from tests.browser.screen import settled

FIGURE, ANSWER = '[data-testid="atlas-figure"]', '[data-testid="atlas-answer"]'
# Where the point of a mineral in a trace of the lens is drawn, in pixels of the page.
PLACE = """([mineral, country]) => {
  const plot = document.querySelector('[data-testid="atlas-figure"] .js-plotly-plot');
  const trace = plot._fullData.find((one) => one.visible === true
    && (country ? one.name?.startsWith(country) : one.type === 'bar'));
  const at = trace.customdata.findIndex(([name]) => name === mineral);
  const { xaxis, yaxis } = plot._fullLayout;
  const across = country ? trace.x[at] : trace.base + 0.4;
  const box = plot.getBoundingClientRect();
  return [box.left + xaxis._offset + xaxis.l2p(across), box.top + yaxis._offset + yaxis.l2p(trace.y[at])];
}"""
OVER = "(node) => node.scrollWidth - node.clientWidth"


def drawn(reader):
    """The lens of the five together, once it is drawn."""
    one = reader.look("minerals?panel=output&sort=alphabet&country=")
    one.page.locator(f"{FIGURE} g.annotation").first.wait_for()
    settled(one.page)
    return one


def test_click_on_a_disc_chooses_its_country_and_mineral(reader):
    one = drawn(reader)
    one.page.mouse.click(*one.page.evaluate(PLACE, ["rhenium", "UZB"]))
    one.page.wait_for_url(re.compile("country=UZB.*mineral=rhenium"))
    settled(one.page)


def test_click_on_a_row_chooses_its_mineral_alone(reader):
    one = drawn(reader)
    one.page.mouse.click(*one.page.evaluate(PLACE, ["titanium", ""]))
    one.page.wait_for_url(re.compile("mineral=titanium"))
    settled(one.page)
    assert "country=" not in one.page.url


def test_swap_moves_by_the_keyboard_and_says_what_becomes_of_the_index(reader):
    one = reader.look("minerals?panel=sources&swap=49")
    one.page.get_by_role("slider", name=word("minerals.swap")).press("ArrowRight")
    one.page.wait_for_url(re.compile("swap=50"))
    settled(one.page)
    one.page.get_by_text("1,677–1,948").first.wait_for()


def test_lens_stands_in_the_first_screen_with_a_column_for_each_of_the_five(reader):
    one = reader.look("minerals?panel=output")
    one.page.locator(f"{FIGURE} g.annotation").first.wait_for()
    answer, figure = (one.page.locator(part).bounding_box() for part in (ANSWER, FIGURE))
    assert figure["y"] + figure["height"] - answer["y"] < 780
    heads = one.page.locator(f"{FIGURE} g.annotation").count()
    assert heads == len(C5) + 2


@pytest.mark.parametrize("panel", ["output", "uranium"])
def test_nothing_is_moved_sideways_on_a_phone(readers, panel):
    one = readers(390, 844).look(f"minerals?panel={panel}")
    settled(one.page)
    assert one.page.get_by_test_id("stMain").evaluate(OVER) <= 0
    assert one.page.get_by_role("radio", name=word(f"minerals.{panel}")).is_visible()
