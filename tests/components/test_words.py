"""Every word of the locale is used, and every id that the code asks for is there."""

import re
import tomllib
from pathlib import Path

import pytest

from components import words

ROOT = Path(__file__).parents[2]
SOURCES = "\n".join(path.read_text("utf-8") for path in [ROOT / "app.py", *(ROOT / "components").rglob("*.py")])
LOCALE = tomllib.loads((ROOT / "components" / "locales" / "en.toml").read_text("utf-8"))
IDS = [f"{section}.{name}" for section, texts in LOCALE.items() for name in texts]


def is_asked_for(one: str) -> bool:
    """By its whole id, as one of a section, or by an id put together from a variable."""
    section, _, name = one.partition(".")
    whole = {one, one.removesuffix("_one")}
    prefixes = {f"{section}.{name[:end]}" for end in range(len(name))}
    return (
        any(f'"{text}"' in SOURCES or f"'{text}'" in SOURCES for text in whole)
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
