"""Texts, numbers and kept results by language; the languages of these tests are folders made for them."""

import pytest

from data.package import snapshot
from data.package.snapshot import kept
from data.vocabulary import cldr
from data.vocabulary.language import speaking, spoken
from data.vocabulary.texts import Texts

ENGLISH = """
[table]
rows = "{count} rows"
rows_one = "{count} row"
large = "{count:,} rows of {share:.1f}, {name}"
new = "not translated yet"
"""
RUSSIAN = """
[table]
rows = "{count} строки"
rows_one = "{count} строка"
rows_few = "{count} строки (few)"
rows_many = "{count} строк"
large = "{count:,} строк из {share:.1f}, {name}"
"""


@pytest.fixture
def texts(tmp_path):
    for language, text in (("en", ENGLISH), ("ru", RUSSIAN)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "words.toml").write_text(text, "utf-8")
    return Texts(tmp_path)


def test_languages_are_folders_english_first(texts, tmp_path):
    (tmp_path / "empty").mkdir()
    assert texts.languages() == ["en", "ru"]


@pytest.mark.parametrize(
    ("count", "english", "russian"),
    [
        (0, "0 rows", "0 строк"),
        (1, "1 row", "1 строка"),
        (2, "2 rows", "2 строки (few)"),
        (5, "5 rows", "5 строк"),
        (11, "11 rows", "11 строк"),
        (21, "21 rows", "21 строка"),
        (22, "22 rows", "22 строки (few)"),
    ],
)
def test_count_has_the_plural_form_of_its_language(texts, count, english, russian):
    assert texts.counted("table.rows", count) == english
    with speaking("ru"):
        assert texts.counted("table.rows", count) == russian


def test_number_in_a_gap_has_the_signs_of_the_language(texts):
    gaps = {"count": 1234567, "share": 0.5, "name": "a.b,c"}
    assert texts.word("table.large", **gaps) == "1,234,567 rows of 0.5, a.b,c"
    with speaking("ru"):
        assert texts.word("table.large", **gaps) == "1\u00a0234\u00a0567 строк из 0,5, a.b,c"


def test_text_that_a_language_has_not_is_english(texts):
    with speaking("ru"):
        assert texts.word("table.new") == "not translated yet"
        assert texts.section("table")["rows"] == "{count} строки"
        assert texts.section("table")["new"] == "not translated yet"


@pytest.mark.parametrize(
    ("language", "shown"),
    [("en", "1,234.5"), ("ru", "1\u00a0234,5"), ("id", "1.234,5"), ("hi", "1,234.5"), ("ar", "1,234.5")],
)
def test_signs_in_numbers(language, shown):
    with speaking(language):
        assert cldr.with_signs("1,234.5") == shown


def test_language_is_named_in_itself():
    assert [cldr.own_name(one) for one in ("en", "id", "ru", "uk")] == ["English", "Indonesia", "Русский", "Українська"]


def test_what_has_words_is_kept_for_each_language_and_once():
    made = []

    @kept(worded=True)
    def greeting(name: str) -> str:
        made.append(spoken())
        return f"{spoken()}: {name}"

    for _ in range(2):
        assert greeting("a") == "en: a"
        with speaking("ru"):
            assert greeting("a") == "ru: a"
    assert made == ["en", "ru"]


def test_what_is_kept_without_a_language_is_made_in_silence(texts):
    @kept()
    def rows() -> str:
        return texts.counted("table.rows", 2)

    with pytest.raises(LookupError, match="worded=True"):
        rows()
    assert spoken() == "en"


def test_words_inside_what_is_kept_without_a_language_are_an_error_also_once_they_are_known():
    @kept(worded=True)
    def greeting() -> str:
        return spoken()

    @kept()
    def of_all() -> str:
        return greeting()

    assert greeting() == "en"
    with pytest.raises(LookupError, match="worded=True"):
        of_all()


def test_what_is_made_later_speaks_as_the_page_did():
    with speaking("ru"):
        promised = snapshot.later(spoken)
    assert promised() == "ru"
    assert spoken() == "en"


def test_plural_forms_of_english_go_where_a_language_has_its_own_text(tmp_path):
    for language, text in (
        ("en", '[units]\ndeals = "deals"\ndeals_one = "deal"\n'),
        ("ru", '[units]\ndeals = "сделок"\n'),
    ):
        (tmp_path / language).mkdir()
        (tmp_path / language / "words.toml").write_text(text, "utf-8")
    with speaking("ru"):
        assert Texts(tmp_path).section("units") == {"deals": "сделок"}


@pytest.mark.parametrize(
    ("code", "is_one"), [("id", True), ("pt-BR", True), ("pt_BR", False), ("qq", False), ("", False)]
)
def test_only_codes_of_known_languages_are_offered(code, is_one):
    assert cldr.is_language(code) == is_one
