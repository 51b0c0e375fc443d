"""Files of words in other languages than English: keys, gaps and plural forms are such as somebody asks for.

There need be no such language yet; the one made here shows that each slip is named."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from components import words
from data.analysis import table_names
from data.vocabulary import terms
from data.vocabulary.cldr import is_language, locale
from data.vocabulary.language import ENGLISH

GAP = re.compile(r"\{(\w+)")
ROOTS = {"components": words.TEXTS.root, "vocabulary": terms.TERMS.root}
OTHERS = [
    (name, path.name)
    for name, root in ROOTS.items()
    for path in sorted(root.iterdir())
    if path.name != ENGLISH and any(path.glob("*.toml"))
]


def texts_of(folder: Path) -> dict[str, str]:
    found: dict[str, str] = {}
    for path in sorted(folder.glob("*.toml")):
        found |= dict(flat(tomllib.loads(path.read_text("utf-8"))))
    return found


def flat(node: Mapping[str, Any], above: str = "") -> Iterator[tuple[str, str]]:
    for key, below in node.items():
        if isinstance(below, dict):
            yield from flat(below, f"{above}{key}.")
        else:
            yield f"{above}{key}", below


def slips(language: str, own: Mapping[str, str], english: Mapping[str, str]) -> list[str]:
    """What is wrong with the texts of a language, one line each."""
    if not is_language(language):
        return [f"{language}: no code of a language"]
    forms = locale(language).plural_form.tags | {"other"}
    found = []
    for key, text in own.items():
        start, _, form = key.rpartition("_")
        base = key if key in english else start if form in forms and start in english else None
        if base is None:
            found.append(f"{key}: nobody asks for it")
        elif more := set(GAP.findall(text)) - set(GAP.findall(english[base])) - {"count"}:
            found.append(f"{key}: a gap that is not filled: {', '.join(sorted(more))}")
    return found


def english_of(name: str) -> dict[str, str]:
    names = dict(flat(table_names.every())) if name == "vocabulary" else {}
    return names | texts_of(ROOTS[name] / ENGLISH)


@pytest.mark.parametrize(("name", "language"), OTHERS)
def test_texts_of_a_language_are_asked_for_and_filled(name, language):
    assert slips(language, texts_of(ROOTS[name] / language), english_of(name)) == []


def test_each_slip_is_named():
    english = {"table.rows": "{count} rows", "table.rows_one": "{count} row", "map.play": "Play {name}"}
    own = {"table.rows_few": "{count} строки", "table.rows_two": "x", "map.play": "Играть {nmae}", "map.stop": "Стоп"}
    assert slips("ru", own, english) == [
        "table.rows_two: nobody asks for it",
        "map.play: a gap that is not filled: nmae",
        "map.stop: nobody asks for it",
    ]
    assert slips("pt_BR", {}, english) == ["pt_BR: no code of a language"]


def test_names_in_tables_may_be_translated():
    english = english_of("vocabulary")
    own = {"countries.KAZ": "Kazajistán", "minerals.antimony": "Antimonio", "forums.wto.short_name": "OMC"}
    assert slips("es", own, english) == []
