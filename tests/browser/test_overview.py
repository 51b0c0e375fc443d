"""What a visitor of the overview sees, in a real browser with every other host blocked."""

import json
import re
from pathlib import Path

import pytest

from data.analysis import product_order
from data.vocabulary import terms

SIX = {
    "KAZ": (67, 48),
    "KGZ": (75.2, 41.5),
    "TJK": (71, 38.7),
    "TKM": (59, 39),
    "UZB": (63.5, 42),
    "USA": (-98, 39),
}
KAZ_2024 = "?indicator=us_imports_usd&year=2024&country=KAZ"
NONSENSE = "?indicator=../../etc&year=99999&country=%3Cscript%3E&view=moon&flows=perhaps&topic=%00&lang=xx&v=0.0.0&x=1"


def test_first_visit_paints_the_map_without_errors_or_other_hosts(visit):
    one = visit(is_first=True).open()
    assert one.map("indicator") == "us_imports_usd"
    assert one.map("view") == "five"
    assert one.page.locator(".atlas-plot .choroplethlayer path").count() > 30
    assert one.foreign == []
    assert one.errors == []


@pytest.mark.parametrize("view", ["five", "us_central_asia", "central_asia", "eurasia", "world"])
def test_each_view_is_painted(reader, view):
    reader.look(f"?view={view}")
    assert reader.map("view") == view
    assert reader.page.locator(".atlas-plot .choroplethlayer path").count() >= 17
    assert reader.errors == []


@pytest.mark.parametrize(("iso3", "place"), SIX.items())
def test_click_on_a_country_selects_it_in_link_and_card(reader, iso3, place):
    one = reader.look("?view=world&flows=off")
    spot = one.pixel(*place)
    one.page.mouse.click(spot["x"], spot["y"])
    one.ready(selected=iso3)
    one.page.wait_for_url(re.compile(f"country={iso3}"))


def test_zoom_survives_a_change_of_indicator_and_year(mover):
    one = mover.look("?view=central_asia&indicator=us_imports_usd&year=2023&flows=off")
    spot = one.pixel(71, 38.7)
    one.page.mouse.move(spot["x"], spot["y"])
    one.page.keyboard.down("Control")
    for _ in range(6):
        one.page.mouse.wheel(0, -240)
        one.page.wait_for_timeout(60)
    one.page.keyboard.up("Control")
    one.page.wait_for_timeout(400)
    before = one.camera()
    assert before["scale"] > 1.5
    slider = one.page.get_by_test_id("atlas-year")
    slider.focus()
    slider.press("ArrowLeft")
    one.page.wait_for_url(re.compile("year=2022"))
    one.ready(year="2022")
    assert one.camera() == before
    one.page.get_by_role("combobox", name="Indicator").click()
    one.page.get_by_role("option", name=re.compile("US exports")).first.click()
    one.ready(indicator="us_exports_usd")
    assert one.camera() == before
    slider.press("ArrowRight")
    one.ready(year="2023")
    one.page.get_by_role("combobox", name="Indicator").click()
    one.page.get_by_role("option", name=re.compile("US imports")).first.click()
    one.ready(indicator="us_imports_usd", year="2023")
    assert one.camera() == before


def test_pointer_table_and_file_show_the_printed_figure(reader):
    one = reader.look(f"{KAZ_2024}&view=central_asia&flows=off")
    assert "2,348.8 million US dollars" in one.hover(67, 48)
    one.page.get_by_role("radio", name="Table").click()
    # What the grid has for those who do not see its picture.
    row = one.page.locator('[data-testid="stDataFrame"] [role="row"]').filter(has_text="Kazakhstan").first
    row.wait_for(state="attached")
    assert "2348.8" in row.text_content()
    assert "2,348,802,814" in row.text_content()
    one.page.get_by_role("button", name=re.compile("Download$")).click()
    with one.page.expect_download() as started:
        one.page.get_by_test_id("stPopoverBody").get_by_role("button", name="CSV").first.click()
    one.page.keyboard.press("Escape")
    text = Path(started.value.path()).read_text("utf-8")
    assert re.search(r"^KAZ,Kazakhstan,us_imports_usd,2024,2348802814,", text, re.MULTILINE)
    assert started.value.suggested_filename.startswith("c5plus1-atlas_us_imports_usd_2024_v")


def test_earlier_vintage_is_one_click_away(reader):
    one = reader.look(KAZ_2024)
    one.page.get_by_text("3 other figures for this").wait_for()
    one.page.get_by_role("button", name="Where from").first.click()
    vintage = one.page.get_by_text("first full-year release", exact=False)
    vintage.first.wait_for()
    one.page.keyboard.press("Escape")
    vintage.first.wait_for(state="hidden")


def test_nonsense_in_every_part_opens_the_default_view_with_notices(visit):
    one = visit().open(NONSENSE)
    assert one.map("indicator") == "us_imports_usd"
    assert one.map("view") == "five"
    alerts = one.page.locator('[data-testid="stAlert"]')
    alerts.first.wait_for()
    assert alerts.count() >= 8
    assert one.page.locator("script:has-text('alert')").count() == 0
    assert one.errors == []


def test_turkmenistan_in_the_wto_is_observer_then_applicant(reader):
    one = reader.look("?indicator=member.wto&year=2021&view=central_asia&flows=off")
    assert "Observer" in one.hover(59, 39)
    one = reader.look("?indicator=member.wto&year=2023&view=central_asia&flows=off")
    said = one.hover(59, 39)
    assert "Applicant" in said
    assert "Member" not in said


def test_flows_are_drawn_with_heads_and_a_label_under_the_pointer(reader):
    one = reader.look("?year=2024&view=us_central_asia&flows=on")
    assert one.page.locator(".atlas-flow").count() == 10
    assert one.page.locator(".atlas-widths li").count() == 5
    middle = one.page.evaluate(
        """() => {
            const path = document.querySelector('[data-flow="KAZ-USA"] path');
            const spot = path.getPointAtLength(path.getTotalLength() / 2);
            const box = document.querySelector('.atlas-plot').getBoundingClientRect();
            return { x: box.left + spot.x, y: box.top + spot.y };
        }"""
    )
    one.page.mouse.move(middle["x"] - 3, middle["y"])
    one.page.mouse.move(middle["x"], middle["y"])
    said = one.page.locator(".atlas-tip:not(.atlas-twin-tip)").inner_text()
    assert "Kazakhstan → United States · 2024" in said
    assert "2,348.8 million US dollars" in said
    assert one.page.locator(".atlas-dimmed .atlas-lit").get_attribute("data-flow") == "KAZ-USA"
    one.page.mouse.move(5, 5)
    assert one.page.locator(".atlas-dimmed").count() == 0
    assert one.errors == []


@pytest.mark.parametrize("view", ["five", "us_central_asia", "central_asia", "eurasia", "world"])
def test_flows_have_no_bar_across_the_map(reader, view):
    one = reader.look(f"?year=2024&view={view}&flows=on")
    longest = one.page.evaluate(
        """() => Math.max(...[...document.querySelectorAll('.atlas-flow path:first-child')].flatMap((path) =>
            path.getAttribute('d').split('M').filter(Boolean).flatMap((piece) => {
                const spots = piece.split('L').map((spot) => spot.split(',').map(Number));
                return spots.slice(1).map(([x, y], i) => Math.hypot(x - spots[i][0], y - spots[i][1]));
            })))"""
    )
    assert 0 < longest < 100


def test_map_says_what_could_not_be_loaded(visit):
    one = visit()
    one.page.route("**/static/geo/world.json*", lambda route: route.abort())
    one.page.goto(f"{one.address}/?view=world")
    alert = one.page.locator(".atlas-fault")
    alert.wait_for()
    assert "world.json" in alert.inner_text()


# The changes that send most, found by going through every subject: long lists, long tables, many notes.
HEAVY = [
    ("us_imports_usd", "Indicator", "US exports of goods (f.a.s.)", "us_exports_usd"),
    ("us_imports_usd.hs01", "Indicator", product_order.with_share("Plastics (HS 39)", "39"), "us_imports_usd.hs39"),
    ("production.copper", "Subject", "Share of world production", "world_share.copper"),
    ("us_import_reliance.chromium", "Subject", terms.family("us_import_share"), "us_import_share.chromium"),
    ("forums_count", "Subject", terms.family("standing"), "member.c5plus1"),
]


@pytest.mark.parametrize(("indicator", "box", "label", "then"), HEAVY)
def test_change_of_indicator_sends_at_most_15_kb(reader, shelf, indicator, box, label, then):
    one = reader.look(f"?indicator={indicator}&country=KAZ")
    one.page.wait_for_timeout(1000)
    one.received.clear()
    one.page.get_by_role("combobox", name=box).fill(label)
    one.page.get_by_role("option", name=label, exact=True).click()
    one.ready(indicator=then)
    one.page.wait_for_timeout(700)
    # With the answer, the number and the menu of files, of which the longest list takes 3 kB.
    assert 0 < sum(one.received) <= 15_360


SMALL = """() => [...document.querySelectorAll('button, a[href^="#"], [role="radio"], [role="combobox"]')]
    .map((one) => [one.getAttribute('aria-label') ?? one.textContent, one.getBoundingClientRect()])
    .filter(([name, { width, height }]) => width > 1 && (width < 24 || height < 24) && name !== 'Skip to main content')
    .map(([name, { width, height }]) => `${name}: ${width} x ${height}`)"""


@pytest.mark.parametrize("width", [1440, 360])
def test_targets_have_24_pixels(readers, width):
    one = readers(width=width).look("?country=KAZ")
    assert one.page.evaluate(SMALL) == []


@pytest.mark.parametrize("width", [1440, 390])
def test_no_sideways_scroll_and_named_controls(readers, width):
    one = readers(width=width).look(KAZ_2024)
    overflow = one.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert overflow <= 0
    unnamed = one.page.evaluate(
        """() => [...document.querySelectorAll('.atlas-map button, .atlas-map input')]
            .filter((node) => !node.getAttribute('aria-label') && !node.textContent.trim()).length"""
    )
    assert unnamed == 0


def test_alt_text_names_highest_lowest_and_missing(reader):
    one = reader.look("?indicator=us_imports_usd&year=2024")
    said = one.page.locator(".atlas-picture").get_attribute("aria-label")
    assert "Highest: Kazakhstan 2,348.8" in said
    assert "Lowest: Tajikistan" in said or "Lowest:" in said
    assert json.dumps(said)
