"""Money of a country in a browser: the filters of the deals move ladder, list, link and file; a phone is not moved
sideways."""

import csv
import re

from components.words import word
from data.analysis import deals
from data.analysis.deals import Asked
from tests.browser.hands import choose
from tests.browser.screen import settled

CSV = word("download.csv", what=word("download.this"))
OVER = "(node) => node.scrollWidth - node.clientWidth"


def test_days_that_are_chosen_narrow_ladder_list_link_and_file_down(reader, tmp_path):
    one = reader.look("country?country=UZB&lens=money")
    choose(word("deals.from"), "November 2025")(one.page)
    one.page.wait_for_url(re.compile("deals_from=2025-11"))
    settled(one.page)
    choose(word("deals.to"), "6 November 2025")(one.page)
    one.page.wait_for_url(re.compile("deals_to=2025-11-06"))
    settled(one.page)
    one.page.get_by_text("3 with known values, together 13.8 billion US dollars").first.wait_for()
    wanted = deals.listed(Asked("UZB", "2025-11", "2025-11-06"))
    # Not by the mouse: the table beside it takes a click that has to scroll.
    menu = one.page.locator(".st-key-deal_list_menu").get_by_role("button").first
    menu.dispatch_event("click")
    with one.page.expect_download() as found:
        one.page.get_by_test_id("stPopoverBody").get_by_role("button", name=CSV).first.dispatch_event("click")
    # The next one to use the page finds no menu open.
    menu.dispatch_event("click")
    path = tmp_path / "deals.csv"
    found.value.save_as(path)
    rows = list(csv.DictReader(path.open(encoding="utf-8-sig")))
    assert [row["deal_id"] for row in rows] == wanted["deal_id"].tolist()
    assert [row["reason"] for row in rows] == wanted["reason"].tolist()


def test_nothing_of_money_is_moved_sideways_on_a_phone(readers):
    one = readers(390, 844).look("country?country=KAZ&lens=money")
    one.page.locator(".st-key-deals_ladder").first.wait_for()
    settled(one.page)
    assert one.page.get_by_test_id("stMain").evaluate(OVER) <= 0
    for key in ("investors", "us_rank", "deals_ladder", "aid"):
        assert one.page.locator(f".st-key-{key} .js-plotly-plot").first.evaluate(OVER) <= 0
