"""Links as people mangle them: read as meant where that is certain, else one line."""

import time
from dataclasses import replace
from urllib.parse import parse_qs, quote

import pytest

from components.reader import link
from components.reader.choice import default
from components.reader.mangled import TRACKER, TRACKERS
from data.package import countries, descriptor

WRITTEN = f"indicator=gdp_usd&year=2020&view=eurasia&country=KAZ&flows=off&points=on&v={descriptor.version()}"
MEANT = replace(default(), indicator="gdp_usd", year=2020, view="eurasia", country="KAZ", points=True)
BEHIND = [
    ".",
    ",",
    ";",
    ":",
    "!",
    "?",
    ")",
    ").",
    "]",
    "}",
    ">",
    "'",
    '"',
    "»",
    "”",
    "’",
    "”.",
    "*",
    "_",
    "`",
    "/",
    "|",
    " ",
    "\n",
    "\\",
]


def read(query: str, page: str = ""):
    """What the app reads of a query string: as Streamlit takes it apart."""
    return link.read(parse_qs(query, keep_blank_values=True), page)


@pytest.mark.parametrize("signs", BEHIND)
@pytest.mark.parametrize("last", ["year=2020", "view=eurasia", "country=KAZ", "v=" + descriptor.version()])
def test_what_stands_behind_a_link_is_not_part_of_it(signs, last):
    assert read(f"indicator=gdp_usd&{last}{quote(signs)}") == read(f"indicator=gdp_usd&{last}")


@pytest.mark.parametrize(
    "mangled",
    [
        WRITTEN.replace("&", "&amp;"),
        WRITTEN.replace("&", "&amp;amp;"),
        WRITTEN.replace("&", "& "),
        f"?{WRITTEN}",
        f"??{WRITTEN}",
        f"&{WRITTEN}&",
        quote(WRITTEN),
        WRITTEN.replace("&", "%26"),
        WRITTEN.replace("=", "%3D"),
        WRITTEN.replace("=", "=3D"),
        WRITTEN.replace("year=2020", "year=20%3D%0A20"),
        WRITTEN.replace("gdp_usd", "gdp_%0Ausd").replace("eurasia", "eur%0D%0A asia"),
        WRITTEN.replace("gdp_usd", "gdp%255Fusd"),
        WRITTEN.replace("=", "=+").replace("&", "+&"),
        WRITTEN.upper().replace("V=", "v="),
        WRITTEN.replace("indicator=gdp_usd", "Indicator=GDP_USD").replace("view=eurasia", "View=Eurasia"),
        WRITTEN.replace("flows=off&points=on", "flows=Off&POINTS=ON"),
        *(WRITTEN.replace("KAZ", one) for one in ("kaz", "Kaz", "KZ", "kz", "Kazakhstan", "kazakhstan", "KAZAKHSTAN.")),
        f"{WRITTEN}&{WRITTEN}",
        f"{WRITTEN}&year=&year=2020.",
        f"{WRITTEN}&utm_source=mail&utm_Campaign=x&fbclid=1&gclid=2&mc_eid=3&amp;utm_term=4",
    ],
)
def test_mangled_link_is_read_as_it_was_meant_without_a_word(mangled):
    assert read(mangled) == (replace(MEANT, flows=read(WRITTEN)[0].flows), [])


@pytest.mark.parametrize("iso3", countries.names())
def test_country_is_read_by_code_and_name(iso3):
    for one in (iso3.lower(), countries.name(iso3), countries.name(iso3).upper()):
        assert link.read({"country": one})[0].country == iso3


def test_parts_of_the_trade_and_data_pages_are_read_as_meant():
    assert read("set=PARTNERS&Direction=Exports&Measure=SHARE&top=5.&chart=Sankey)&pair=kaz-chn.", "trade") == read(
        "set=partners&direction=exports&measure=share&top=5&chart=sankey&pair=KAZ-CHN", "trade"
    )
    assert read("table=US_Trade).", "data") == read("table=us_trade", "data")
    assert read("topic=Human+Rights.") == read("topic=human+rights")
    assert read("also=top%3D5%26chart%3DSankey.") == read("also=top%3D5%26chart%3Dsankey")


def test_text_to_search_for_stays_as_it_was_typed():
    assert read("q=What+is+%22gold%22%3F")[0].q == 'What is "gold"?'


def test_parts_that_came_twice_with_other_values_are_said_in_one_line_and_the_last_counts():
    choice, notices = read("indicator=gdp_usd&year=2019&year=2020&country=KAZ&country=UZB")
    assert (choice.year, choice.country) == (2020, "UZB")
    assert len(notices) == 1
    assert "year, country" in notices[0]


def test_many_parts_that_mean_nothing_are_one_line():
    choice, notices = link.read({f"part{one}": "x" for one in range(300)})
    assert choice == default()
    assert notices == ["The link has 300 parts that mean nothing here: part0, part1, part2 and 297 more."]


@pytest.mark.parametrize(
    "name", [*sorted(TRACKER), *(f"{tracker}x" for tracker in TRACKERS), "UTM_Source", "FBCLID", "amp;gclid"]
)
def test_parts_of_trackers_are_not_worth_a_word(name):
    assert link.read({name: "x"}) == (default(), [])


def test_no_part_of_ours_is_a_tracker():
    for name in link.EVERY:
        assert name not in TRACKER
        assert not name.startswith(TRACKERS)


@pytest.mark.parametrize(
    "params",
    [
        {f"n{one}" * 50: "v" * 100 for one in range(5000)},
        {"year": [str(one) for one in range(50_000)]},
        {"a" * 1_000_000: "b" * 1_000_000, "indicator": "%25" * 300_000, "also": "&".join(["a=b"] * 100_000)},
        {"indicator": "gdp_usd&" + "&".join(f"a{one}=1" for one in range(100_000))},
        {"%3D&" * 100_000: "", "?" * 500_000: "&" * 500_000, "amp;" * 200_000: "x"},
        {"country": " " * 1_000_000, "view": "." * 1_000_000, "year": "=\n" * 500_000},
    ],
    ids=range(6),
)
def test_huge_links_are_answered_at_once(params):
    began = time.thread_time()
    _, notices = link.read(params)
    assert time.thread_time() - began < 1
    assert len(notices) <= 4
    assert all(len(notice) < 400 for notice in notices)
