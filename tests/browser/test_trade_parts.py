"""The trade in full below the flows in a browser: parts and country by hand, freight by the keyboard, no part too
wide."""

import re

import pytest

from components.reader.choice import TRADE_PARTS
from components.words import word
from tests.browser.screen import settled

OVER = "(node) => node.scrollWidth - node.clientWidth"


def test_freight_moves_by_the_keyboard_and_the_map_is_not_sent_again(reader):
    one = reader.look("trade?part=sides&country=KAZ&year=2024&cif=9")
    one.page.evaluate("document.querySelector('[data-testid=\"atlas-map\"]').dataset.same = 'yes'")
    one.page.get_by_role("slider", name=word("trade_parts.cif")).press("ArrowRight")
    one.page.wait_for_url(re.compile("cif=10"))
    settled(one.page)
    assert one.page.evaluate("document.querySelector('[data-testid=\"atlas-map\"]').dataset.same") == "yes"
    one.page.get_by_text("beyond any freight factor").first.wait_for()


def test_country_of_a_part_is_that_of_the_map(reader):
    one = reader.look("trade?part=partners&country=KAZ")
    one.page.get_by_role("radio", name="Kyrgyzstan").last.click()
    one.page.wait_for_url(re.compile("country=KGZ"))
    seen = settled(one.page)
    assert seen["maps"][0]["selected"] == "KGZ"
    one.page.get_by_text("of the trade of Kyrgyzstan").first.wait_for()


@pytest.mark.parametrize("part", [TRADE_PARTS[3], TRADE_PARTS[4]])
def test_part_is_as_wide_as_a_phone(readers, part):
    one = readers(width=390, height=844).look(f"trade?part={part}&country=KAZ&year=2024")
    one.page.locator(".st-key-asked_part").wait_for()
    settled(one.page)
    assert one.page.locator('[data-testid="stMain"]').evaluate(OVER) <= 0
