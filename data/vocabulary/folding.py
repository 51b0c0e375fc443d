"""Texts made alike for a search: who looks for "Zelenskyj" or "O'zbekiston" need not know how a page writes it."""

import re
import unicodedata

# Signs that hang on a letter without being a part of it, and letters that no decomposition takes apart.
_ALIKE = str.maketrans(
    {**dict.fromkeys("'’‘ʻʼʹ`´\u00ad", None), **dict.fromkeys("‐‑‒–—", "-"), "ı": "i", "ł": "l", "ø": "o", "đ": "d"}
)
_EDGES = '"“”„«».,;:!?()[]{}…*'
# Shorter words are looked for whole: "AI" is not the beginning of "aid".
_WHOLE = 2


def folded(text: str) -> str:
    """A text without case, accents, apostrophes and doubled blanks."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(sign for sign in parts if not unicodedata.combining(sign))
    return " ".join(plain.translate(_ALIKE).split())


def pattern(wanted: str) -> re.Pattern[str]:
    """What finds a folded text with every word of `wanted`, in any order; one of three letters and more may go on."""
    words = [word.strip(_EDGES) or word for word in folded(wanted).split()]
    return re.compile("".join(rf"(?=.*(?<!\w){re.escape(word)}{_end(word)})" for word in words))


def _end(word: str) -> str:
    return r"(?!\w)" if len(word) <= _WHOLE else ""


def named(names: list[str]) -> re.Pattern[str]:
    """What finds a folded text in which one of the names stands as a word of its own; without names nothing does."""
    return re.compile("|".join(rf"(?<!\w){re.escape(folded(name))}(?!\w)" for name in names) or "(?!)")
