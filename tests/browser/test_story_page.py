"""The Story page in a browser: arrow keys turn the steps, links open what a step shows, a phone shows it whole."""

import re

import pytest

from components.words import word
from data.analysis import stories
from tests.browser.screen import settled

ANSWER, FIGURE = '[data-testid="atlas-answer"]', '[data-testid="atlas-figure"]'
LAST = len(stories.steps("us_uranium"))
# A step of each kind of figure.
KINDS = {
    step.figure: f"story?story={step.story}&step={step.number}" for steps in stories.every().values() for step in steps
}


def turned(one, key: str, step: int) -> None:
    one.page.keyboard.press(key)
    one.page.wait_for_url(re.compile(f"step={step}(&|$)"))
    settled(one.page, file=False)


def test_arrow_keys_turn_the_steps_but_not_while_somebody_types(reader):
    one = reader.look("story?story=us_uranium&step=4")
    one.page.locator("h1").click()
    turned(one, "ArrowRight", 5)
    turned(one, "ArrowRight", LAST)
    one.page.keyboard.press("ArrowRight")
    turned(one, "ArrowLeft", LAST - 1)
    one.page.get_by_role("combobox", name=re.compile(word("search.label"))).first.fill("antimony")
    one.page.keyboard.press("ArrowLeft")
    one.page.wait_for_timeout(600)
    assert f"step={LAST - 1}" in one.page.url
    one.page.keyboard.press("Escape")


def test_way_on_opens_the_state_of_the_figure_and_a_step_of_the_whole_opens_itself(visit):
    one = visit()
    one.page.goto(f"{one.address}/story?story=november_2025&step=8")
    settled(one.page, file=False)
    one.page.get_by_text(word("story.whole")).click()
    one.page.get_by_role("button", name=word("story.go", step=13)).click()
    one.page.wait_for_url(re.compile("step=13"))
    settled(one.page, file=False)
    one.page.get_by_role("link", name=re.compile(word("story.open", page=""))).click()
    one.page.wait_for_url(re.compile(r"/minerals\?.*year=2024.*country=KAZ.*panel=uranium"))
    settled(one.page, file=False)


@pytest.mark.parametrize("kind", KINDS)
def test_phone_has_no_sideways_scroll(readers, kind):
    one = readers(width=390, height=844).look(KINDS[kind])
    assert one.page.get_by_test_id("stMain").evaluate("(node) => node.scrollWidth - node.clientWidth") <= 0


def test_answer_and_figure_stand_on_the_first_screen(readers):
    one = readers(height=900).look("story?story=november_2025&step=13")
    for selector, most in ((ANSWER, 150), (FIGURE, 420)):
        box = one.page.locator(selector).bounding_box()
        assert box["y"] < most
    assert box["y"] + box["height"] < 1000
