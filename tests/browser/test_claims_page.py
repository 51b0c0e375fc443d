"""The Claims page in a browser: a mark shows its claim, words end on the screen, the dinner is two actions away."""

import re

import pytest

from components.words import word
from data.analysis import claim_selection
from data.analysis.claim_selection import Asked
from data.analysis.verdicts import WORDS
from data.vocabulary import terms
from tests.browser.screen import settled

ANSWER = '[data-testid="atlas-answer"]'
FIGURE = '[data-testid="atlas-figure"]'
CARD = ".st-key-claims_card h2"
SEED = "pantau-2025-11-06-seed"
# Where a mark is on the screen, by its claim.
MARK = """(claim) => {
  const plot = document.querySelector('[data-testid="atlas-figure"] .js-plotly-plot');
  const { xaxis, yaxis } = plot._fullLayout;
  const box = plot.getBoundingClientRect();
  for (const trace of plot._fullData) {
    const at = (trace.customdata ?? []).findIndex(([one]) => one === claim);
    const place = (axis, value) => axis._offset + axis.d2p(value);
    if (at >= 0) return [box.left + place(xaxis, trace.x[at]), box.top + place(yaxis, trace.y[at])];
  }
  return null;
}"""
# The words beside the marks that are seen, and how far each stands over the figure.
BESIDE = """() => {
  const end = document.querySelector('[data-testid="atlas-figure"] .js-plotly-plot').getBoundingClientRect().right;
  const texts = [...document.querySelectorAll('[data-testid="atlas-figure"] .textpoint')];
  const seen = texts.filter((node) => node.getBoundingClientRect().width > 0);
  return seen.map((node) => [node.textContent.trim(), node.getBoundingClientRect().right - end]);
}"""
WIDE = "document.documentElement.scrollWidth - innerWidth"


def drawn(page) -> None:
    page.wait_for_selector(f"{FIGURE} .scatterlayer .trace")
    settled(page, file=False)


def test_click_on_a_mark_shows_its_claim_and_the_file_is_that_of_the_screen(reader):
    one = reader.look("claims?sort=ratio")
    drawn(one.page)
    first = one.page.locator(CARD).inner_text()
    one.page.mouse.click(*one.page.evaluate(MARK, "CL003"))
    one.page.wait_for_url(re.compile("claim=CL003"))
    settled(one.page)
    assert "97 percent" in one.page.locator(CARD).inner_text() != first
    bottom = one.page.locator(f"{FIGURE} .js-plotly-plot").bounding_box()
    assert bottom["y"] + bottom["height"] <= 900


@pytest.mark.parametrize(("width", "height"), [(1440, 1000), (390, 844)])
def test_words_beside_the_marks_end_on_the_figure(readers, width, height):
    one = readers(width, height).look("claims?verdict=all")
    drawn(one.page)
    found = one.page.evaluate(BESIDE)
    rows = claim_selection.frame(Asked(WORDS)).dropna(subset="ratio")
    wanted = ~rows["ratio"].between(0.8, 1.2)
    wanted.iloc[0] = True
    assert len(found) == wanted.sum()
    assert max(over for _, over in found) <= 0
    assert one.page.evaluate(WIDE) <= 0


def test_claims_of_the_dinner_are_two_actions_from_the_start_page(visit):
    one = visit().open()
    one.page.wait_for_selector(".atlas-search input")
    one.page.keyboard.press("Control+k")
    one.page.keyboard.type("claims dinner")
    one.page.wait_for_selector('.atlas-search[data-answered="claims dinner"]', timeout=150_000)
    one.page.keyboard.press("Enter")
    one.page.wait_for_url(re.compile(f"/claims.*article={SEED}"))
    settled(one.page, file=False)
    counts = claim_selection.tallies(Asked(article=SEED)).set_index("verdict")["claims"]
    assert f"{counts['supported']} supported" in one.page.locator(ANSWER).inner_text()
    chip = one.page.get_by_role("button", name=f"{terms.verdict('not_supported')} {counts['not_supported']}")
    assert chip.is_visible()


def test_panel_of_a_badge_leads_to_the_page_and_the_card_back_to_the_article(reader):
    one = reader.look("news?country=TJK&q=97%20percent")
    one.page.get_by_role("button", name="Antimony was 97 percent").click()
    one.page.get_by_role("dialog").get_by_role("link", name=word("claims.open")).click()
    one.page.wait_for_url(re.compile("/claims.*claim=CL003"))
    drawn(one.page)
    one.page.locator('.st-key-claims_card [data-testid="stPageLink"] a').first.click()
    one.page.wait_for_url(re.compile("/news"))
    settled(one.page, file=False)
    assert "Pantau" in one.page.locator('[data-testid="stMain"]').inner_text()
