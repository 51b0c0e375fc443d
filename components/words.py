"""Every word on the screen, by id, from `locales/`.

Here: reading the locale files and filling the gaps in a sentence. Not here: names that stand in the data
(countries, minerals, forums, titles of articles)."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

LOCALES = Path(__file__).parent / "locales"


@cache
def _read(lang: str) -> dict[str, Any]:
    with (LOCALES / f"{lang}.toml").open("rb") as file:
        return tomllib.load(file)


def languages() -> list[str]:
    """Codes of the languages there is a file for, English first."""
    found = sorted(path.stem for path in LOCALES.glob("*.toml"))
    return sorted(found, key=lambda code: code != "en")


def word(key: str, /, **gaps: object) -> str:
    """The text with the id `key` ("map.play"), its {gaps} filled. Raises KeyError for an id no file has."""
    node: Any = _read("en")
    for part in key.split("."):
        node = node[part]
    if not isinstance(node, str):
        raise KeyError(key)
    return node.format(**gaps) if gaps else node


def counted(key: str, count: int, **gaps: object) -> str:
    """The text with the id `key`, or `key_one` where there is just one, its {count} and other gaps filled."""
    return word(f"{key}_one" if count == 1 else key, count=count, **gaps)


def unit_of(shown: str, unit: str) -> str:
    """The unit as it reads after a number as printed: "1 deal", "2 deals", "1.0 percentage points"."""
    return words("unit_one").get(unit, unit) if shown.lstrip("\u2212+") == "1" else unit


def words(section: str) -> dict[str, str]:
    """All texts of one section, by their last name."""
    return dict(_read("en")[section])
