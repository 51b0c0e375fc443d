"""Every page in a language made by machine: nothing on it, nothing that is taken home from it, is left in English."""

import csv
import io
import re
from pathlib import Path

import pytest

from components.reader.parameters import PAGES
from data.vocabulary import cldr
from data.vocabulary.language import ENGLISH
from tests import pseudo
from tests.browser.conftest import ROOT, start_app
from tests.browser.hands import choose
from tests.browser.reading import SAID, plain_english, sourced
from tests.pseudo import LANGUAGE, OPENS

# What Streamlit says itself.
CHROME = re.compile(
    r"Deploy|Stop|Running\.\.\.|Dismiss|Open|Main menu|Choose an option|Clear value|Link to heading|App pages"
    r"|Copy to clipboard|Skip to main content|(?:Download as CSV|Fullscreen|Search|Show/hide columns): .*"
    r"|\d+ options available\.|Help for .*|Choose date|Selected Date: .*|(?:day|month|year), .*"
)
# What of a table that is taken home is in words.
IN_WORDS = re.compile("(.*_)?(country|name|source_title)")
LINKS = {
    "": [
        "?country=KAZ&year=2022&flows=on&points=on",
        "?indicator=production.copper&country=UZB&year=2023&classes=continuous",
        "?indicator=us_aid_usd&country=KGZ&flows=on&q=nothing+is+like+this",
        "?indicator=x&year=1800&view=x&country=x&x=1&points=x&classes=x&topic=x&flows=x&v=0_1&v=0_2",
    ],
    "trade": [
        "?set=us_trade&country=KAZ&year=2022&pair=KAZ-USA",
        "?set=partners&country=KAZ&measure=share&year=2020",
        "?set=x&direction=x&measure=x&top=x&chart=x&pair=x&part=x&cif=x",
        "?country=KAZ&part=sides&cif=10",
    ],
    "minerals": [
        "?country=KAZ&mineral=chromium",
        "?mineral=antimony&panel=sources&form=x&swap=x&from=x&as=x",
        "?panel=uranium&sort=x&stage=x&mineral=x",
    ],
    "forums": [
        "?country=TKM&since=2015-11-01",
        "?on=2006-07-01&ties=any&forum=wto",
        "?on=x&since=x&kind=x&forum=x&ties=x&with=x",
    ],
    "country": [
        "?country=KAZ",
        "?country=USA&lens=money",
        "?country=TKM&lens=minerals&deals_from=x&sector=x&firm=x&rung=x",
    ],
    "claims": ["?claim=CL009&due=on", "?claim=x&verdict=x&speaker=x&evidence=x&subject=x&article=x&from=x&sort=x"],
    "compare": [
        "?indicator=us_imports_usd&country=KAZ&year=2022",
        "?indicator=us_imports_usd&mode=difference&change=percent&year=2022&compare_year=2012",
        "?indicator=member.sco&compare=gdp_usd",
        "?mode=x&compare=x&compare_year=x&change=x",
    ],
    "news": [
        "?country=TJK",
        "?q=nothing+is+like+this&about=on",
        "?topic=x&publisher=x&written_in=x&from=x&to=x&about=x",
    ],
    "story": [
        "?story=november_2025&step=12",
        "?story=november_2025&step=3",
        "?story=november_2025&step=15",
        "?story=us_uranium&step=5",
        "?story=x&step=x",
    ],
    "data": ["", "?q=uranium", "?table=us_trade", "?table=x"],
}


@pytest.fixture(scope="module")
def in_another_language(tmp_path_factory):
    """A copy of the atlas that speaks the language made by machine, too."""
    process, address = start_app(root=pseudo.copy_of(ROOT, tmp_path_factory.mktemp("pseudo") / "copy"))
    yield address
    process.kill()
    process.wait(timeout=40)


def ours(text: str) -> str:
    """A text without what Streamlit says itself, and without the names of languages in themselves."""
    return "" if CHROME.fullmatch(text) or text == cldr.own_name(ENGLISH) else text


def at_rest(page) -> None:
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(200)
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_function(
        "() => [...document.querySelectorAll('.atlas-map')].every((map) => map.dataset.ready === 'true')"
    )


def said_on(page, link: str, *, has_lists: bool) -> set[str]:
    """Everything that is said on the page of a link, its folds open, its lists let down, the pointer on its charts."""
    page.goto(link)
    page.wait_for_selector('[data-testid="stApp"] [data-testid="stCaptionContainer"]')
    at_rest(page)
    main = page.get_by_test_id("stMain")
    said = set(page.evaluate(SAID))
    if main.locator("summary").count():
        main.locator("summary").evaluate_all("all => all.forEach((fold) => fold.click())")
        at_rest(page)
    lists = [*main.get_by_test_id("stPopoverButton").all(), *main.get_by_role("combobox").all()] if has_lists else []
    for one in lists:
        if one.is_visible() and one.is_enabled():
            one.click()
            page.wait_for_timeout(100)
            said |= set(page.evaluate(SAID))
            page.keyboard.press("Escape")
    for one in main.locator(".atlas-plot").all():
        box = one.bounding_box()
        for x, y in ((0.3, 0.4), (0.5, 0.5), (0.6, 0.35), (0.7, 0.6)):
            page.mouse.move(box["x"] + x * box["width"], box["y"] + y * box["height"])
            page.wait_for_timeout(100)
            said |= set(page.evaluate(SAID))
    marks = main.locator(".js-plotly-plot .bars .point, .js-plotly-plot .sankey-link").filter(visible=True)
    for one in marks.all()[:2]:
        one.hover(force=True)
        page.wait_for_timeout(200)
        said |= set(page.evaluate(SAID))
    return said | set(page.evaluate(SAID))


def taken_home(page) -> set[str]:
    """The cells in words of every table, and every text of every drawing, that the page gives away."""
    cells: set[str] = set()
    # What stands in a menu is on the page only while the menu is open.
    for menu in page.get_by_test_id("stPopover").locator("button").all():
        menu.dispatch_event("click")
    # One of them asks the server for what is in it.
    at_rest(page)
    buttons = page.locator('[class*="_csv_"] [data-testid="stDownloadButton"] button').all()
    assert buttons or not page.get_by_test_id("stDownloadButton").count()
    for button in [*buttons, *page.get_by_role("button", name="SVG").all()]:
        with page.expect_download() as started:
            button.dispatch_event("click")
        name, path = started.value.suggested_filename, Path(started.value.path())
        if name.endswith(".csv"):
            for row in csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))):
                cells |= {cell for column, cell in row.items() if IN_WORDS.fullmatch(column)}
        elif name.endswith(".svg"):
            cells.update(re.findall(r"<(?:text|tspan|title|desc)[^>]*>([^<]+)</", path.read_text("utf-8")))
    return cells


@pytest.mark.parametrize("page_name", PAGES)
def test_nothing_on_a_page_or_taken_from_it_is_left_in_english(visit, in_another_language, page_name):
    known = sourced(with_descriptor=page_name in ("data", "story"))
    one = visit(in_another_language)
    found = {}
    for link in LINKS[page_name]:
        asked = f"{link}{'&' if link else '?'}lang={LANGUAGE}"
        said = said_on(one.page, f"{one.address}/{page_name}{asked}", has_lists=link == LINKS[page_name][0])
        assert sum(OPENS in text for text in said) > 30
        assert one.page.evaluate("document.documentElement.lang") == LANGUAGE
        said |= taken_home(one.page) if page_name != "data" else set()
        found |= {text: words for text in map(ours, said) if (words := plain_english(text, known))}
    assert "\n".join(f"{', '.join(words)}: {text}" for text, words in sorted(found.items())) == ""
    assert [said for said in one.errors if not re.match("Failed to load resource", said)] == []


def test_reader_chooses_a_language_and_keeps_it(visit, in_another_language):
    one = visit(in_another_language).open("?country=KAZ")
    page = one.page
    assert OPENS not in page.locator("body").inner_text()
    choose("Language", cldr.own_name(LANGUAGE))(page)
    page.wait_for_url(re.compile(f"lang={LANGUAGE}"))
    at_rest(page)
    language = "document.documentElement.lang"
    assert page.evaluate(language) == LANGUAGE
    # The map is another one, too: the hints of its buttons were made with it.
    assert all(
        OPENS in text for text in page.locator(".atlas-tools button").evaluate_all("all => all.map((one) => one.title)")
    )
    page.get_by_test_id("stTopNav").locator("a").nth(1).click()
    page.wait_for_url(re.compile(f"/trade.*lang={LANGUAGE}"))
    at_rest(page)
    page.reload()
    at_rest(page)
    assert OPENS in page.title()
    assert page.evaluate(language) == LANGUAGE
    page.go_back()
    page.wait_for_url(re.compile(rf"/\?.*lang={LANGUAGE}"))
    page.go_back()
    page.wait_for_function(f"() => {language} === '{ENGLISH}'")
    at_rest(page)
    assert OPENS not in page.locator("body").inner_text()
