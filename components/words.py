"""Every word on the screen that says what a part of it does, by id, from `locales/<language>/`.

Not here: what says what a number is (titles, units, statuses, names), which stands in `data/vocabulary/`."""

from pathlib import Path

from data.vocabulary.texts import Texts

TEXTS = Texts(Path(__file__).parent / "locales")
languages = TEXTS.languages
word = TEXTS.word
counted = TEXTS.counted
words = TEXTS.section
