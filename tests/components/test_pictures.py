"""The first pictures say what the live map says: the same colours by country, and nothing that may not leave."""

import re
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from components import cache
from components.pictures import map_areas, map_picture, pages, tones
from components.reader import choice
from components.reader.choice import COMPARE, TRADE
from data import indicators
from data.package import countries, licensing, snapshot
from data.vocabulary.language import speaking

FIRST = choice.default()
# One of each kind of scale and of payload.
DRAWN = {
    indicators.get(one).family + indicators.get(one).kind: one for one in reversed(list(indicators.registry()))
}.values()
NAMESPACE = "{http://www.w3.org/2000/svg}"


def fills(svg: str, theme: str = tones.LIGHT) -> dict[str, str]:
    """The colour of each country that has a path of its own."""
    root = ElementTree.fromstring(tones.plain(svg, theme))
    return {
        path.attrib["data-iso3"]: re.search(r"fill:(#\w{6})", group.attrib["style"])[1]
        for group in root.iter(f"{NAMESPACE}g")
        for path in group.findall(f"{NAMESPACE}path")
        if "data-iso3" in path.attrib
    }


@pytest.fixture(scope="module")
def live(node):
    """The scripts of the live map that give countries their colours."""
    return node(("base/cells", "base/palette", "layers/areas"))


@pytest.mark.parametrize("theme", tones.THEMES)
def test_country_has_the_colour_of_the_live_map(live, theme):
    cases = []
    for one in DRAWN:
        payload = cache.map_payload(one)
        for year in {payload["years"][0], payload["years"][-1]}:
            drawn = map_areas.areas(payload, year, "world", None)
            found = fills(f'<svg xmlns="http://www.w3.org/2000/svg">{drawn}</svg>', theme)
            cases.append({"payload": payload, "at": payload["years"].index(year), "found": found})
    wanted = live(
        "d.cases.map(({ payload, at, found }) => Object.fromEntries(Object.keys(found).map((iso3) => [iso3,"
        " areas.fillsOf(payload, palette.theme(d.dark))[cells.placeOf(payload, cells.cellOf(payload, iso3, at))]])))",
        {"dark": theme == tones.DARK, "cases": cases},
    )
    assert len(cases) > 30
    assert sum(tones.MIXED in name for case in cases for name in tones.fills(case["payload"]["scale"])) > 0
    wrong = [
        (case["payload"]["indicator"], iso3, colour, of_live[iso3])
        for case, of_live in zip(cases, wanted, strict=True)
        for iso3, colour in case["found"].items()
        if colour != of_live[iso3]
    ]
    assert wrong == []
    assert len({colour for of_live in wanted for colour in of_live.values()}) > 12


@pytest.mark.parametrize("view", choice.VIEWS)
def test_picture_is_a_small_drawing_of_its_size(view):
    found = map_picture.overview(replace(FIRST, view=view))
    root = ElementTree.fromstring(found.svg)
    assert root.attrib["viewBox"] == f"0 0 {found.width} {found.height}"
    assert len(found.svg) < 45_000
    assert {"KAZ", "UZB"} <= fills(found.svg).keys()


def test_pictures_of_pages_tell_what_the_pages_tell():
    one = map_picture.overview(replace(FIRST, indicator="us_imports_usd", year=2024))
    assert one.title == "US imports of goods (general imports, customs value), 2024"
    assert one.headline.startswith("The US bought ")
    assert one.source == "US Census Bureau"
    assert "Highest: Kazakhstan" in one.description
    assert list(one.rows) == ["Country", "Value", "Unit", "Status", "Source"]
    two = map_picture.compare(replace(FIRST, compare_year=2015))
    assert len(two.parts) == 2
    assert two.width == 2 * two.parts[0][1].count("<svg") * 1200 + map_areas.GUTTER
    difference = map_picture.compare(replace(FIRST, mode="difference", compare_year=2015))
    assert (len(difference.parts), difference.width) == (0, 1200)
    assert list(map_picture.trade(FIRST).rows)[:2] == ["From", "To"]


def test_figure_that_may_not_leave_is_a_colour_and_no_text():
    values = indicators.values("mirror_exports_usd")
    held = values[licensing.is_withheld(values) & values["iso3"].isin(countries.C5)]
    assert len(held) > 5
    for iso3, year in held[["iso3", "year"]].itertuples(index=False):
        found = map_picture.overview(replace(FIRST, indicator="mirror_exports_usd", year=int(year)))
        printed = map_areas.text(cache.map_payload("mirror_exports_usd"), iso3, int(year))
        said = " ".join([found.svg, found.headline, found.title, found.description, found.rows.to_csv()])
        assert len(printed) > 2
        assert not re.search(rf"(?<![\d.,]){re.escape(printed)}(?![\d.,])", re.sub(r' d="[^"]*"', "", said))
        assert fills(found.svg)[iso3] not in (tones.THEMES["light"]["land"],)


def test_pictures_are_kept_within_their_bound():
    with snapshot.held(snapshot.Snapshot(snapshot.current().files)) as shown:
        for year in indicators.years("us_imports_usd"):
            for view in ("five", "world", "globe"):
                map_picture.overview(replace(FIRST, year=year, view=view))
        kept = shown.results(map_picture._overview.__wrapped__).by_arguments
        assert len(kept) == map_picture.MOST


def test_pictures_speak_the_language_that_is_spoken():
    with speaking(None), pytest.raises(LookupError):
        map_picture.overview(replace(FIRST, view="globe", year=1999))
    assert {"", TRADE, COMPARE} <= pages.PICTURES.keys()


def test_colours_are_set_for_both_themes_and_only_those_that_are_used():
    found = map_picture.overview(FIRST)
    told = tones.css("svg", found.svg)
    used = set(re.findall(r"var\((--atlas-[\w-]+), ", found.svg))
    assert used
    assert all(told.count(f"{name}:") == 3 for name in used)
    assert set(re.findall(r"(--atlas-[\w-]+):", told)) == used
    assert "var(" not in tones.plain(found.svg, tones.DARK)
