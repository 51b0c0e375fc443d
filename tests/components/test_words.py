"""Every word of the locale is used, and every id that the code asks for is there."""

import re
import tomllib
from pathlib import Path

import pytest

from components import words
from components.reader.parameters import PAGES
from data import indicators

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(path.read_text("utf-8") for path in [ROOT / "app.py", *(ROOT / "components").rglob("*.py")])
LOCALE = {
    section: texts
    for path in (words.TEXTS.root / "en").glob("*.toml")
    for section, texts in tomllib.loads(path.read_text("utf-8")).items()
}
TITLES = {f"{page.name}.title" for page in PAGES.values()}
IDS = [f"{section}.{name}" for section, texts in LOCALE.items() for name in texts]


def is_asked_for(one: str) -> bool:
    """By its whole id, as one of a section, or by an id put together from a variable."""
    section, _, name = one.partition(".")
    whole = {one, one.removesuffix("_one")}
    prefixes = {f"{section}.{name[:end]}" for end in range(len(name))}
    return (
        one in TITLES
        or any(f'"{text}"' in SOURCES or f"'{text}'" in SOURCES for text in whole)
        or bool(re.search(rf'words\([^)]*["\']{section}["\']', SOURCES))
        or any(
            f"{prefix}{{" in SOURCES or f"{prefix}' +" in SOURCES or f'{prefix}" +' in SOURCES for prefix in prefixes
        )
    )


def test_every_word_of_the_locale_is_used():
    assert [one for one in IDS if not is_asked_for(one)] == []


def test_every_word_that_is_asked_for_by_its_id_is_there():
    asked = set(re.findall(r"""(?:word|counted)\(\s*["']([a-z_.0-9]*[a-z0-9])["']""", SOURCES))
    assert len(asked) > 40
    assert [one for one in sorted(asked) if one not in IDS] == []


def test_count_of_one_has_its_own_words():
    assert words.counted("card.more_sources", 1) == "and 1 more source"
    assert words.counted("card.more_sources", 3) == "and 3 more sources"


def test_unknown_id_is_an_error():
    with pytest.raises(KeyError):
        words.word("map.nonsense")


# Numbers that stand for how many there are, and a noun after one of them within two words.
HOW_MANY = r"\{(?:count|rows|shown|added|removed|cells|drawn)(?::,)?\}"
OF_MANY = re.compile(rf"{HOW_MANY} (?:[a-z]+ ){{0,2}}[a-z]+s\b")
# Said of groups of sites only, which have two at least; of the longest text that is searched for.
NEVER_ONE = {"map.sites_many", "notices.q"}


def text_of(one: str) -> str:
    section, _, name = one.partition(".")
    return LOCALE[section][name]


def test_every_count_has_words_for_one():
    counts = [one for one in IDS if OF_MANY.search(text_of(one)) and one not in NEVER_ONE]
    assert len(counts) > 15
    assert [one for one in counts if f"{one}_one" not in IDS] == []


def test_words_for_one_name_no_plural_after_the_number():
    ones = [text_of(one) for one in IDS if one.endswith("_one")]
    assert len(ones) > 25
    assert [text for text in ones if re.search(r"\b1 (?:other |more |smaller )?[a-z]+s\b", text)] == []


def test_text_with_words_for_one_is_only_asked_for_with_its_count():
    plain = set(re.findall(r"""(?<![a-z_])word\(\s*f?["']([a-z_.]+)["']""", SOURCES))
    assert [one for one in IDS if one.endswith("_one") and one.removesuffix("_one") in plain] == []


def test_unit_of_every_count_has_a_singular():
    for one in indicators.registry().values():
        if one.kind == "count":
            assert words.unit_of("1", one.display_unit) != one.display_unit, one.id
            assert words.unit_of("2", one.display_unit) == one.display_unit
    assert words.unit_of("\u22121", "places") == "place"
    assert words.unit_of("1.0", "percentage points") == "percentage points"
