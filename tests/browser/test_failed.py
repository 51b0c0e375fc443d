"""A page that cannot be drawn is no dead end: what happened in words, and ways back, by mouse."""

import re

import pytest

from components.words import word
from data.vocabulary import terms
from tests.browser.hands import choose

BROKEN = """
from components.widgets.overview import number
from data.vocabulary import terms
drawn = number.show
def show(choice):
    if choice.indicator == "gdp_usd":
        raise RuntimeError("for a test")
    drawn(choice)
number.show = show
"""


@pytest.fixture
def broken(serve):
    return serve(before=BROKEN)


def fail(one) -> None:
    """Choose what cannot be drawn: the first indicator of the subject is GDP."""
    choose("Subject", terms.family("economy"))(one.page)
    one.page.get_by_text(word("failed.text")).wait_for()
    one.page.wait_for_url(re.compile("indicator=gdp_usd.*country=KAZ"))
    one.page.wait_for_timeout(500)


def test_ways_back_from_a_page_that_cannot_be_drawn(visit, broken):
    one = visit(broken)
    one.open("?country=KAZ&year=2019&view=world")
    fail(one)
    assert one.page.get_by_test_id("stException").count() == 0
    one.page.get_by_role("button", name=word("failed.back")).click()
    one.page.get_by_text(word("failed.text")).wait_for(state="detached")
    one.ready(year="2019", view="world")
    assert one.map("indicator") != "gdp_usd"
    assert one.page.get_by_text(word("failed.text")).count() == 0
    one.page.wait_for_timeout(500)
    fail(one)
    one.page.get_by_role("button", name=word("failed.default")).click()
    one.ready(indicator="us_imports_usd", view="five")


def test_other_pages_are_reached_from_a_page_that_cannot_be_drawn(visit, broken):
    one = visit(broken)
    one.open("?country=KAZ&year=2019&view=world")
    fail(one)
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Trade", exact=True).click()
    one.ready(selected="KAZ", view="world")
