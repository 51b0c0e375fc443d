"""The News page in a browser: a bar shows its month, a badge opens its claim; what every page has on paper and tab."""

import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from components.reader.parameters import PAGES
from components.widgets.common.claim_texts import BADGES
from components.words import counted, word
from data.analysis import news
from data.package.articles import EVERYTHING
from data.vocabulary import cldr, terms
from tests.browser.screen import settled

ANSWER = '[data-testid="atlas-answer"]'
BARS = '[data-testid="atlas-figure"] .barlayer .point path'
HEADINGS = "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map((node) => Number(node.localName[1]))"
# Controls but the entries of a legend and the badges of claims, which say something on paper, too.
LEFT = """(all) => all.filter((node) => node.isConnected && !node.closest('.atlas-legends, [class*="st-key-claim_"]'))
  .map((node) => node.outerHTML.slice(0, 120))"""
# How far the text of each place stands out from what is behind it (WCAG 2.2), by its colours and its opacity.
CONTRAST = """(selector) => [...document.querySelectorAll(selector)].map((node) => {
  const rgb = (text) => text.match(/[\\d.]+/g).slice(0, 3).map(Number);
  const light = (colour) => {
    const [r, g, b] = colour.map((one) => (one /= 255) <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = rgb(getComputedStyle(document.querySelector('[data-testid="stApp"]')).backgroundColor);
  const own = getComputedStyle(node).backgroundColor;
  const ground = own === 'rgba(0, 0, 0, 0)' ? behind : rgb(own);
  let faint = 1;
  for (let above = node; above; above = above.parentElement) faint *= Number(getComputedStyle(above).opacity);
  const text = rgb(getComputedStyle(node).color).map((one, place) => faint * one + (1 - faint) * ground[place]);
  const [low, high] = [light(text), light(ground)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
})"""


def click_bar(page, place: int) -> None:
    box = page.locator(BARS).nth(place).bounding_box()
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def test_click_on_a_bar_shows_its_month_and_another_one_takes_it_back(reader):
    one = reader.look("news?view=us_central_asia")
    counts = news.by_month(EVERYTHING)
    drawn = counts[counts["articles"] > 0].reset_index(drop=True)
    month, count = news.fullest(counts)
    place = int(drawn.index[drawn["month"] == month][0])
    one.page.locator(BARS).nth(len(drawn) - 1).wait_for()
    assert one.page.locator(BARS).count() == len(drawn)
    click_bar(one.page, place)
    one.page.wait_for_url(re.compile(f"from={month}&to={month}"))
    settled(one.page)
    assert one.page.locator(ANSWER).inner_text().startswith(counted("news.answer", count, of="", newest="")[:10])
    click_bar(one.page, place)
    one.page.wait_for_url(lambda address: "from=" not in address)
    settled(one.page)
    assert cldr.month(month) in one.page.locator(ANSWER).inner_text()


def test_badge_says_its_verdict_in_a_word_and_opens_what_it_rests_on(reader):
    one = reader.look("news?country=TJK&q=97%20percent")
    badge = one.page.get_by_role("button", name="Antimony was 97 percent")
    sign, _ = BADGES["not_supported"]
    assert badge.inner_text().startswith(f"{sign} {terms.verdict('not_supported')}")
    badge.click()
    opened = one.page.get_by_role("dialog", name=word("claims.panel"))
    for told in (word("claims.claimed"), word("claims.recorded"), word("claims.tests"), "Emomali Rahmon", "75.138"):
        opened.get_by_text(told).first.wait_for()
    one.page.keyboard.press("Escape")


def test_link_of_an_article_leads_to_the_map_and_its_address_is_that_of_the_map_alone(reader):
    one = reader.look("news?q=antimony&from=2025-11&country=TJK")
    one.page.get_by_test_id("stMain").locator("summary").first.click()
    one.page.locator('details [data-testid="stPageLink"] a').first.click()
    one.page.wait_for_url(re.compile(r"\d/\?indicator="))
    settled(one.page)
    assert not re.search("[?&](from|about)=", one.page.url)


@pytest.mark.parametrize("page", PAGES)
def test_page_has_a_title_and_headings_in_order_and_no_control_on_paper(reader, page):
    has_country = any(one.name == "country" for one in PAGES[page].parameters)
    one = reader.look(f"{page}?country=TJK" if has_country else page)
    assert one.page.title() == word("app.tab", page=word(f"{PAGES[page].name}.title"))
    levels = one.page.evaluate(HEADINGS)
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    one.page.emulate_media(media="print")
    shown = one.page.locator('[data-testid="stMain"] :is(button, input, select):visible').evaluate_all(LEFT)
    one.page.emulate_media(media="screen")
    assert shown == []


@pytest.mark.parametrize("dark", [False, True])
def test_captions_and_badges_stand_out(visit, dark):
    one = visit(dark=dark)
    one.page.goto(f"{one.address}/news?q=antimony")
    settled(one.page)
    found = one.page.evaluate(CONTRAST, '[data-testid="stCaptionContainer"] p, .stMarkdownBadge, blockquote p')
    assert len(found) > 10
    assert min(found) >= 4.5


def test_link_is_copied_and_said_to_be(visit):
    one = visit()
    one.page.goto(f"{one.address}/news?country=KAZ")
    settled(one.page)
    one.page.get_by_role("button", name=word("copy.link")).click()
    one.page.get_by_role("status").get_by_text(word("copy.done")).wait_for()


def test_markup_that_sets_the_view_in_is_copied_and_leads_to_it(visit):
    one = visit()
    one.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    one.page.goto(f"{one.address}/news?country=KAZ")
    settled(one.page)
    one.page.get_by_role("button", name=word("copy.embed")).click()
    one.page.get_by_role("status").get_by_text(word("copy.embedded")).wait_for()
    frame = ElementTree.fromstring(one.page.evaluate("navigator.clipboard.readText()"))
    assert frame.attrib["src"].startswith(f"{one.address}/embed/news?")
    one.page.goto(frame.attrib["src"])
    assert one.page.locator("figure svg").is_visible()
    assert "country=KAZ" in one.page.get_by_role("link").get_attribute("href")
