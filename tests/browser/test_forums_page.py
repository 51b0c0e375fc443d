"""The Forums page in a browser: a mark is chosen by a click, the forums of a country in two actions from the start; on
a phone nothing is moved sideways."""

import re

from components.words import word
from tests.browser.hands import choose
from tests.browser.screen import settled

FIGURE, ANSWER = '[data-testid="atlas-figure"]', '[data-testid="atlas-answer"]'
# Where the mark of a country in a forum is drawn, in pixels of the page.
PLACE = """([forum, country]) => {
  for (const plot of document.querySelectorAll('[data-testid="atlas-figure"] .js-plotly-plot'))
    for (const trace of plot._fullData) {
      const at = (trace.customdata ?? []).findIndex((one) => one[0] === forum && one[1] === country);
      if (at < 0) continue;
      const { xaxis, yaxis } = plot._fullLayout;
      const box = plot.getBoundingClientRect();
      return [box.left + xaxis._offset + xaxis.l2p(trace.x[at]), box.top + yaxis._offset + yaxis.l2p(trace.y[at])];
    }
}"""
OVER = "(node) => node.scrollWidth - node.clientWidth"


def drawn(one):
    """The page, once both blocks of the matrix are drawn."""
    one.page.locator(f"{FIGURE} g.annotation").nth(12).wait_for()
    settled(one.page)
    return one


def test_click_on_a_mark_chooses_its_forum_and_country(reader):
    one = drawn(reader.look("forums?on=2026-02-19&country="))
    one.page.mouse.click(*one.page.evaluate(PLACE, ["sco", "TJK"]))
    one.page.wait_for_url(re.compile("country=TJK.*forum=sco"))
    settled(one.page)


def test_forums_of_a_country_are_two_actions_from_the_start(reader):
    one = reader.look("")
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Forums", exact=True).click()
    drawn(one)
    choose("Country", "Turkmenistan")(one.page)
    one.page.wait_for_url(re.compile("/forums.*country=TKM"))
    settled(one.page)
    listed = one.page.get_by_test_id("stDataFrame").first
    answer, box = one.page.locator(ANSWER).bounding_box(), listed.bounding_box()
    assert box["y"] + box["height"] - answer["y"] < 780
    assert "Turkmenistan is a full member or signatory in 30 of 55 forums" in one.page.locator(ANSWER).inner_text()


def test_matrix_stands_in_the_first_screen(reader):
    one = drawn(reader.look("forums?country="))
    answer, figure = (one.page.locator(part).bounding_box() for part in (ANSWER, FIGURE))
    assert figure["y"] + figure["height"] - answer["y"] < 780


def test_nothing_is_moved_sideways_on_a_phone(readers):
    one = drawn(readers(390, 844).look("forums?country=KGZ&since=2015-11-01"))
    assert one.page.get_by_test_id("stMain").evaluate(OVER) <= 0
    assert one.page.get_by_role("radio", name=word("forums.any")).is_visible()
