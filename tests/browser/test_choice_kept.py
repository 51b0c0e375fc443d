"""What the reader chooses on a page is there on every other page, and there again on coming back."""

import re
from dataclasses import dataclass

import pytest

from components.words import word
from tests.browser.hands import choose, click, press, tick, unfold, write, year
from tests.browser.screen import settled

pytestmark = pytest.mark.browser

PAGES = ("Overview", "Trade", "Compare", "Data")
ADDRESS = {"Overview": r"\d/\?", "Trade": r"/trade\?", "Compare": r"/compare\?", "Data": r"/data\?"}
# Each names one part at least: what a link to a page leaves out is then as by default.
OVERVIEW, TRADE, COMPARE, DATA = "?country=KAZ", "trade?top=10", "compare?mode=side", "data?view=us_central_asia"
FISH = "US imports from the five: Fish and other aquatic animals (HS 03)"
KEPT = ("boxes", "texts", "pressed", "ticked", "folds", "titles", "texted", "tables", "painted")


def limits(page) -> None:
    """Type class limits of one's own."""
    page.get_by_role("button", name=word("controls.classes"), exact=True).click()
    page.get_by_text(word("classing.own"), exact=True).click()
    page.get_by_label(word("controls.own")).fill("10; 100; 1000")
    page.get_by_label(word("controls.own")).press("Enter")
    page.keyboard.press("Escape")


def line(page) -> None:
    """Click the line between Kazakhstan and Italy half-way."""
    page.locator(".atlas-picture").first.scroll_into_view_if_needed()
    spot = page.evaluate(
        """() => {
            const path = document.querySelector('[data-flow="KAZ-ITA"] path');
            const spot = path.getPointAtLength(path.getTotalLength() / 2);
            const box = document.querySelector('.atlas-plot').getBoundingClientRect();
            return [box.left + spot.x, box.top + spot.y];
        }"""
    )
    page.mouse.move(spot[0] - 2, spot[1])
    page.mouse.click(*spot)


def open_table(page) -> None:
    page.get_by_role("button", name="Members of forums").click()


@dataclass(frozen=True)
class Control:
    """A control of a page: the link to start from (loaded anew, or not), what to do, and what then is in the link."""

    start: str
    name: str
    act: object
    told: str = ""
    is_loaded: bool = False


CONTROLS = [
    Control(OVERVIEW, "subject", choose("Subject", "US aid"), "indicator=us_aid"),
    Control(OVERVIEW, "indicator", choose("Indicator", "US exports of goods (f.a.s.)"), "indicator=us_exports_usd"),
    Control(OVERVIEW, "country", choose("Country", "Uzbekistan"), "country=UZB"),
    Control(OVERVIEW, "country on the map", click(59, 39), "country=TKM"),
    Control(OVERVIEW, "view", press("World"), "view=world"),
    Control(OVERVIEW, "flows", tick("US trade flows"), "flows=off"),
    Control(OVERVIEW, "sites", tick("Sites"), "points=on"),
    Control(OVERVIEW, "limits", limits, "classes=10%3B100%3B1000"),
    Control(OVERVIEW, "previous year", press("Previous year"), "year=2023"),
    Control(OVERVIEW, "slider", year("Home"), "year=1992"),
    Control(OVERVIEW, "topic", choose("Topic", "energy"), "topic=energy"),
    Control(OVERVIEW, "news search", write("Search in the news", "uranium"), "q=uranium"),
    Control(OVERVIEW, "more news", press("Show 8 more")),
    Control(OVERVIEW, "records", unfold("Where this number comes from")),
    Control(OVERVIEW, "caveats", unfold("What to know about these figures")),
    Control(f"{OVERVIEW}&indicator=gdp_usd", "whole table", press("Show all")),
    Control(TRADE, "flows", choose("Flows", "Trade of the five by partner"), "set=partners"),
    Control(f"{TRADE}&set=us_trade.01", "product", choose("Product", FISH), "set=us_trade.03"),
    Control(f"{TRADE}&set=partners", "country", choose("Country", "Kazakhstan"), "country=KAZ"),
    Control(f"{TRADE}&view=central_asia", "country on the map", click(73, 38.2), "country=TJK", is_loaded=True),
    Control(TRADE, "direction", press("Exports"), "direction=exports"),
    Control(f"{TRADE}&set=partners&country=KAZ", "share", press("Share of total"), "measure=share"),
    Control(TRADE, "lines", press("5"), "top=5"),
    Control(TRADE, "view", press("Globe"), "view=globe"),
    Control(TRADE, "chart", press("Sankey"), "chart=sankey"),
    Control(TRADE, "year", press("Previous year"), "year="),
    Control(f"{TRADE}&set=partners&country=KAZ&year=2022&view=eurasia", "line", line, "pair=KAZ-ITA", is_loaded=True),
    Control(TRADE, "caveats", unfold("What to know about these figures")),
    Control(COMPARE, "mode", press("Difference"), "mode=difference"),
    Control(COMPARE, "view", press("Eurasia"), "view=eurasia"),
    Control(COMPARE, "country", choose("Country", "Tajikistan"), "country=TJK"),
    Control(COMPARE, "subject", choose("Subject", "US aid"), "indicator=us_aid"),
    Control(COMPARE, "indicator", choose("Indicator", "US exports of goods (f.a.s.)"), "indicator=us_exports_usd"),
    Control(COMPARE, "right subject", choose(word("compare.right_subject"), "US aid"), "compare=us_aid"),
    Control(
        f"{COMPARE}&compare=us_imports_usd&indicator=us_aid_usd",
        "right indicator",
        choose(word("compare.right_indicator"), "US exports of goods (f.a.s.)"),
        "compare=us_exports_usd",
    ),
    Control(COMPARE, "left year", year("ArrowLeft"), "year="),
    Control(COMPARE, "right year", year("ArrowLeft", 1), "compare_year="),
    Control("compare?mode=difference", "earlier year", choose(word("compare.year_from"), "2010"), "year=2010"),
    Control("compare?mode=difference", "later year", choose(word("compare.year_to"), "2022"), "year=2022"),
    Control("compare?mode=difference", "percent", press("Percent"), "change=percent"),
    Control(COMPARE, "caveats", unfold("What to know about these figures")),
    Control(DATA, "table", choose("Table", "Members of forums"), "table=forum_members"),
    Control(DATA, "table in the list", open_table, "table=forum_members"),
    Control(DATA, "search", write("Search tables, columns and indicators", "uranium"), "q=uranium"),
    Control(f"{DATA}&table=us_aid", "first rows", unfold("First rows")),
    Control(f"{DATA}&table=us_aid", "citation", unfold("Cite")),
]


def title(one: Control) -> str:
    page = re.match(r"\w*", one.start)[0] or "overview"
    return f"{page}: {one.name}"


@pytest.mark.parametrize("control", CONTROLS, ids=title)
def test_what_is_chosen_is_there_on_every_page_and_on_coming_back(reader, control):
    one, page = reader, reader.page
    if control.is_loaded:
        page.goto(f"{one.address}/{control.start}")
    else:
        one.turn_to(control.start)
    before, address = settled(page), page.url
    control.act(page)
    if control.told:
        page.wait_for_url(re.compile(re.escape(control.told)))
    chosen = settled(page)
    assert (address, *(before[name] for name in KEPT)) != (page.url, *(chosen[name] for name in KEPT))
    own = next(name for name in PAGES if re.search(ADDRESS[name], page.url))
    for name in [*(name for name in PAGES if name != own), own]:
        page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(re.compile(ADDRESS[name]))
        back = settled(page)
    for name in KEPT:
        assert back[name] == chosen[name]
    assert own_errors(one) == []


def own_errors(one) -> list[str]:
    """Errors but Streamlit's own: it asks for its health under the page's path first, and is refused."""
    return [said for said in one.errors if not said.startswith("Failed to load resource")]
