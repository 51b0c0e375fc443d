"""A page that the browser translates: no sentence keeps an old figure, though React's text is no longer on the page."""

import difflib
import re
import time

import pytest

from components.words import word
from data.vocabulary import terms
from tests.browser.hands import choose, press, unfold, write
from tests.browser.screen import PATIENCE_S, settled

# What a translating browser does: each text gives way to an element of its own with another text in it.
TRANSLATE = """() => {
  const walker = document.createTreeWalker(document.querySelector('[data-testid="stMain"]'), NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) texts.push(walker.currentNode);
  const plain = texts.filter((text) => text.data.trim() && !text.parentElement.closest('svg, style, script'));
  for (const text of plain) {
    const outer = document.createElement('font');
    outer.append(document.createElement('font'));
    outer.firstChild.textContent = text.data;
    text.replaceWith(outer);
  }
  return plain.length;
}"""
SAID = """() => [...document.querySelectorAll('[data-testid="stMain"] [data-testid="stMarkdownContainer"]')]
    .flatMap((node) => node.innerText.split('\\n'))"""


STEPS = {
    "?country=KAZ&year=2022": [
        press("Previous year"),
        choose("Country", "Uzbekistan"),
        unfold("What to know"),
        press("Previous year"),
        choose("Subject", "US aid"),
        choose("Subject", terms.family("standing")),
        choose("Subject", terms.family("production")),
        write("Search in the news", "uranium"),
    ],
    "trade?set=us_trade&country=KAZ&year=2022": [
        press("Previous year"),
        choose("Country", "Uzbekistan"),
        choose(word("trade.set"), terms.family("partner_trade")),
        press("Previous year"),
    ],
    "compare?country=KAZ&year=2022": [
        press("Previous year"),
        choose("Subject", "US aid"),
        choose("Country", "Tajikistan"),
        choose(word("compare.right_subject"), terms.family("standing")),
        choose(word("compare.right_subject"), word("compare.same")),
    ],
    "data?table=us_aid": [
        choose("Table", "Members of forums"),
        choose("Table", "US trade in goods with the five, by year"),
    ],
}


@pytest.mark.parametrize("start", STEPS)
def test_translated_page_says_what_one_that_is_not_and_a_fresh_one_say(visit, start):
    one, other = visit(), visit()
    for page in (one.page, other.page):
        page.goto(f"{one.address}/{start}")
        settled(page)
    for at, step in enumerate(STEPS[start]):
        assert one.page.evaluate(TRANSLATE) > 20
        before = one.page.url
        step(one.page)
        if at not in (2, 3):
            one.page.wait_for_function("(before) => location.href !== before", arg=before)
        settled(one.page)
        # But what was chosen on other pages: a session that has been there goes by what it knows.
        other.look(re.sub("&also=[^&]*", "", one.page.url.removeprefix(f"{one.address}/")))
        says_the_same(one.page, other.page)
    other.page.goto(one.page.url)
    settled(other.page)
    says_the_same(one.page, other.page)
    assert [said for said in one.errors if not re.match("Failed to load resource", said)] == []


def says_the_same(page, other) -> None:
    fold_alike(page, other)
    ends = time.monotonic() + PATIENCE_S
    # What a page draws last may come after it has settled.
    while (differs := _unlike(page, other)) and time.monotonic() < ends:
        page.wait_for_timeout(200)
    assert differs == []


def _unlike(page, other) -> list[str]:
    said, wanted = (each.evaluate(SAID) for each in (page, other))
    return list(difflib.unified_diff(said, wanted, lineterm="", n=0))


def fold_alike(page, other) -> None:
    """Open on another page what is open on this one, and close what is closed."""
    open_here, open_there = (
        each.get_by_test_id("stMain").locator("details").evaluate_all("all => all.map((one) => one.open)")
        for each in (page, other)
    )
    for place, (is_open, was_open) in enumerate(zip(open_here, open_there, strict=True)):
        if is_open != was_open:
            other.get_by_test_id("stMain").locator("summary").nth(place).click()
            settled(other)
