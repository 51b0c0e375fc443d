"""A number is cited in every form, and read by a program, from the panels that the page opens."""

import json
from pathlib import Path

import bibtexparser
import pytest
import rispy
from playwright.sync_api import Locator

from data.output import citation
from data.package import descriptor

LOOK = "?indicator=us_imports_usd&year=2024&country=KAZ"
VALUE = "2,348,802,814"


def opened(reader, key: str) -> Locator:
    reader.look(LOOK)
    reader.page.locator(f'[class*="st-key-{key}"] button:visible').first.click()
    dialog = reader.page.get_by_role("dialog")
    dialog.get_by_role("tab").first.wait_for()
    return dialog


def taken(reader, dialog: Locator, form: str) -> str:
    dialog.get_by_role("tab", name=form, exact=True).click()
    with reader.page.expect_download() as started:
        dialog.get_by_role("button", name=f"Download {form}", exact=True).click()
    return Path(started.value.path()).read_text("utf-8")


def close(reader, dialog: Locator) -> None:
    reader.page.keyboard.press("Escape")
    dialog.wait_for(state="detached")


def test_number_is_taken_in_every_form(reader):
    dialog = opened(reader, "opens_number")
    (entry,) = bibtexparser.parse_string(taken(reader, dialog, "BibTeX")).entries
    (record,) = rispy.loads(taken(reader, dialog, "RIS"))
    (item,) = json.loads(taken(reader, dialog, "CSL-JSON"))
    for title in (entry.fields_dict["title"].value, record["title"], item["title"]):
        assert VALUE in title
    for address in (record["urls"][0], item["URL"]):
        assert address.startswith(reader.address)
        assert f"v={descriptor.version()}" in address
    (figure,) = (one for one in json.loads(taken(reader, dialog, "PROV-O"))["@graph"] if one["@id"] == "#KAZ-2024")
    assert figure["value"] == 2348802814
    close(reader, dialog)


@pytest.mark.parametrize("width", [1440, 390])
def test_forms_are_reached_by_key_and_fit_the_screen(readers, width):
    reader = readers() if width == 1440 else readers(width, 844)
    dialog = opened(reader, "opens_")
    first = dialog.get_by_role("tab").first
    first.focus()
    for _ in citation.FORMS:
        reader.page.keyboard.press("ArrowRight")
    reader.page.keyboard.press("Enter")
    chosen = dialog.locator('[role="tab"][aria-selected="true"]')
    assert chosen.inner_text() == "Link"
    assert f"v={descriptor.version()}" in dialog.get_by_test_id("stCode").filter(visible=True).last.inner_text()
    assert dialog.evaluate("one => one.scrollWidth - one.clientWidth") == 0
    close(reader, dialog)


def test_program_reads_the_address_that_its_snippet_names(reader):
    dialog = opened(reader, "download_code")
    said = dialog.get_by_test_id("stCode").filter(visible=True).first.inner_text()
    address = said.rpartition(" ")[2].strip('"\n')
    assert address == f"{reader.address}/api/v1/{descriptor.version()}/indicators/us_imports_usd.csv"
    assert reader.page.request.get(address).text().startswith("iso3,country,indicator,year,value")
    close(reader, dialog)


def test_data_page_lists_the_addresses_of_the_api(reader):
    reader.look("data")
    fold = reader.page.get_by_text("API: an address for every number")
    fold.click()
    for name in ("index.json", "openapi.json", "versions.json"):
        link = reader.page.get_by_role("link", name=name)
        assert reader.page.request.get(link.get_attribute("href")).ok, name
    fold.click()
