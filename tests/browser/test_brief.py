"""The brief of a country on paper: A4 in two to five pages, nothing cut, nothing fetched from anywhere."""

import re

import pytest

from data.output.brief import document
from data.package import countries

LEAST, MOST = 2, 5
PAGE = re.compile(rb"/Type\s*/Page\b")
# What A4 leaves between the margins of the brief, in pixels of CSS: 210 less 26 mm.
PAPER_PX = 695
WIDER = """() => [...document.querySelectorAll('body *')].filter((one) => one.scrollWidth > one.clientWidth + 1
    && one.clientWidth && !one.closest('svg')).map((one) => one.tagName + ' ' + one.textContent.slice(0, 60))"""


@pytest.fixture(scope="module")
def paper(browser):
    page = browser.new_page(viewport={"width": PAPER_PX, "height": 980})
    page.emulate_media(media="print", color_scheme="dark")
    yield page
    page.close()


@pytest.mark.parametrize("iso3", countries.SIX)
def test_brief_is_printed_on_two_to_five_pages_and_is_no_wider(paper, iso3):
    asked = []
    paper.on("request", lambda request: asked.append(request.url))
    paper.set_content(document.of_country(iso3).decode())
    assert paper.evaluate(WIDER) == []
    assert LEAST <= len(PAGE.findall(paper.pdf(prefer_css_page_size=True))) <= MOST
    assert asked == []
    assert paper.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
