"""The brief of a country: the same bytes everywhere, well formed, every number with its source, nothing restricted."""

import io
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pandas as pd
import pytest

from data import __main__ as command
from data.analysis import country_facts
from data.output.brief import document, said, sheet
from data.output.brief.blocks import Cell, Column, Figure, Section, Table, Words
from data.package import countries, descriptor, snapshot, sources
from data.vocabulary.language import speaking
from tests.data.test_gate import disturbed_copy

ROOT = Path(__file__).parents[2]
SITE = "https://atlas.example.org"


@pytest.fixture(scope="module", params=countries.SIX)
def brief(request):
    """The country and the root of its brief, read as XML: a tag that is not closed is an error."""
    return request.param, ElementTree.fromstring(document.of_country(request.param, SITE))


def text(element) -> str:
    return "".join(element.itertext())


def test_the_same_bytes_in_another_process_zone_and_order_of_hashes(tmp_path):
    own = document.of_country("KAZ", SITE)
    out = tmp_path / "KAZ.html"
    asked = [sys.executable, "-m", "data", "brief", "kaz", "--lang", "en", "--out", str(out), "--site", SITE]
    elsewhere = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Almaty", "LC_ALL": "C"}
    subprocess.run(asked, cwd=ROOT, env=elsewhere, check=True)
    assert out.read_bytes() == own


def test_no_figure_of_a_restricted_row_changes_a_brief(tmp_path):
    disturbed = snapshot.read(disturbed_copy(tmp_path / "other"))
    plain = {iso3: document.of_country(iso3) for iso3 in countries.SIX}
    with snapshot.held(disturbed):
        assert [iso3 for iso3 in plain if document.of_country(iso3) != plain[iso3]] == []


def test_every_source_that_is_cited_is_listed_once_with_licence_and_link(brief):
    _, root = brief
    listed = {one.get("id"): one for one in root.iter("li")}
    led = [one.get("href").removeprefix("#") for one in root.iter("a") if one.get("href").startswith("#")]
    assert set(led) <= set(listed) == {f"source-{number}" for number in range(1, len(listed) + 1)}
    ids = [one.get("data-source") for one in listed.values()]
    assert len(ids) == len(set(ids))
    for one in listed.values():
        (source,) = sources.describe(one.get("data-source"))
        assert source.redistribution != "restricted"
        assert source.licence.rstrip(".") in text(one)
        assert one.find("a").get("href") == source.url


def test_figures_and_tables_are_numbered_in_their_order_and_drawings_have_titles(brief):
    _, root = brief
    for tag, name in (("figcaption", "Figure"), ("caption", "Table")):
        numbers = [int(re.match(rf"{name} (\d+)\.", text(one))[1]) for one in root.iter(tag)]
        assert numbers == list(range(1, len(numbers) + 1))
        assert len(numbers) >= 2
    for drawing in root.iter("{http://www.w3.org/2000/svg}svg"):
        assert drawing.get("role") == "img"
        assert text(drawing[0])


def test_it_says_its_version_and_leads_to_the_page_in_it(brief):
    iso3, root = brief
    assert root.get("lang") == "en"
    links = [one.get("href") for one in root.iter("a")]
    assert f"{SITE}/country?country={iso3}&lang=en&v={descriptor.version()}" in links
    assert descriptor.version() in text(root)


@pytest.mark.parametrize("iso3", countries.C5)
def test_facts_are_those_of_the_command_line(capsys, iso3):
    assert command.main(["country", iso3]) == 0
    printed = pd.read_csv(io.StringIO(capsys.readouterr().out), dtype=str, keep_default_na=False)
    root = ElementTree.fromstring(document.of_country(iso3, SITE))
    table = next(iter(root.iter("table")))
    rows = list(table.find("tbody"))
    assert len(rows) == len(country_facts.MEASURES) == len(printed)
    values = [[one.get("value") for one in row.iter("data")] for row in rows]
    assert values == [[one] if one else [] for one in printed["value"]]
    assert [text(row[3]) for row in rows] == printed["year"].tolist()


def test_gaps_of_turkmenistan_are_rows_with_their_reasons():
    root = ElementTree.fromstring(document.of_country("TKM"))
    rows = {text(row[0]): [text(cell) for cell in row] for row in next(iter(root.iter("tbody")))}
    assert rows["US direct investment, stock"][2:] == ["–", "", "no figure", "no figure found"]
    assert rows["Its exports to the US, own books"][2:] == ["–", "", "no figure", "no figure found"]
    whole = text(root)
    assert "Investors in Turkmenistan are not on record by country in any measure." in whole
    assert "No year of trade with the US is on record in the books of Turkmenistan" in whole


def test_text_of_the_data_is_never_markup():
    hostile = '</td><script>alert("1")</script>&'
    cell = Cell(hostile, "census-api-hts10-2024-2025", parts=(Words(hostile),), value=hostile)
    blocks = (
        Words(hostile),
        Table(hostile, (Column(hostile),), ((cell,),), hostile),
        Figure(hostile, "<svg/>", hostile),
    )
    root = ElementTree.fromstring(sheet.page(hostile, hostile, hostile, [Section(hostile, blocks)]))
    assert not list(root.iter("script"))
    assert text(root).count(hostile) == 13


def test_references_that_follow_each_other_are_a_range():
    ids = ["wdi-2026-07", "usgs-mcs-2026-data", "nbk-wiiw-fdi-2023", "crs-2017-kz-tj"]
    words = (Words("first", ids[0]), Words("three", ";".join(ids[:3])), Words("two", f"{ids[3]};{ids[0]}"))
    root = ElementTree.fromstring(sheet.page("", "", "", [Section("", words), Section("", (Words("", ids[3]),))]))
    told = [text(one).strip().replace("\u2060", "").replace("\u202f", "") for one in root.iter("sup")]
    assert told == ["1", "1–3", "1, 4", "4"]


def test_numbers_and_tag_are_those_of_the_language():
    with speaking("de"):
        root = ElementTree.fromstring(document.of_country("KAZ"))
    assert root.get("lang") == "de"
    assert "4,07" in text(root)
    assert "4.07" not in text(root)


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (4_072_944_123.0, "USD", "4.07 bn USD"),
        (-101_000_000.0, "EUR", "−101 m EUR"),
        (570_790.0, "USD", "570,790 USD"),
        (2.0, "rank", "place 2"),
        (2015.0, "year", "2015"),
    ],
)
def test_amounts_read_as_their_unit_does(value, unit, expected):
    assert said.amount(value, unit) == expected


def test_money_of_a_figure_is_told_in_the_unit_of_its_largest_value():
    large, small = said.scale([None, float("nan"), 6e8]), said.scale([7.2e6, 12.6e6])
    assert (large.unit, large.say(2.5e8), large.short) == ("billion US dollars", "0.25", "bn USD")
    assert (small.unit, small.say(5e6), small.short) == ("million US dollars", "5", "m USD")


def test_a_count_of_one_has_its_singular():
    root = ElementTree.fromstring(document.of_country("USA"))
    row = next(row for row in next(iter(root.iter("tbody"))) if text(row[0]) == "Deals with US firms signed")
    assert text(row[4]).startswith("1 deal (")


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (["DEU"], "no country “DEU”"),
        (["KAZ", "--lang", "xx"], "no language “xx”"),
        (["KAZ", "--site", "atlas"], "--site is an address"),
    ],
)
def test_what_is_not_there_is_said_in_one_line(capsys, asked, told):
    assert command.main(["brief", *asked]) == 1
    assert told in capsys.readouterr().err
