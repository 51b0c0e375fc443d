"""The atlas in one file, opened from the disk by a browser that has no network."""

import subprocess
import sys
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from data import indicators
from data.output import extract, frames
from data.package import countries, licensing
from data.subjects import number_format
from data.vocabulary import terms
from tests.browser.test_accessibility import AXE, RUN

ROOT = Path(__file__).parents[2]
MOST_MB = 3.0
LEFT_OUT = terms.absences()["withheld_by_licence"]
PAGES = ("", "country", "trade", "minerals", "forums", "claims", "news", "data", "about")
# One of each kind of page.
SHEETS = (
    "?flows=1&view=us_central_asia&compare_year=2016",
    "country?country=USA",
    "trade?",
    "claims?claim=CL003",
    "about?",
)
# With figures that may not be passed on, with gaps, with numbers below zero, words, ranks and ratios.
COMPARED = ("us_imports_usd", "us_balance_usd", "mirror_exports_usd", "production.copper", "world_rank.antimony")
COMPARED += ("member.sco", "exports_by_partner_usd.uzb", "us_import_reliance.antimony", "us_fdi_stock_eur", "gdp_usd")


@pytest.fixture(scope="module")
def path(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("offline") / "atlas.html"
    asked = [sys.executable, "-m", "data", "offline", "--out", str(out)]
    said = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True, timeout=900).stdout
    assert f"{out.stat().st_size / 1e6:.2f} MB" in said
    return out


class Opened:
    """A page of the file; what it asked for beside itself, and what went wrong."""

    def __init__(self, browser, path: Path, **options) -> None:
        self.context = browser.new_context(offline=True, **options)
        self.page = self.context.new_page()
        self.page.set_default_timeout(30_000)
        self.address = path.as_uri()
        self.asked: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda one: self.asked.append(one.url) if not self.is_own(one.url) else None)
        self.page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))

    def is_own(self, url: str) -> bool:
        return url.partition("#")[0] == self.address or url.startswith(f"blob:{self.address[:7]}")

    def look(self, link: str) -> "Opened":
        """Open a link of the file, and wait until it is shown."""
        page, _, query = link.partition("?")
        if self.page.url.partition("#")[0] == self.address:
            self.page.evaluate("(hash) => { location.hash = hash; }", f"{page}?{query}")
        else:
            self.page.goto(f"{self.address}#{page}?{query}")
        self.page.wait_for_function(
            """([page, query]) => {
              const [shown, said = ''] = (document.querySelector('.sheet')?.dataset.ready ?? '#').split('?');
              const all = new URLSearchParams(said);
              return shown === page && [...new URLSearchParams(query)].every(([name, one]) => all.get(name) === one);
            }""",
            arg=[page, query],
        )
        return self

    def saved(self, button: str) -> bytes:
        """The file that a button gives."""
        with self.page.expect_download() as started:
            self.page.get_by_role("button", name=button, exact=True).click()
        return Path(started.value.path()).read_bytes()

    def cells(self) -> dict[str, list[str]]:
        """The rows of the table that are shown, by their first cell."""
        rows = self.page.locator("tbody tr").evaluate_all(
            "(rows) => rows.map((row) => [...row.cells].map((cell) => cell.innerText.trim()))"
        )
        return {row[0]: row[1:] for row in rows}


@pytest.fixture(scope="module")
def opened(browser, path):
    one = Opened(browser, path, viewport={"width": 1440, "height": 1000})
    yield one
    assert (one.asked, one.errors) == ([], [])
    one.context.close()


def test_file_is_small_and_its_pages_ask_nobody(opened, path):
    assert path.stat().st_size / 1e6 < MOST_MB
    for name in PAGES:
        opened.look(f"{name}?")
        assert opened.page.locator(".sheet h2").first.inner_text() != "", name
    assert (opened.asked, opened.errors) == ([], [])
    policy = opened.page.get_attribute('meta[http-equiv="Content-Security-Policy"]', "content")
    assert policy.startswith("default-src 'none'; script-src 'sha256-")


def test_files_of_figures_are_those_of_the_atlas(opened):
    for one in COMPARED:
        opened.look(f"?indicator={one}")
        assert opened.saved("CSV · all years") == frames.to_csv(extract.all_years(one)), one


def test_table_and_map_show_what_the_command_line_gives(opened):
    for one in COMPARED:
        indicator, found = indicators.get(one), indicators.values(one)
        years = indicators.years(one)
        for year in sorted({years[0], years[len(years) // 2], years[-1]}):
            opened.look(f"?indicator={one}&year={year}")
            shown = opened.cells()
            rows = found[found["year"] == year]
            assert len(shown) == min(len(rows), 100), (one, year)
            held = dict(zip(rows["iso3"], licensing.is_withheld(rows), strict=True))
            for row in rows.itertuples(index=False):
                text = number_format.show(row.value, indicator)
                said = terms.standing(text) if text and indicator.kind == terms.MEMBERSHIP else text
                wanted = LEFT_OUT if held[row.iso3] else said or terms.absences(indicator.kind)[row.status]
                told = shown.get(countries.name(row.iso3))
                assert told is None or told[0].casefold() == wanted.casefold(), (one, year, row.iso3)


def test_colour_of_a_country_is_that_of_its_class_and_of_its_gap(opened):
    opened.look("?indicator=production.copper&year=2023&view=world")
    swatch = """(node) => getComputedStyle(node.querySelector('.atlas-swatch')).backgroundColor"""
    fill = "(node) => getComputedStyle(node).fill"
    for iso3, label in (("CHL", "3,000 and more"), ("UZB", LEFT_OUT), ("TKM", terms.absences()["not_reported"])):
        entry = opened.page.get_by_role("button", name=label, exact=True)
        shape = opened.page.locator(f'.picture path[data-iso3="{iso3}"]').first
        assert shape.evaluate(fill) == entry.evaluate(swatch), iso3


def test_controls_year_and_country_lead_on_and_back(opened):
    page = opened.look("?indicator=us_imports_usd&year=2020").page
    page.get_by_label("Indicator", exact=True).select_option("us_exports_usd")
    page.wait_for_function("() => location.hash.includes('indicator=us_exports_usd')")
    page.get_by_label("Year", exact=True).press("ArrowRight")
    page.wait_for_function("() => location.hash.includes('year=2021')")
    page.locator('.picture path[data-iso3="UZB"]').first.click(position={"x": 20, "y": 20}, force=True)
    page.wait_for_function("() => location.hash.includes('country=UZB')")
    value = indicators.values("us_exports_usd", 2021).set_index("iso3").loc["UZB", "value"]
    shown = number_format.show(value, indicators.get("us_exports_usd"))
    page.wait_for_function("(text) => document.querySelector('.card .value').innerText.includes(text)", arg=shown)
    assert "Uzbekistan, 2021" in page.locator(".card h2").inner_text()
    assert "US Census Bureau" in page.locator(".card dl").inner_text()
    page.get_by_label("Beside it the year").select_option("2016")
    page.wait_for_selector(".picture >> nth=1")
    assert "2016" in page.locator("thead").inner_text()
    page.go_back()
    page.wait_for_function("() => !location.hash.includes('compare_year')")


def test_search_answers_and_leads_to_the_figure(opened):
    page = opened.look("about?").page
    page.keyboard.press("/")
    page.keyboard.type("antimony tajikistan")
    page.wait_for_selector('.atlas-search[data-answered="antimony tajikistan"]')
    title = page.locator(".atlas-found-title").first.inner_text()
    page.keyboard.press("Enter")
    page.wait_for_selector(".card .value")
    assert "country=TJK" in page.url
    assert page.locator(".card .value").inner_text() in title
    page.keyboard.press("/")
    page.keyboard.type("CL003")
    page.wait_for_selector('.atlas-search[data-answered="CL003"]')
    page.keyboard.press("Enter")
    page.wait_for_selector(".whole dl")
    assert "Antimony was 97 percent" in page.locator(".whole dl").inner_text()


def test_rows_are_found_filtered_sorted_and_taken(opened):
    page = opened.look("data?table=deals&where=iso3:UZB").page
    table = pd.read_csv(StringIO(opened.saved("CSV · these rows").decode()), dtype=str, keep_default_na=False)
    every = licensing.open_rows("deals")
    assert table.equals(every[every["iso3"] == "UZB"].reset_index(drop=True))
    page.get_by_role("button", name="Announced").click()
    days = [row[0] for row in opened.cells().values()]
    assert days == sorted(days)
    page.locator("button.row").first.click()
    told = page.locator(".whole dl").inner_text()
    assert "Place in the source" in told
    assert page.locator('.whole a[href^="http"]').count() > 0


def test_links_that_mean_nothing_show_what_the_file_opens_with(opened):
    for link in (
        "constructor?",
        "?indicator=__proto__&view=toString&country=<img src=x>&year=1e9",
        "data?table=valueOf",
    ):
        opened.look(link)
        assert opened.page.locator(".sheet h2").first.inner_text() != "", link
    assert opened.page.locator(".sheet img").count() == 0


def test_without_script_the_newest_figures_stand_as_a_table(browser, path):
    one = Opened(browser, path, java_script_enabled=False)
    one.page.goto(one.address)
    shown = one.page.locator("noscript").inner_text()
    row = indicators.values("us_imports_usd", indicators.default_year("us_imports_usd")).set_index("iso3").loc["KAZ"]
    assert number_format.show(row["value"], indicators.get("us_imports_usd")) in shown
    assert terms.absences()["not_applicable"] in shown
    assert one.asked == []
    one.context.close()


def test_sheets_are_whole_on_every_screen_and_nothing_serious_is_wrong_with_them(browser, path):
    found = []
    for width, scheme in ((320, "dark"), (1440, "light")):
        one = Opened(browser, path, viewport={"width": width, "height": 900}, color_scheme=scheme)
        for link in SHEETS:
            one.look(link)
            over = one.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            if over > 0:
                found.append((width, link, f"{over} pixels too wide"))
            one.page.evaluate(AXE.read_text("utf-8"))
            found += [(width, link, bad["id"], bad["html"], bad["why"]) for bad in one.page.evaluate(RUN)]
        one.context.close()
    assert found == []
