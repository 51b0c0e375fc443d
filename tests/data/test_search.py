"""What can be found is whole, each thing once; how people say it leads somewhere, and to one country."""

from collections import Counter

import pytest

from data import indicators
from data.analysis import search, search_things
from data.analysis.search import Thing
from data.faults import UnknownId
from data.package import articles, countries, descriptor, tables

TABLES = {
    "mineral": "minerals",
    "forum": "forums",
    "claim": "claims",
    "event": "c51_timeline",
    "agreement": "agreements",
    "deal": "deals",
    "visit": "official_visits",
    "article": "articles",
    "source": "sources",
}


@pytest.fixture(scope="module")
def things() -> list[Thing]:
    return list(search_things.every())


@pytest.mark.parametrize(("kind", "table"), TABLES.items())
def test_every_row_can_be_found(things, kind, table):
    (key,) = descriptor.resource(table)["schema"]["primaryKey"]
    assert [one.id for one in things if one.kind == kind] == list(tables.text(table)[key])


def test_every_table_indicator_and_one_of_the_six_can_be_found(things):
    found = {kind: [one.id for one in things if one.kind == kind] for kind in search.KINDS}
    assert found["table"] == descriptor.names()
    assert found["country"][:6] == list(countries.SIX)
    # A standing in a forum is found as the forum.
    forums = [one.indicator for one in things if one.kind == "forum"]
    assert sorted(found["indicator"] + forums) == sorted(indicators.registry())


def test_each_thing_is_there_once_and_has_a_title(things):
    assert [key for key, count in Counter((one.kind, one.id) for one in things).items() if count > 1] == []
    assert [one.id for one in things if not one.title] == []


def test_article_is_found_by_the_text_that_its_link_looks_for(things):
    for one in things:
        if one.kind == "article":
            assert one.id in set(articles.snippets(articles.Asked(search=one.params["q"]))["article_id"]), one.id


def test_alias_of_nothing_is_an_error(things, monkeypatch):
    monkeypatch.setattr(search, "aliases", lambda: [search.Alias("forum", "nowhere", ("x",))])
    with pytest.raises(UnknownId, match="nowhere"):
        search.named(things)


def test_alias_names_its_thing_and_with_parameters_one_of_its_own(things, monkeypatch):
    made = [
        search.Alias("forum", "wto", ("world trade club",)),
        search.Alias("table", "us_tariffs", ("old law",), {"rows": "Jackson-Vanik"}),
    ]
    monkeypatch.setattr(search, "aliases", lambda: made)
    forum, table, own = (one for one in search.named(things) if one.id in ("wto", "us_tariffs"))
    assert forum.names[-1] == "world trade club"
    assert (table.params, table.names) == ({"table": "us_tariffs"}, ("us_tariffs",))
    assert (own.params, own.names) == ({"table": "us_tariffs", "rows": "Jackson-Vanik"}, ("old law",))


def test_there_are_forty_aliases_at_least_and_none_is_given_twice():
    said = [one for alias in {alias.said: alias for alias in search.aliases()}.values() for one in alias.said]
    assert len(said) >= 40
    assert [one for one, count in Counter(said).items() if count > 1] == []


@pytest.mark.parametrize(
    ("written", "iso3"),
    [
        ("Kirgizia", "KGZ"),
        ("Kirghizstan", "KGZ"),
        ("Qyrgyzstan", "KGZ"),
        ("Kyrgyz Republic", "KGZ"),
        ("Кыргызстан", "KGZ"),
        ("Киргизия", "KGZ"),
        ("Kirgizstan", "KGZ"),
        ("Tadjikistan", "TJK"),
        ("Tojikiston", "TJK"),
        ("Таджикистан", "TJK"),
        ("Uzbekiston", "UZB"),
        ("Ozbekiston", "UZB"),
        ("Узбекистан", "UZB"),
        ("Qazaqstan", "KAZ"),
        ("Kazakstan", "KAZ"),
        ("Казахстан", "KAZ"),
        ("Türkmenistan", "TKM"),
        ("Туркмения", "TKM"),
        ("США", "USA"),
        ("Amerika Serikat", "USA"),
        ("us", "USA"),
        ("de", "DEU"),
        ("Китай", "CHN"),
    ],
)
def test_country_is_known_by_each_of_its_names(written, iso3):
    assert countries.called(written) == iso3


def test_no_name_is_that_of_two_countries():
    found: dict[str, set[str]] = {}
    for iso3 in countries.names():
        for one in countries.spellings(iso3):
            found.setdefault(one.casefold(), set()).add(iso3)
    assert {name: codes for name, codes in found.items() if len(codes) > 1} == {}
