"""Search finds tables, columns and indicators, names before descriptions."""

from data import indicators
from data.analysis import search
from data.package import descriptor


def test_every_table_is_found_by_its_name_first():
    for name in descriptor.names():
        hits = search.find(name)
        assert ("table", name) in [(hit.kind, hit.name) for hit in hits], name


def test_indicators_are_found_by_their_id():
    for indicator_id in list(indicators.registry())[::20]:
        assert indicator_id in [one.name for one in search.find(indicator_id) if one.kind == "indicator"]


def test_all_words_must_be_found():
    found = search.find("Uranium production")
    assert "production.uranium" in [one.name for one in found]
    assert search.find("uranium zebra") == []


def test_names_come_before_descriptions():
    ranks = ["locator" in f"{one.name} {one.title}".lower() for one in search.find("locator")]
    assert ranks == sorted(ranks, reverse=True)


def test_nothing_wanted_nothing_found():
    assert search.find("  ") == []
