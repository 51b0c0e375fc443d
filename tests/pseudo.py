"""A language made by machine: every English text of ours with accents on its letters and brackets round it.

It stands under the code of a language with four plural forms and other signs in numbers. What is left in plain letters
on a page in it is then a text that no translation would reach. What stands in tables alone (notes, titles of sources,
articles) stays as it is: it is in the language of its source."""

import re
import shutil
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data.analysis import table_names
from data.vocabulary.cldr import locale
from data.vocabulary.language import ENGLISH
from tests import copies

LANGUAGE = "uk"
OPENS, CLOSES = "⟦", "⟧"
PLAIN = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
# Letters of no language that our tables are in.
ACCENTED = "ḀḄḈḊḖḞḠḨḬɈḰḼṂṈṎṔɊṘṨṮṲṼẆẌẎẐḁḅḉḋḗḟḡḩḭɉḱḽṃṉṏṕɋṙṩṯṳṽẇẍẏẑ"
_LETTERS = str.maketrans(PLAIN, ACCENTED)
_GAP = re.compile(r"(\{[^{}]*\})")
# Folders of texts by language, in the work.
INTERFACE, VOCABULARY = "components/locales", "data/vocabulary"


def said(text: str) -> str:
    """A text in the language; its gaps stay."""
    parts = (part if _GAP.fullmatch(part) else part.translate(_LETTERS) for part in _GAP.split(text))
    return f"{OPENS}{''.join(parts)}{CLOSES}"


def plural(section: Mapping[str, Any]) -> dict[str, Any]:
    """A section in the language, below it others; a text with words for one has all the plural forms."""
    found: dict[str, Any] = {}
    for key, text in section.items():
        if isinstance(text, dict):
            found[key] = plural(text)
            continue
        found[key] = said(text)
        if key.endswith("_one") and key.removesuffix("_one") in section:
            many = key.removesuffix("_one")
            forms = locale(LANGUAGE).plural_form.tags - {"one"}
            found |= {f"{many}_{form}": said(section[many]) for form in sorted(forms)}
    return found


def add(folder: Path, names: Mapping[str, Any] | None = None) -> None:
    """Give a folder of texts by language this one: all of English, and the `names` that English leaves to tables."""
    own = folder / LANGUAGE
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir()
    whole = {key: dict(texts) for key, texts in (names or {}).items()}
    for path in (folder / ENGLISH).glob("*.toml"):
        for key, texts in tomllib.loads(path.read_text("utf-8")).items():
            whole[key] = whole.get(key, {}) | texts
    (own / "all.toml").write_text(table_names.as_toml(plural(whole)), "utf-8")


def copy_of(root: Path, to: Path) -> Path:
    """A copy of the work in which the app speaks the language, too."""
    copies.of_work(to, root)
    add(to / INTERFACE)
    add(to / VOCABULARY, table_names.every())
    return to
