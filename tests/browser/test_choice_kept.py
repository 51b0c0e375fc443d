"""What the reader chooses on a page is there on every other page, and there again on coming back."""

import re
from dataclasses import dataclass

import pytest

from components.words import word
from data.analysis import product_order
from data.vocabulary import terms
from tests.browser.hands import choose, click, less, more, press, tick, unfold, view, write, year
from tests.browser.screen import settled

PAGES = ("Overview", "Trade", "Minerals", "Forums", "Countries", "Compare", "News", "Claims", "Story", "Data")
OTHERWISE = {"Overview": r"\d/\?", "Countries": r"/country\?"}
ADDRESS = {name: OTHERWISE.get(name, rf"/{name.lower()}\?") for name in PAGES}
# Each names one part at least: what a link to a page leaves out is then as by default.
OVERVIEW, TRADE, COMPARE, DATA = "?country=KAZ", "trade?top=10", "compare?mode=side", "data?view=us_central_asia"
FISH = product_order.with_share("Fish and other aquatic animals (HS 03)", "03")
KEPT = ("boxes", "texts", "pressed", "ticked", "folds", "titles", "texted", "tables", "painted")


def limits(page) -> None:
    """Type class limits of one's own."""
    more(page)
    page.get_by_text(word("classing.own"), exact=True).click()
    page.get_by_label(word("controls.own")).fill("10; 100; 1000")
    page.get_by_label(word("controls.own")).press("Enter")
    less(page)


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
    """A control of a page: what to do with it, and what then is in the link."""

    name: str
    act: object
    told: str = ""


@dataclass(frozen=True)
class Walk:
    """Controls of a page that go together: the link to start from (loaded anew, or not), and each in its turn."""

    start: str
    controls: tuple[Control, ...]
    is_loaded: bool = False


def walk(start: str, *controls: Control, is_loaded: bool = False) -> Walk:
    return Walk(start, controls, is_loaded)


CAVEATS = Control("caveats", unfold("What to know about these figures"))
AID = choose("Subject", "US aid")
EXPORTS = choose("Indicator", "US exports of goods (f.a.s.)")
WALKS = [
    walk(
        OVERVIEW,
        Control("subject", AID, "indicator=us_aid"),
        Control("topic", choose("Topic", "energy"), "topic=energy"),
        Control("country", choose("Country", "Uzbekistan"), "country=UZB"),
        Control("sites", tick(word("controls.points")), "points=on"),
    ),
    walk(
        OVERVIEW,
        Control("indicator", EXPORTS, "indicator=us_exports_usd"),
        Control("flows", tick(word("controls.flows")), "flows=off"),
        Control("view", view("World"), "view=world"),
        Control("previous year", press("Previous year"), "year=2023"),
        Control("news search", write("Search in the news", "uranium"), "q=uranium"),
    ),
    walk(
        OVERVIEW,
        Control("country on the map", click(59, 39), "country=TKM"),
        Control("limits", limits, "classes=10%3B100%3B1000"),
        CAVEATS,
    ),
    walk(
        f"{OVERVIEW}&indicator=gdp_usd",
        Control("slider", year("Home"), "year=1992"),
        Control("form", press("Chart"), "show=chart"),
    ),
    walk(
        TRADE,
        Control("flows", choose(word("trade.set"), terms.family("partner_trade")), "set=partners"),
        Control("country", choose("Country", "Kazakhstan"), "country=KAZ"),
        Control("share", press(word("trade.share")), "measure=share"),
        Control("lines", press("5"), "top=5"),
        CAVEATS,
    ),
    walk(
        f"{TRADE}&set=us_trade.01",
        Control("product", choose("Product", FISH), "set=us_trade.03"),
        Control("chart", press("Sankey"), "chart=sankey"),
    ),
    walk(
        f"{TRADE}&view=central_asia",
        Control("country on the map", click(73, 38.2), "country=TJK"),
        Control("direction", press("Exports"), "direction=exports"),
        Control("view", press("Globe"), "view=globe"),
        Control("year", press("Previous year"), "year="),
        is_loaded=True,
    ),
    walk(
        f"{TRADE}&set=partners&country=KAZ&year=2022&view=eurasia",
        Control("line", line, "pair=KAZ-ITA"),
        is_loaded=True,
    ),
    walk(
        COMPARE,
        Control("mode", press("Difference"), "mode=difference"),
        Control("view", press("Eurasia"), "view=eurasia"),
        Control("country", choose("Country", "Tajikistan"), "country=TJK"),
        Control("earlier year", choose(word("compare.year_from"), "2010"), "year=2010"),
        Control("later year", choose(word("compare.year_to"), "2022"), "year=2022"),
        Control("percent", press("Percent"), "change=percent"),
    ),
    walk(
        COMPARE,
        Control("indicator", EXPORTS, "indicator=us_exports_usd"),
        Control("left year", year("ArrowLeft"), "year="),
        Control("right subject", choose(word("compare.right_subject"), "US aid"), "compare=us_aid"),
        Control("right year", year("ArrowLeft", 1), "compare_year="),
    ),
    walk(
        f"{COMPARE}&compare=us_imports_usd&indicator=us_balance_usd",
        Control("subject", AID, "indicator=us_aid"),
        Control(
            "right indicator",
            choose(word("compare.right_indicator"), "US exports of goods (f.a.s.)"),
            "compare=us_exports_usd",
        ),
        CAVEATS,
    ),
    walk(
        "news?country=KAZ",
        Control("topic", choose(word("news.topic"), "uranium"), "topic=uranium"),
        Control("month", choose(word("news.from"), "November 2025"), "from=2025-11"),
        Control("language", choose(word("news.written_in"), "English"), "written_in=en"),
    ),
    walk("news?view=us_central_asia", Control("more articles", press("Show 8 more"))),
    walk(
        "minerals?country=KAZ",
        Control("mineral", choose(word("minerals.mineral"), "Chromium"), "mineral=chromium"),
        Control("panel", press(word("minerals.sources")), "panel=sources"),
        Control("country", choose("Country", "Tajikistan"), "country=TJK"),
    ),
    walk(
        "forums?country=KAZ",
        Control("ties", press(word("forums.any")), "ties=any"),
        Control("kind", press(word("forum_kinds.military")), "kind=military"),
        Control("country", choose("Country", "Tajikistan"), "country=TJK"),
    ),
    walk(
        "country?country=KAZ",
        Control("country", press("Uzbekistan"), "country=UZB"),
        Control("lens", press(word("country.claims")), "lens=claims"),
    ),
    walk(
        "claims?view=us_central_asia",
        Control("order", choose(word("claims.sort"), word("claims.date")), "sort=date"),
        Control("contest", unfold(word("claims.contest"))),
    ),
    walk(
        "story?story=november_2025",
        Control("step", press(word("story.next")), "step=2"),
        Control("words", unfold(word("story.cells"))),
    ),
    walk(DATA, Control("table", choose("Table", "Members of forums"), "table=forum_members")),
    walk(
        DATA,
        Control("table in the list", open_table, "table=forum_members"),
        Control("columns", unfold("columns: what each means")),
        Control("citation", unfold("Cite")),
    ),
    walk(
        f"{DATA}&table=us_tariffs",
        Control("column", choose("Filter by", "Measure")),
        Control("rows", write("Search in the rows", "duty"), "rows=duty"),
        Control("order", choose("Order by", "Rate"), "rate_pct"),
        Control("largest first", tick("Largest or latest first"), "sort=-rate_pct"),
    ),
]


def title(one: Walk) -> str:
    page = re.match(r"\w*", one.start)[0] or "overview"
    return f"{page}: {', '.join(control.name for control in one.controls)}"


def others(walked: Walk, own: str) -> list[str]:
    """A page to go by, another one for the next walk, so that all of them have their turn."""
    names = [name for name in PAGES if name != own]
    return [names[WALKS.index(walked) % len(names)]]


@pytest.mark.parametrize("walked", WALKS, ids=title)
def test_what_is_chosen_is_there_on_every_page_and_on_coming_back(reader, walked):
    one, page = reader, reader.page
    if walked.is_loaded:
        page.goto(f"{one.address}/{walked.start}")
    else:
        one.turn_to(walked.start)
    chosen = settled(page)
    for control in walked.controls:
        before, address = chosen, page.url
        control.act(page)
        if control.told:
            page.wait_for_url(re.compile(re.escape(control.told)))
        chosen = settled(page, file=control is walked.controls[-1])
        assert (address, *(before[name] for name in KEPT)) != (page.url, *(chosen[name] for name in KEPT)), control.name
        assert sum(chosen["folds"]) >= sum(before["folds"]), f"{control.name} closes a fold"
    assert all(control.told in page.url for control in walked.controls)
    own = next(name for name in PAGES if re.search(ADDRESS[name], page.url))
    for name in [*others(walked, own), own]:
        page.get_by_test_id("stTopNav").get_by_role("link", name=name, exact=True).click()
        page.wait_for_url(re.compile(ADDRESS[name]))
        back = settled(page, file=name == own)
    for name in KEPT:
        assert back[name] == chosen[name]
    assert own_errors(one) == []


def own_errors(one) -> list[str]:
    """Errors but Streamlit's own: it asks for its health under the page's path first, and is refused."""
    return [said for said in one.errors if not said.startswith("Failed to load resource")]
