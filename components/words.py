"""Every word on the screen that says what a part of it does, by id, from `locales/<language>/`.

In every language stay in English what is for machines (ids, codes, names of columns and files) and the documents of
the data: faults that the checks found, the words of their rules, titles and descriptions of tables and columns, forms
of citation, the README in the zip. Remarks, titles of sources and articles are in the language of their source.

Not here: what says what a number is (titles, units, statuses, names), which stands in `data/vocabulary/`."""

from pathlib import Path

from data.vocabulary.texts import Texts

TEXTS = Texts(Path(__file__).parent / "locales")
languages = TEXTS.languages
word = TEXTS.word
counted = TEXTS.counted
words = TEXTS.section
