"""What the map says of a country and names in a picture, in the browser's own code."""

import pytest

from components.words import word

WORDS = {
    "elsewhere": "On record for {year}: {said}",
    "not_covered": "Not covered",
    "status": "Status",
    "source": "Source",
    "sources": "Sources",
    "layer_areas": "colours",
    "layer_lines": "lines",
    "layer_sites": "sites",
}
DEALS = {
    "title": "Deals",
    "unit": "deals",
    "units": {"deals": {"one": "deal"}},
    "language": "en",
    "signs": [".", ","],
    "years": [2020, 2023, 2024, 2026],
    "words": WORDS,
    "series": ["copper"],
    "classes": [{"label": "few"}, {"label": "many"}],
    "missing": [{"status": "not_reported", "label": "None"}, {"status": "not_applicable", "label": "Not applicable"}],
    "statuses": ["actual"],
    "sources": ["A: list", "B: list"],
    "cells": {
        "KAZ": {"runs": [[0, 0, 0, 0], [1, -1], [3, 1, 0, 1]], "texts": "1|||12"},
        "TJK": {"runs": [[0, -1]], "texts": "|||"},
        "USA": {"runs": [[0, -2]], "texts": "|||"},
    },
}
FLOWS = {
    "years": [2024],
    "most": 10,
    "decimals": 1,
    "home": ["USA"],
    "statuses": ["actual"],
    "sources": ["C: customs", "D: drawn in no year"],
    "anchors": {"USA": [-77, 39], "KAZ": [71, 51], "UZB": [69, 41]},
    "pairs": [
        {"origin": "USA", "dest": "KAZ", "values": [4.0], "origins": [[0, 0, 0]]},
        {"origin": "USA", "dest": "UZB", "values": ["other"], "origins": [[0, 0, 1]]},
    ],
}
SITE = {"lon": 70, "lat": 50, "iso3": "KAZ", "kind": 0, "remarks": ""}
POINTS = {
    "kinds": [{"id": "mine", "label": "Mine"}],
    "sources": ["E: mines", "F: other mines"],
    "minerals": {"copper": "copper", "gold": "gold"},
    "sites": [
        SITE | {"name": "Astana", "minerals": [], "source": -1},
        SITE | {"name": "One", "minerals": ["copper"], "source": 0},
        SITE | {"name": "Two", "minerals": ["gold"], "source": 1},
    ],
}


@pytest.fixture(scope="module")
def run(node):
    return node(("base/cells", "controls/image_file", "controls/alt", "draw"))


@pytest.mark.parametrize(
    ("iso3", "index", "said"),
    [
        # 2023 lies three years from both: the later one is named.
        ("KAZ", 1, "On record for 2026: 12 deals"),
        ("KAZ", 2, "On record for 2026: 12 deals"),
        ("KAZ", 3, ""),
        ("TJK", 1, ""),
        ("USA", 1, ""),
    ],
)
def test_gap_names_what_is_on_record_in_the_nearest_year(run, iso3, index, said):
    assert run(f'cells.elsewhereOf(d, "{iso3}", {index})', DEALS) == said
    label = run(f'cells.hoverOf(d, {{}}, "{iso3}", cells.cellOf(d, "{iso3}", {index}), {index})', DEALS)
    assert (said in label) if said else ("On record" not in label)


def test_number_one_has_a_unit_in_the_singular(run):
    assert run('[0, 3].map((i) => cells.saidOf(d, cells.cellOf(d, "KAZ", i)))', DEALS) == ["1 deal", "12 deals"]


# Signs that JavaScript's `replace` would read as orders, and a name that looks like a gap.
ODD = "$& $' {said} {lines}"


def test_names_from_the_data_are_told_as_they_are(run):
    odd = {**DEALS, "unit": ODD}
    assert run('cells.elsewhereOf(d, "KAZ", 1)', odd) == f"On record for 2026: 12 {ODD}"
    lines = {"title": "$`", "own": [], "years": [2024]}
    words = {"two_layers": "Colours: {areas}. Lines: {lines}", "no_lines": "Colours: {areas}. None: {lines}"}
    layers = {"title": ODD, "indicator": "gold", "flows": lines, "words": words}
    assert run("draw.headingOf(d, 2024)", layers) == f"Colours: {ODD}, 2024. Lines: $`, 2024"
    assert run("draw.headingOf(d, 2023)", layers) == f"Colours: {ODD}, 2023. None: $`, 2023"


def test_alt_text_says_of_each_gap_why(run):
    held = {
        **DEALS,
        "missing": [
            {"status": "not_reported", "label": "No figure found for the year"},
            {"status": "withheld", "label": "Withheld by the source"},
            {"status": "not_applicable", "label": "Not applicable"},
            {"status": "net_exporter", "label": "Net exporter: no reliance on imports"},
        ],
        "cells": {
            "KAZ": {"runs": [[0, -2]], "texts": "|||"},
            "KGZ": {"runs": [[0, -1]], "texts": "|||"},
            "TJK": {"runs": [[0, -1]], "texts": "|||"},
            "TKM": {"runs": [[0, -3]], "texts": "|||"},
            "USA": {"runs": [[0, -4]], "texts": "|||"},
        },
        "alt": {"none": "Nobody.", "missing": word("alt.missing")},
    }
    assert run("alt.describe(d, {}, 0)", held) == (
        "Nobody. No figure found for the year (KGZ, TJK). Withheld by the source (KAZ). "
        "Net exporter: no reliance on imports (USA)."
    )


def test_link_in_a_picture_is_broken_between_its_parts(run):
    link = "http://127.0.0.1:8501/?indicator=us_imports_usd&year=2024&view=central_asia&flows=on&points=off&v=1.1.0"
    for width in (240, 430, 620, 810):
        broken = run(f"image_file.wrapped(d.link, 11, {width})", {"link": link})
        assert "".join(broken) == link
        assert all(line[-1] in "?&" for line in broken[:-1])
    assert run("image_file.wrapped(d.text, 11, 60)", {"text": "Two words, abcdefghijklmno"}) == [
        "Two",
        "words,",
        "abcdefghi",
        "jklmno",
    ]


def test_picture_names_the_sources_of_every_layer_that_is_on_it(run):
    assert run("image_file.sourcesOf(d, 3)", DEALS) == "Sources, colours: B: list."
    whole = {**DEALS, "years": [2020, 2023, 2026, 2024], "flows": FLOWS, "points": POINTS}
    assert run("image_file.sourcesOf(d, 3)", whole) == (
        "Sources, colours: B: list. Sources, lines: C: customs. Sources, sites: E: mines."
    )


def test_alt_text_of_ranks_begins_with_the_best_one(run):
    ranks = {
        **DEALS,
        "unit": "(place in the world)",
        "years": [2024],
        "ranked": True,
        "cells": {
            "KAZ": {"runs": [[0, 0, 0, 0]], "texts": "1"},
            "UZB": {"runs": [[0, 0, 0, 0]], "texts": "7"},
            "USA": {"runs": [[0, -2]], "texts": ""},
        },
        "alt": {"ranks": "Best: {low}. Last: {high}.", "range": "Highest: {high}.", "missing": "{reason}: {names}."},
    }
    assert run("alt.describe(d, {}, 0)", ranks) == "Best: KAZ 1. Last: UZB 7."
