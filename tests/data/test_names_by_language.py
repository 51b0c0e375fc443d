"""Names and titles in another language: from its files, else from the tables, else from CLDR, else in English."""

import json
import tomllib
from collections.abc import Iterator

import pytest

from data import flows, indicator_lists, indicators
from data.analysis import table_names
from data.package import countries, names, snapshot, tables
from data.subjects import wording
from data.subjects.wording import Text
from data.vocabulary import language, terms

RUSSIAN = """
[indicators.production]
title = "{mineral}: добыча ({stage})"
label = "{mineral}, {stage}"

[indicators.us_trade_usd]
title = "торговля США"

[families]
production = "Добыча"

[units]
deals = "сделок"
deals_one = "сделка"
deals_few = "сделки"
million_usd = "млн долларов США"

[stages]
mine = "рудник"

[countries]
KGZ = "Кыргызстан"

[forums.c5plus1]
name = "Дипломатическая платформа"

[products]
26 = "Руды"

[codes]
import = "импорт"
customs = "таможня"

[records]
flow = "{basis}: {flow}"

[statuses]
actual = "точно"
"""


@pytest.fixture
def speak(tmp_path) -> Iterator:
    """Speaks a language whose vocabulary is the text given, over data that nothing was made of yet."""
    before = terms.TERMS.root
    (tmp_path / "en").symlink_to(before / "en")
    object.__setattr__(terms.TERMS, "root", tmp_path)

    def begin(code: str, text: str):
        folder = tmp_path / code
        folder.mkdir()
        (folder / "vocabulary.toml").write_text(text, "utf-8")
        return language.speaking(code)

    with snapshot.held(snapshot.Snapshot(snapshot.current().files)):
        yield begin
    object.__setattr__(terms.TERMS, "root", before)


def bracketed() -> str:
    """All of English and all names of the tables between brackets, as a file of another language."""
    sections = table_names.every()
    for path in (terms.TERMS.root / "en").glob("*.toml"):
        for name, texts in tomllib.loads(path.read_text("utf-8")).items():
            sections[name] = sections.get(name, {}) | texts
    lines = []
    for section, texts in sections.items():
        whole = texts if any(isinstance(one, dict) for one in texts.values()) else {"": texts}
        for part, entries in whole.items():
            lines.append(f"[{section}.{part}]" if part else f"[{section}]")
            lines += [f"{key} = {json.dumps(f'⟦{text}⟧', ensure_ascii=False)}" for key, text in entries.items()]
    return "\n".join(lines)


def test_title_and_label_are_put_together_in_the_language_spoken(speak):
    copper = indicators.get("production.copper")
    with speak("ru", RUSSIAN):
        assert (copper.title, copper.label) == ("Медь: добыча (рудник)", "Медь, рудник")
        assert indicators.get("us_trade_usd").title == "Торговля США"
    assert copper.title == "Copper: mine production"


def test_what_a_language_has_not_is_english(speak):
    with speak("ru", RUSSIAN):
        assert indicators.get("us_imports_usd").title == "US imports of goods (general imports, customs value)"
        assert names.of("stage", "all forms") == "all-forms"
        assert names.of("stage", "smelter") == "smelter"


def test_country_is_named_by_the_vocabulary_else_by_cldr_else_in_english(speak):
    with speak("ru", RUSSIAN):
        told = countries.names()
        assert (told["KGZ"], told["KAZ"], told["XKX"]) == ("Кыргызстан", "Казахстан", "Косово")
        assert countries.name("WLD") == "World"
        assert [countries.called(one) for one in ("казахстан", "Kazakhstan", "kz")] == ["KAZ"] * 3
    assert countries.name("KGZ") == "Kyrgyzstan"
    assert countries.called("казахстан") == "KAZ", "names in Russian are known in every language"


def test_names_of_the_tables_have_keys_in_the_vocabulary(speak):
    with speak("ru", RUSSIAN):
        assert names.of("mineral", "copper") == "медь"
        assert names.of("forum", "c5plus1") == "Дипломатическая платформа"
        assert names.of("forum_short", "c5plus1") == "C5+1"
        assert flows.get("us_trade.26").title == "US imports from the five: Руды (HS 26)"


def test_every_name_of_a_table_is_that_of_the_vocabulary_where_it_has_one(speak):
    sections = table_names.every()
    with speak("hu", bracketed()):
        told = {
            "country": sections["countries"],
            "mineral": tables.load("minerals")["mineral"],
            "forum": sections["forums"],
            "forum_short": sections["forums"],
            "product": set(tables.load("us_trade_products").query("reporter == 'USA'")["hs_code"]),
            "stage": tables.load("minerals_production")["stage"],
            "deposit": tables.load("minerals_reserves")["basis"],
            "form": tables.load("us_import_sources")["form"],
            "flow": tables.load("trade_mirror")["flow"],
            "basis": tables.load("trade_partners")["basis"],
            "unit": tables.load("investment")["unit"],
        }
        plain = {
            (kind, one) for kind, ids in told.items() for one in ids if not names.of(kind, str(one)).startswith("⟦")
        }
        assert plain == set()
        assert countries.capital_name("KAZ") == "⟦Astana⟧"
        assert (
            names.basis("mine, iron content, U.S. Geological Survey") == "⟦mine, iron content⟧, U.S. Geological Survey"
        )
        assert names.basis("claim;customs") == "⟦claim⟧;⟦customs⟧"


def test_list_says_the_title_where_a_language_has_no_label(speak):
    with speak("ru", '[indicators.us_import_share]\ntitle = "{mineral}: доля в импорте"\n'):
        assert indicators.get("us_import_share.ammonia").label == "Аммиак: доля в импорте"


def test_count_in_a_text_that_a_language_has_not_follows_english(speak):
    with speak("ru", RUSSIAN):
        assert terms.unit_after("visits", "21") == "visits"
        assert terms.unit_after("visits", "1") == "visit"


def test_plural_of_a_unit_follows_the_rules_and_the_signs_of_the_language(speak):
    printed = ("1", "2", "5", "21", "\u22121", "1,0", "1\xa0002")
    with speak("ru", RUSSIAN):
        said = [terms.unit_after("deals", one) for one in printed]
        assert terms.units_by_form()["сделок"] == {"one": "сделка", "few": "сделки"}
    assert said == ["сделка", "сделки", "сделок", "сделка", "сделка", "сделок", "сделки"]
    assert [terms.unit_after("deals", one) for one in ("1", "\u22121", "2", "1.0")] == [
        "deal",
        "deal",
        "deals",
        "deals",
    ]
    assert terms.unit_after("percentage_points", "1.0") == "percentage points"
    assert terms.unit_after("places", "–") == "places"


def test_record_says_what_it_is_in_the_language_spoken(speak):
    records = indicators.alternatives("us_imports_usd", "KAZ", 2024)
    assert "import, customs" in list(map(wording.shown, records["basis"]))
    with speak("ru", RUSSIAN):
        said = list(map(wording.shown, records["basis"]))
    assert "таможня: импорт" in said


def test_text_is_the_same_id_in_every_language(speak):
    text = Text("records.flow", (("flow", "import"), ("basis", "customs")))
    before = hash(text)
    with speak("ru", RUSSIAN):
        assert hash(text) == before
        assert str(text) == "таможня: импорт"


def test_every_title_label_family_and_unit_is_in_the_language_spoken(speak):
    with speak("hu", bracketed()):
        for indicator in indicators.registry().values():
            for text in (indicator.title, indicator.label, indicator.family_name, indicator.unit_name):
                assert text.startswith("⟦"), indicator.id
                assert text.endswith("⟧"), indicator.id
        for flow_set in flows.registry().values():
            assert flow_set.title.startswith("⟦"), flow_set.id


def test_what_is_kept_with_words_is_kept_for_each_language(speak):
    english = (indicator_lists.labels("deals"), indicator_lists.choices())
    with speak("hu", bracketed()):
        other = (indicator_lists.labels("deals"), indicator_lists.choices())
        assert list(other[0].values()) == [f"⟦{label}⟧" for label in english[0].values()]
        assert other[1] != english[1]
    assert indicator_lists.labels("deals") == english[0]


def test_registries_values_and_records_are_made_without_a_word(speak):
    with language.speaking(None):
        assert len(indicators.registry()) > 800
        assert len(flows.registry()) > 200
        for family in indicator_lists.families().values():
            values = indicators.values(family[0])
            assert len(values)
            last = values[values["value"].notna()].iloc[-1]
            assert len(indicators.alternatives(family[0], last["iso3"], int(last["year"])))
        assert all(len(flows.values(set_id)) for set_id in flows.registry())
        with pytest.raises(LookupError):
            str(indicators.get("us_imports_usd").words.part("title"))
