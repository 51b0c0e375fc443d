"""Texts by id from TOML files, one folder per language: reading them, choosing the plural form, filling the gaps.

`<root>/<language>/*.toml` are read as one; a section stands in one file. English is complete; what another language has
not is English. The forms of a plural are entries beside each other: `rows` for many, `rows_one`, `rows_few` where the
language has such a form. A new language is a folder, nothing else."""

import string
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from numbers import Real
from pathlib import Path
from typing import Any

from data.vocabulary.cldr import MOST_LANGUAGES, is_language, locale, with_signs
from data.vocabulary.language import ENGLISH, spoken


@lru_cache(2 * MOST_LANGUAGES)
def _read(root: Path, language: str) -> Mapping[str, Any]:
    """All sections of the files in a language's folder. Raises ValueError where two files have the same one."""
    whole: dict[str, Any] = {}
    for path in sorted((root / language).glob("*.toml")):
        sections = tomllib.loads(path.read_text("utf-8"))
        twice = whole.keys() & sections.keys()
        if twice:
            raise ValueError(f"{path}: {', '.join(sorted(twice))} also in another file of the folder")
        whole |= sections
    return whole


@lru_cache(MOST_LANGUAGES)
def _languages(root: Path) -> list[str]:
    found = sorted(path.name for path in root.iterdir() if is_language(path.name) and any(path.glob("*.toml")))
    return sorted(found, key=lambda code: code != ENGLISH)


def _find(node: Any, key: str) -> str | None:
    for part in key.split("."):
        node = node.get(part) if isinstance(node, dict) else None
    return node if isinstance(node, str) else None


class _Filler(string.Formatter):
    """Fills gaps as Python does; a number whose form is given, as in "{count:,}", has the signs of the language."""

    def format_field(self, value: Any, format_spec: str) -> str:
        filled = str(super().format_field(value, format_spec))
        return with_signs(filled) if format_spec and isinstance(value, Real) else filled


_FILLER = _Filler()


@dataclass(frozen=True)
class Texts:
    """The texts below a folder of languages."""

    root: Path

    def languages(self) -> list[str]:
        """Codes of the languages there is a folder for, English first; a folder of another name is none."""
        return list(_languages(self.root))

    def own(self, key: str) -> str | None:
        """The text with an id in the language at hand; None where that has none."""
        return _find(_read(self.root, spoken()), key)

    def find(self, key: str) -> str | None:
        """The text with an id ("map.play") in the language at hand, else in English; None where neither has it."""
        found = self.own(key)
        return found if found is not None else _find(_read(self.root, ENGLISH), key)

    def word(self, key: str, /, **gaps: object) -> str:
        """The text with an id, its {gaps} filled. Raises KeyError for an id that no file has."""
        found = self.find(key)
        if found is None:
            raise KeyError(key)
        return _FILLER.vformat(found, (), gaps) if gaps else found

    def counted(self, key: str, count: int | Decimal, **gaps: object) -> str:
        """The text with an id in the plural form for a count, its {count} and other gaps filled.

        Where the language at hand has no such text, it is the English one by the rules of English."""
        for language in (spoken(), ENGLISH):
            texts = _read(self.root, language)
            found = _find(texts, f"{key}_{locale(language).plural_form(count)}") or _find(texts, key)
            if found is not None:
                return _FILLER.vformat(found, (), {"count": count, **gaps})
        raise KeyError(key)

    def section(self, name: str) -> dict[str, str]:
        """All texts of one section, by their last name, with the plural forms of those that the language at hand has.

        Raises KeyError for a section that English has not."""
        own = _read(self.root, spoken()).get(name, {})
        forms = locale(ENGLISH).plural_form.tags
        left = {f"{key}_{form}" for key in own for form in forms}
        return {key: text for key, text in _read(self.root, ENGLISH)[name].items() if key not in left} | own
