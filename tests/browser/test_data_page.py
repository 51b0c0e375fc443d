"""What a visitor of the Data page sees and takes along, in a real browser with every other host blocked."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest
from playwright.sync_api import Locator

from data.output import rows
from data.output.rows import Query
from data.package import descriptor

# Streamlit asks for its health below a page's own address first and gets this answer; the second question is answered.
# What is fetched of a file that was made on request is looked for once more after the run has put it away.
HARMLESS = re.compile(r"404 \(Not Found\)|Download Button source error - 404")
HEAD_PX, ROW_PX = 38, 35


class Reader:
    """A visitor of the Data page."""

    def __init__(self, one) -> None:
        self.one, self.page = one, one.page
        self.rest()

    def rest(self) -> None:
        self.page.get_by_text("Newest texts").wait_for()
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        # A link that is drawn anew under the pointer takes no click.
        self.page.wait_for_timeout(400)

    def errors(self) -> list[str]:
        return [said for said in self.one.errors if not HARMLESS.search(said)]

    def take(self, button: str) -> tuple[str, Path]:
        with self.page.expect_download() as started:
            self.page.get_by_role("button", name=button).click()
        return started.value.suggested_filename, Path(started.value.path())

    def take_from_menu(self, entry: str) -> tuple[str, Path]:
        # A file that is asked for while a run ends is not there any more.
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
        self.page.get_by_role("button", name=re.compile("Download$")).click()
        taken = self.take(entry)
        self.page.keyboard.press("Escape")
        return taken

    def grid(self) -> Locator:
        return self.page.get_by_test_id("stDataFrame").first

    def choose_row(self, number: int) -> None:
        """Choose a row of the grid, the first one being 0, by the box at its left edge: it is a drawing."""
        box = self.grid().bounding_box()
        self.page.mouse.click(box["x"] + 18, box["y"] + HEAD_PX + ROW_PX * (number + 0.5))


@pytest.fixture(scope="module")
def at_data(reader):
    """Turns the visitor of the file to the Data page."""
    return lambda query="": Reader(reader.look(f"data{query}"))


def test_list_of_all_tables_is_shown_without_errors_or_other_hosts(visit):
    one = visit()
    one.page.goto(f"{one.address}/data")
    reader = Reader(one)
    for name in descriptor.names():
        reader.page.get_by_role("button", name=descriptor.resource(name)["title"]).first.wait_for()
    assert reader.errors() == []
    assert reader.one.foreign == []


def test_link_to_a_table_opens_it_and_is_written_back(at_data):
    reader = at_data("?table=us_trade&country=UZB&view=world")
    reader.page.get_by_role("heading", name="US trade in goods").wait_for()
    reader.grid().wait_for()
    turn_fold(reader.page, "12 columns: what each means", is_open=True)
    reader.page.get_by_role("cell", name="value_usd").wait_for()
    turn_fold(reader.page, "12 columns: what each means", is_open=False)
    assert re.search("country=UZB.*table=us_trade", reader.page.url)
    written = reader.page.url
    assert at_data("?" + written.split("?", 1)[1]).page.url == written


def test_table_that_is_not_there_gives_the_list_with_a_notice(reader):
    reader.turn_to("data?table=%3Cscript%3E")
    reader.page.get_by_text("There is no table").wait_for()
    reader.page.get_by_role("heading", name="What was said and agreed").wait_for()
    reader.page.wait_for_url(lambda url: "table=" not in url)


def test_click_on_a_table_opens_it_and_back_returns(at_data):
    reader = at_data()
    reader.page.get_by_role("button", name="Members of forums").click()
    reader.page.get_by_role("heading", name="Members of forums").wait_for()
    reader.page.wait_for_url(re.compile("table=forum_members"))
    reader.page.go_back()
    reader.page.get_by_role("heading", name="What was said and agreed").wait_for()


def test_choice_goes_along_from_page_to_page(reader):
    one = reader.look("?indicator=member.wto&year=2021&view=eurasia&country=TKM&flows=off")
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Data").click()
    one.page.get_by_role("heading", name="What was said and agreed").wait_for()
    one.page.wait_for_url(re.compile("data.indicator=member.wto"))
    one.page.get_by_test_id("stTopNav").get_by_role("link", name="Overview").click()
    one.ready(indicator="member.wto", year="2021", view="eurasia", selected="TKM")


def test_table_file_leaves_out_restricted_rows_and_says_so(at_data):
    reader = at_data("?table=us_trade")
    reader.page.get_by_text("neither listed here nor in a file").wait_for()
    name, path = reader.take_from_menu("CSV · whole table")
    assert name == f"c5plus1-atlas_us_trade_v{descriptor.version()}.csv"
    text = path.read_text("utf-8")
    assert text.startswith("reporter,partner,flow,year")
    assert "uncomtrade-us" not in text
    assert "itc-trademap" not in text
    reader.page.locator("summary").filter(has_text="How to read the file").click()
    reader.page.get_by_text(f'read_csv("{name}"').first.wait_for()
    reader.page.get_by_text("keep_default_na=False").wait_for()
    reader.page.locator("summary").filter(has_text="How to read the file").click()


def test_zip_of_all_tables_opens(at_data):
    name, path = at_data().take("ZIP · all tables")
    assert name == f"c5plus1-atlas_v{descriptor.version()}.zip"
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        assert len(archive.namelist()) == 2 * len(descriptor.names()) + 3


def turn_fold(page, label, *, is_open: bool) -> None:
    """Open or close a fold by its label; another test on the same page may have left it either way."""
    fold = page.locator("details").filter(has=page.locator("summary").filter(has_text=label)).last
    if (fold.get_attribute("open") is not None) != is_open:
        fold.locator("summary").first.click()


def test_sources_checks_changes_and_citation_unfold(at_data):
    reader = at_data("?table=us_trade")
    folds = [re.compile(r"\d+ sources"), re.compile("checks this table passes"), "How to cite"]
    for label in folds:
        turn_fold(reader.page, label, is_open=True)
    reader.page.get_by_text("one-preferred").wait_for()
    reader.page.get_by_role("tab", name="BibTeX").click()
    reader.page.get_by_text("@misc{").wait_for()
    turn_fold(reader.page, "Changes since", is_open=True)
    reader.page.get_by_role("tab", name="Text").click()
    for label in (*folds, "Changes since"):
        turn_fold(reader.page, label, is_open=False)
    assert reader.errors() == []


def test_largest_table_is_searched_filtered_read_and_taken_in_its_rows(at_data):
    reader = at_data("?table=minerals_production&where=mineral:antimony&sort=-value")
    whole = len(rows.raw("minerals_production"))
    query = Query(where=(("mineral", "antimony"),), sort="-value")
    reader.page.get_by_text(f"{len(rows.find('minerals_production', query)):,} of {whole:,} rows").wait_for()
    reader.page.get_by_label("Search in the rows").fill("tajikistan")
    reader.page.get_by_label("Search in the rows").press("Enter")
    found = rows.find("minerals_production", replace(query, text="tajikistan"))
    reader.page.get_by_text(f"{len(found):,} of {whole:,} rows").wait_for()
    reader.page.wait_for_url(re.compile("rows=tajikistan.*where=mineral%3Aantimony.*sort=-value"))
    reader.choose_row(0)
    first = rows.raw("minerals_production").loc[found[0]]
    card = reader.page.get_by_role("heading", name=f"TJK · antimony · mine · {first['year']} · {first['vintage']}")
    card.wait_for()
    name, path = reader.take_from_menu(f"CSV · the {len(found)} rows found")
    assert name == f"c5plus1-atlas_minerals_production_v{descriptor.version()}_rows.csv"
    taken = pd.read_csv(path, dtype="str", keep_default_na=False)
    assert list(taken["value"]) == list(rows.raw("minerals_production").loc[found, "value"])
    assert taken["link"].str.contains("rows=tajikistan").all()
    assert reader.errors() == []


def test_heat_map_has_words_for_those_who_do_not_see_it(at_data):
    reader = at_data("?table=us_trade")
    turn_fold(reader.page, "Coverage: countries and years", is_open=True)
    reader.page.get_by_label(re.compile("Coverage of the table US trade")).first.wait_for()


@pytest.mark.parametrize("width", [1440, 390])
@pytest.mark.parametrize("query", ["", "?table=minerals_production"])
def test_no_sideways_scroll(readers, width, query):
    reader = Reader(readers(width=width).look(f"data{query}"))
    assert reader.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
