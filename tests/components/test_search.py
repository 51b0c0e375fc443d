"""The file that the browser searches, and what it finds there: the browser's own modules are run over it in Node.

Each question stands with the kind of what must come first and what must stand in its link or title."""

import gzip
import json
import statistics
import sys
from urllib.parse import parse_qs, urlsplit

import pytest

from components import search_index
from components.reader import link
from components.reader.parameters import LONGEST_TEXT, PAGES
from components.words import words
from data import indicators
from data.analysis import search
from data.package import countries, licensing
from data.subjects import number_format

MOST_BYTES, MOST_PACKED = 1_000_000, 250_000
# Which rows of a table are shown: any text will do, if it is not too long.
ROWS = "rows"
QUESTIONS = [
    # Figures: a country and a measure, in three languages, misspelt, in any order
    ("antimony tajikistan", "answer", "production.antimony&year=2025&country=TJK"),
    ("tajikistan antimony", "answer", "production.antimony&year=2025&country=TJK"),
    ("antimon tajikistan", "answer", "production.antimony&year=2025&country=TJK"),
    ("сурьма таджикистан", "answer", "production.antimony&year=2025&country=TJK"),
    ("antimoni tajikstan", "answer", "production.antimony&year=2025&country=TJK"),
    ("antimony tajikistan 2019", "answer", "production.antimony&year=2019&country=TJK"),
    ("kirgizia gold", "answer", "production.gold&year=2024&country=KGZ"),
    ("золото киргизия", "answer", "production.gold&year=2024&country=KGZ"),
    ("emas kirgizstan", "answer", "production.gold&year=2024&country=KGZ"),
    ("gold kyrgyz republic", "answer", "production.gold&year=2024&country=KGZ"),
    ("tungsten kazakhstan", "answer", "production.tungsten&year=2025&country=KAZ"),
    ("вольфрам казахстан", "answer", "production.tungsten&year=2025&country=KAZ"),
    ("uranium kazakstan", "answer", "production.uranium&year="),
    ("уран узбекистан", "answer", "production.uranium&year="),
    ("us exports kazakhstan 2024", "answer", "us_exports_usd&year=2024&country=KAZ"),
    ("us imports from uzbekistan 2023", "answer", "us_imports_usd&year=2023&country=UZB"),
    ("kazakhstan exports to the us 2024", "answer", "us_imports_usd&year=2024&country=KAZ"),
    ("perdagangan kazakhstan", "answer", "us_trade_usd&year=2024&country=KAZ"),
    ("торговля США Казахстан", "answer", "us_trade_usd&year=2024&country=KAZ"),
    ("trade turkmenistan", "answer", "us_trade_usd&year=2024&country=TKM"),
    ("tarif uzbekistan", "answer", "us_tariff_additional_pct&year=2025&country=UZB"),
    ("tariffs kazakhstan", "answer", "us_tariff_additional_pct&year=2025&country=KAZ"),
    ("population uzbekistan 2020", "answer", "population&year=2020&country=UZB"),
    ("население узбекистана", "answer", "population&year=2024&country=UZB"),
    ("penduduk tajikistan 2015", "answer", "population&year=2015&country=TJK"),
    ("gdp turkmenistan", "answer", "gdp_usd&year=2024&country=TKM"),
    ("ВВП Казахстана", "answer", "gdp_usd&year=2024&country=KAZ"),
    ("gdp per capita kyrgyzstan", "answer", "gdp_per_head_usd&year=2024&country=KGZ"),
    ("us aid tajikistan 2023", "answer", "us_aid_usd&year=2023&country=TJK"),
    ("uranium share kazakhstan", "answer", "us_uranium_share_pct&year=2024&country=KAZ"),
    ("gold reserves uzbekistan", "answer", "reserves.gold&year=2025&country=UZB"),
    ("antimony reserves tajikistan", "answer", "reserves.antimony&year=2025&country=TJK"),
    ("kazakhstan sco", "answer", "member.sco"),
    ("abraham accords kazakhstan", "answer", "member.abraham"),
    ("china exports of kazakhstan", "answer", "exports_by_partner_usd.kaz&year=2025&country=CHN"),
    ("инвестиции сша казахстан", "answer", "us_fdi_stock_usd&year=2021&country=KAZ"),
    # With a word that nothing has, or the name of the kind
    ("hillary clinton visit 2011", "visit", "2011-10-22-clinton-uzb"),
    ("clinton visit", "visit", "clinton"),
    ("manas air base", "agreement", "manas"),
    ("compare countries", "page", "compare"),
    ("briefing on uzbekistan", "page", "country?country=UZB"),
    ("deals with uzbekistan", "page", "country?lens=money&country=UZB"),
    # Minerals, by names, symbols and codes
    ("сурьма", "mineral", "mineral=antimony"),
    ("antimony", "mineral", "mineral=antimony"),
    ("uranum", "mineral", "mineral=uranium"),
    ("U", "mineral", "mineral=uranium"),
    ("Sb", "mineral", "mineral=antimony"),
    ("aluminium", "mineral", "mineral=aluminum"),
    ("rare earths", "mineral", "mineral=rare_earths"),
    ("редкоземельные металлы", "mineral", "mineral=rare_earths"),
    ("tembaga", "mineral", "mineral=copper"),
    ("811010", "mineral", "mineral=antimony"),
    ("wolfram", "mineral", "mineral=tungsten"),
    ("wolfram kazakhstan", "answer", "production.tungsten&year=2025&country=KAZ"),
    ("muruntau", "site", "rows=Muruntau"),
    ("kumtor mine", "site", "rows=Kumtor"),
    # Indicators
    ("is kazakhstan biggest uranium producer", "answer", "world_rank.uranium&year=2024&country=KAZ"),
    ("uranium share", "indicator", "us_uranium_share_pct"),
    ("share of uranium", "indicator", "us_uranium_share_pct"),
    ("hs 8110", "indicator", "us_imports_usd.hs8110"),
    ("2844", "indicator", "us_imports_usd.hs2844"),
    ("экспорт урана", "indicator", "mirror_exports_usd.hs2844"),
    ("gdp per capita", "indicator", "gdp_per_head_usd"),
    ("biggest investor kazakhstan", "indicator", "by_investor.fdi_stock_usd.kaz"),
    ("crude oil", "indicator", "us_imports_usd.hs2709"),
    ("antimony us import reliance", "indicator", "us_import_reliance.antimony"),
    ("critical minerals", "indicator", "critical_minerals_count"),
    ("who sold the US the most", "indicator", "us_imports_usd"),
    # Countries
    ("Qyrgyzstan", "country", "country=KGZ"),
    ("Киргизия", "country", "country=KGZ"),
    ("Tadjikistan", "country", "country=TJK"),
    ("Ozbekiston", "country", "country=UZB"),
    ("turkmenia", "country", "country=TKM"),
    ("США", "country", "country=USA"),
    ("Amerika Serikat", "country", "country=USA"),
    ("kazahstan", "country", "country=KAZ"),
    # Forums
    ("abraham accords", "forum", "member.abraham"),
    ("wto accession", "forum", "member.wto"),
    ("eaeu", "forum", "member.eaeu"),
    ("ЕАЭС", "forum", "member.eaeu"),
    ("sco", "forum", "member.sco"),
    ("ШОС", "forum", "member.sco"),
    ("osce", "forum", "member.osce"),
    ("shanghai cooperation organization", "forum", "member.sco"),
    ("belt and road", "forum", "member.bri"),
    # Claims, deals, agreements, events, visits
    ("97 percent", "claim", "claims?claim=CL003"),
    ("97%", "claim", "claims?claim=CL003"),
    ("second in antimony", "claim", "claims?claim=CL001"),
    ("17 billion", "claim", "claims?claim=CL007"),
    ("CL009", "claim", "claims?claim=CL009"),
    ("data centres in tajikistan", "deal", "rows=D042"),
    ("data center tajikistan", "deal", "rows=D042"),
    ("datacenter", "deal", "rows=D042"),
    ("дата-центры таджикистан", "deal", "rows=D042"),
    ("AI", "deal", "table=deals"),
    ("boeing", "deal", "table=deals"),
    ("boing uzbekistan", "deal", "table=deals"),
    ("wabtec", "deal", "rows=D018"),
    ("pepsico", "deal", "rows=D0"),
    ("c5+1 summit 2025", "event", "rows=2025-11-06-summit-washington"),
    ("саммит c5+1 2025", "event", "rows=2025-11-06-summit-washington"),
    ("c5+1 summit 2023", "event", "rows=2023-09-19-summit-new-york"),
    ("open skies kazakhstan", "agreement", "rows=2019-12-30-open-skies-kaz"),
    ("gaza pledge", "agreement", "rows=2026-02-19-gaza-pledge"),
    ("tokayev", "visit", "table=official_visits"),
    # Tables, of a country where one is named
    ("turkmenistan forums", "page", "forums?country=TKM"),
    ("форумы туркменистан", "page", "forums?country=TKM"),
    ("deals uzbekistan", "page", "country?lens=money&country=UZB"),
    ("visits kyrgyzstan", "table", "table=official_visits&rows=Kyrgyzstan"),
    ("claims", "page", "claims"),
    ("claims dinner", "page", "claims?article=pantau-2025-11-06-seed"),
    ("which claims of the dinner hold", "page", "claims?article=pantau-2025-11-06-seed"),
    ("fact check", "page", "claims"),
    ("c5+1 summits", "table", "table=c51_timeline"),
    ("jackson-vanik", "table", "table=us_tariffs&rows=Jackson-Vanik"),
    # Sources and articles
    ("MCS 2026", "source", "rows=usgs-mcs-2026-data"),
    ("eia uranium", "source", "rows=eia-"),
    ("usgs", "source", "rows=usgs-mcs-2026-data"),
    ("amnesty human rights", "article", "q=Amnesty"),
    # Pages
    ("compare", "page", "compare"),
    ("data", "page", "data"),
    ("china russia kyrgyzstan", "page", "trade?set=partners&country=KGZ"),
    ("files", "page", "data"),
    ("citation", "page", "data"),
]


@pytest.fixture(scope="module")
def content():
    """The file as the browser reads it."""
    return json.loads(json.dumps(search_index.content()))


@pytest.fixture(scope="module")
def told(node, content):
    """For each question what is found, and how long each key stroke of it took, in milliseconds."""
    run = node(("index", "find"), "build", part="search")
    script = """(() => {
      const index = build(d.content);
      const times = [];
      const hits = d.questions.map((question) => {
        for (let size = 1; size <= question.length; size += 1) {
          const began = performance.now();
          find.find(question.slice(0, size), index, d.words);
          times.push(performance.now() - began);
        }
        return find.find(question, index, d.words);
      });
      return { hits, times };
    })()"""
    asked = [question for question, *_ in QUESTIONS]
    more = ["remittances", "rail", "gold kyrgyzstan 1995", "antimony turkmenistan", "", "zzzz qqqq xxxx"]
    made = run(script, {"content": content, "questions": [*asked, *more], "words": words("search")})
    return {"hits": dict(zip([*asked, *more], made["hits"], strict=True)), "times": made["times"]}


@pytest.mark.parametrize(("question", "kind", "wanted"), QUESTIONS)
def test_what_is_asked_for_comes_first(told, question, kind, wanted):
    first = told["hits"][question][0]
    assert (first["kind"], wanted in first["link"]) == (kind, True), first


def test_word_is_a_word_and_no_piece_of_one(told):
    titles = [hit["title"].lower() for hit in told["hits"]["rail"]]
    assert any("rail" in one for one in titles)
    firsts = [hit["title"] for hit in told["hits"]["AI"][:3]]
    assert all("AI" in title.replace("Artificial intelligence", "AI") for title in firsts), firsts


@pytest.mark.parametrize("question", ["remittances", "", "zzzz qqqq xxxx"])
def test_nothing_is_found_where_there_is_nothing(told, question):
    assert told["hits"][question] == []


def test_figure_says_value_status_and_source(told):
    row = indicators.values("production.antimony", 2025).set_index("iso3").loc["TJK"]
    indicator = indicators.get("production.antimony")
    shown = number_format.show(row["value"], indicator)
    first = told["hits"]["antimony tajikistan"][0]
    assert first["title"] == f"Tajikistan · {indicator.title} · 2025: {shown} {indicator.unit_name}"
    assert first["line"].startswith("estimated · U.S. Geological Survey: Mineral Commodity Summaries 2026")


def test_year_without_a_figure_is_never_answered_by_another_one(told):
    first = told["hits"]["gold kyrgyzstan 1995"][0]
    assert first["title"].endswith("· 1995: no figure found")
    near = indicators.elsewhere("production.gold", "KGZ", 1995)
    shown = number_format.show(near["value"], indicators.get("production.gold"))
    assert first["line"] == f"On record for {near['year']}: {shown} tonnes"
    assert "no figure found" in told["hits"]["antimony turkmenistan"][0]["title"]


def test_time_of_a_key_stroke_is_told(told, capsys):
    times = told["times"]
    with capsys.disabled():
        sys.stdout.write(
            f"\n{len(times)} key strokes: median {statistics.median(times):.2f} ms, {max(times):.1f} at most\n"
        )


def test_file_is_small(content):
    body = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
    assert len(body) < MOST_BYTES
    assert len(gzip.compress(body, 6)) < MOST_PACKED


def test_link_of_every_thing_says_what_its_page_understands():
    for thing in search_index.things():
        parts = {name: value for name, (value,) in parse_qs(urlsplit(search_index.link(thing)).query).items()}
        assert thing.page in PAGES, thing
        assert len(parts.pop(ROWS, "")) <= LONGEST_TEXT
        choice, notices = link.read(parts, thing.page)
        assert notices == [], thing
        written = link.write(choice, thing.page)
        assert parts.items() <= written.items(), thing


def test_every_figure_of_the_six_that_may_be_passed_on_stands_in_the_file(content):
    withheld = 0
    for one in list(indicators.registry())[::7]:
        values = indicators.values(one)
        values = values[values["iso3"].isin(countries.SIX)]
        known = _cells(content["figures"][one][3])
        for row, is_out in zip(values.itertuples(), licensing.is_withheld(values), strict=True):
            text = known.get((row.iso3, row.year), "")
            withheld += is_out
            if is_out or row.value is None or row.value != row.value:
                assert text == "", (one, row)
            else:
                assert text, (one, row)
    assert withheld > 50


def _cells(by_country: dict) -> dict:
    return {
        (iso3, first + place): text
        for iso3, runs in by_country.items()
        for _, _, first, texts in runs
        for place, text in enumerate(texts.split("|"))
    }


def test_things_stand_in_the_file_as_they_are(content):
    things = search_index.things()
    assert [(search.KINDS[row[0]], *row[1:3]) for row in content["things"]] == [
        (one.kind, one.id, one.title) for one in things
    ]
