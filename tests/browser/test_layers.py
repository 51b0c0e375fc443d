"""What the map says of its layers: what is on it, in which year, whose figures, and what a gap is not."""

import re
from pathlib import Path

from tests.browser.screen import settled

LINES = "US trade in goods with the five, as the United States reports it"


def heading(one) -> str:
    return one.page.locator(".atlas-heading").inner_text()


def lines(one) -> int:
    return one.page.locator(".atlas-flow").count()


def test_lines_leave_with_their_subject_and_come_back_with_it(reader):
    one = reader.look("?indicator=us_imports_usd&year=2024")
    assert (lines(one), LINES in heading(one)) == (10, False)
    one.page.get_by_role("combobox", name="Subject").fill("US aid")
    one.page.get_by_role("option", name="US aid", exact=True).click()
    one.ready(indicator="us_aid_usd")
    assert lines(one) == 0
    one.page.wait_for_url(re.compile("flows=off"))
    one.page.get_by_role("combobox", name="Subject").fill("US trade")
    one.page.get_by_role("option", name="US trade", exact=True).click()
    one.ready(indicator="us_imports_usd")
    assert lines(one) == 10


def test_lines_over_another_subject_are_named_in_the_heading_with_their_year(reader):
    one = reader.look("?indicator=us_aid_usd&year=2023&flows=on")
    assert lines(one) > 0
    assert re.fullmatch(rf"Colours: .*, 2023\. Lines: {LINES}, 2023", heading(one))
    slider = one.page.get_by_test_id("atlas-year")
    slider.focus()
    slider.press("ArrowLeft")
    one.ready(year="2022")
    assert heading(one).endswith(f"Lines: {LINES}, 2022")
    one.page.wait_for_url(re.compile("year=2022"))
    one = reader.look("?indicator=member.c5plus1&year=2026&flows=on")
    assert heading(one).endswith(f"No lines are on record for {LINES}, 2026")


def test_picture_names_the_sources_of_colours_lines_and_sites(reader):
    one = reader.look("?indicator=us_aid_usd&year=2023&flows=on&points=on")
    with one.page.expect_download() as started:
        one.page.get_by_role("button", name=re.compile("SVG")).dispatch_event("click")
    text = Path(started.value.path()).read_text("utf-8")
    said = " ".join(re.findall(r"<text[^>]*>([^<]*)</text>", text))
    found = [said.index(f"Sources, {layer}:") for layer in ("colours", "lines", "sites")]
    assert found == sorted(found)
    assert "Shapes: Natural Earth" in said
    assert "Census" in said[found[1] : found[2]]


def test_gap_says_under_the_pointer_what_is_on_record_in_another_year(reader):
    one = reader.look("?indicator=member.abraham&year=2024&view=central_asia")
    said = one.hover(67, 48)
    assert "No standing on record in the year" in said
    assert "On record for 2025: Accession announced" in said


def test_only_year_on_record_is_said_where_there_is_no_slider(reader):
    one = reader.look("?indicator=us_deals_summit_usd")
    assert one.page.locator(".atlas-single-year").inner_text().startswith("One year on record: 2025.")
    assert not one.page.get_by_test_id("atlas-year").is_visible()
    one = reader.look("?indicator=us_imports_usd&year=2024")
    assert not one.page.locator(".atlas-single-year").is_visible()


def test_set_without_exports_has_no_button_for_them(reader):
    one = reader
    one.turn_to("trade?set=us_trade.2844&year=2024&direction=exports")
    one.page.get_by_text("no “Exports” on record; showing “Imports”").wait_for()
    one.page.wait_for_url(re.compile("direction=imports"))
    settled(one.page, file=False)
    group = one.page.get_by_role("radiogroup", name="Direction")
    assert group.get_by_role("radio").all_inner_texts() == ["Imports"]
    assert heading(one) == "US imports from the five: Uranium and other radioactive materials (HS 2844), 2024"


def test_sources_that_differ_are_one_click_away(reader):
    one = reader.look("?indicator=us_imports_usd&year=2024&country=KAZ")
    one.page.get_by_text("3 other figures for this").wait_for()
    one.page.get_by_role("button", name="Where from").last.click()
    vintage = one.page.get_by_text("first full-year release", exact=False)
    vintage.first.wait_for()
    one.page.keyboard.press("Escape")
    vintage.first.wait_for(state="hidden")
