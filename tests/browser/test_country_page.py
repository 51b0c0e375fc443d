"""The Countries page in a browser: its first screen answers, two clicks lead to the deals of a country, a measure opens
on the Overview, and on a phone nothing is moved sideways."""

import re

from components.words import word
from data.analysis.country_facts import MEASURES
from tests.browser.screen import settled

ANSWER, TABLE = '[data-testid="atlas-answer"]', ".atlas-facts"
OVER = "(node) => node.scrollWidth - node.clientWidth"
FIRST_SCREEN_PX = 780


def test_measures_sentences_and_claims_stand_on_the_first_screen(reader):
    one = reader.look("country?country=TKM")
    settled(one.page)
    answer, table = (one.page.locator(part).bounding_box() for part in (ANSWER, TABLE))
    assert table["y"] + table["height"] - answer["y"] < FIRST_SCREEN_PX
    assert one.page.locator(f"{TABLE} tbody tr").count() == len(MEASURES)
    assert one.page.locator(f"{TABLE} img").evaluate_all("(all) => all.every((one) => one.naturalWidth > 0)")
    for heading in ("country.sentences", "country.said"):
        box = one.page.get_by_text(word(heading), exact=True).first.bounding_box()
        assert box["y"] - answer["y"] < FIRST_SCREEN_PX


def test_two_clicks_lead_to_the_deals_of_a_country(reader):
    one = reader.look("country?country=KAZ")
    settled(one.page)
    one.page.get_by_role("radio", name="Uzbekistan", exact=True).click()
    one.page.wait_for_url(re.compile("country=UZB"))
    one.page.get_by_role("radio", name=word("country.money"), exact=True).click()
    one.page.wait_for_url(re.compile("country=UZB.*lens=money"))
    settled(one.page)
    assert "deals of Uzbekistan with US firms" in one.page.locator(ANSWER).inner_text()
    assert one.page.get_by_test_id("stDataFrame").count() >= 1


def test_name_of_a_measure_opens_it_on_the_overview(reader):
    one = reader.look("country?country=KGZ")
    settled(one.page)
    one.page.locator(TABLE).get_by_role("link", name="US aid, obligations", exact=True).click()
    one.page.wait_for_url(re.compile(r"/\?indicator=us_aid_usd&year=2024.*country=KGZ"))
    settled(one.page)


def test_nothing_is_moved_sideways_on_a_phone(readers):
    one = readers(390, 844).look("country?country=KAZ")
    settled(one.page)
    assert one.page.get_by_test_id("stMain").evaluate(OVER) <= 0
