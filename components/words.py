"""Every word on the screen that says what a part of it does, by id, from `locales/<language>/`.

Not here: what says what a number is (titles, units, statuses, names), which stands in `data/vocabulary/`."""

from pathlib import Path

from data.vocabulary.texts import Texts

TEXTS = Texts(Path(__file__).parent / "locales")
languages = TEXTS.languages
word = TEXTS.word
counted = TEXTS.counted
words = TEXTS.section


def unit_of(shown: str, unit: str) -> str:
    """The unit as it reads after a number as printed: "1 deal", "2 deals", "1.0 percentage points"."""
    return words("unit_one").get(unit, unit) if shown.lstrip("\u2212+") == "1" else unit
