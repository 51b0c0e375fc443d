"""What the Unicode CLDR knows of a language, by Babel: plural forms, names, the signs in numbers.

A number is made as Python prints it, "1,234.5", and gets its signs last. Thousands are grouped by three, digits are 0
to 9, and minus is a true one in every language: only what stands between digits changes."""

from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_skeleton

from data.vocabulary.language import ENGLISH, spoken

MOST_LANGUAGES = 32
BRITISH = "en-GB"


@lru_cache(MOST_LANGUAGES)
def locale(language: str) -> Locale:
    """All that is known of a language, by its code."""
    return Locale.parse(language.replace("-", "_"))


def is_language(code: str) -> bool:
    """Whether a text is the code of a language that is known, written as browsers take it ("pt-BR")."""
    try:
        return "_" not in code and bool(locale(code))
    except (UnknownLocaleError, ValueError):
        return False


def own_name(language: str) -> str:
    """The name of a language in itself, as it stands in a list."""
    name = str(locale(language).get_display_name())
    return name[:1].upper() + name[1:]


@lru_cache(MOST_LANGUAGES)
def _signs(language: str) -> tuple[str, str]:
    every = locale(language).number_symbols
    own = every.get("latn", every)
    return str(own["decimal"]), str(own["group"])


def signs() -> tuple[str, str]:
    """What stands before decimals and what between thousands, in the language spoken."""
    return _signs(spoken())


def with_signs(printed: str) -> str:
    """A number as Python prints it, in the signs of the language spoken."""
    decimal, group = signs()
    return printed if (decimal, group) == (".", ",") else printed.translate({ord("."): decimal, ord(","): group})


def day_of_year(text: str) -> str:
    """The day and the month of a date: "February 19" for "2026-02-19", in the language spoken."""
    return str(format_skeleton("MMMMd", date.fromisoformat(text), locale=locale(spoken())))


def month(text: str) -> str:
    """A month as it is written out: "November 2025" for "2025-11", in the language spoken."""
    return str(format_skeleton("yMMMM", date.fromisoformat(f"{text}-01"), locale=locale(spoken())))


def written(text: str) -> str:
    """A partial date as it is written out: "6 November 2025", "November 2025" or "2025", in the language spoken."""
    if len(text) == len("2025"):
        return text
    if len(text) == len("2025-11"):
        return month(text)
    # English here is that of the texts: the day stands first.
    language = BRITISH if spoken() == ENGLISH else spoken()
    return str(format_skeleton("yMMMMd", date.fromisoformat(text), locale=locale(language)))
