"""What any text of the tables must be: signs that a reader sees, and sees as what they are.

A Cyrillic letter in a Latin word, a joining sign, a no-break blank: the eye sees nothing, but a search, a join or a
reader's own program takes it for another word. Let through are plain signs, the letters of any script in words of one
script, and the marks of print that the sources use."""

import re
import unicodedata
from functools import lru_cache

Fault = tuple[str, str]
PLAIN_SPACE = ("space", "no space before or after a cell, no line break in it")
ONE_BLANK = ("space", "between words stands one plain blank: no no-break, wide or double one")
UNSEEN = ("unseen", "no control characters and no characters without a shape")
COMPOSED = ("composed", "a letter with its mark is one sign (Unicode form NFC), and no mark stands by itself")
LOOK_ALIKE = ("look-alike", "the letters of a word are of one script: one here looks like another and is not")
STRANGE = ("sign", "no sign that looks like a plain one and no sign of a picture font: full-width, bold, roman, ...")
CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]")
# Print marks that texts of sources have, beside those of ASCII.
MARKS = frozenset("₸₽₺₂₃≥≤≈→、。《》「」،«»‹›‘’‚“”„·–—…°±×÷€£¥§©®№ʻʼ²³½¼¾%‰†•¿¡™")
SCHWA = "ə"  # a letter of Azerbaijani in the midst of the phonetic ones
FILLERS = frozenset("\u115f\u1160\u17b4\u17b5\u3164\uffa0\u2800\u034f\ufffc\ufffd")
UNSEEN_KINDS = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
WORD = re.compile(r"[^\W\d_]+")
# Scripts of the languages that sources are written in; others have letters for disguise only.
SCRIPTS = frozenset(
    ("LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "GEORGIAN", "ARABIC", "HEBREW", "CJK", "DEVANAGARI", "THAI")
)
SCRIPTS_WITH_TWINS = frozenset(("CYRILLIC", "GREEK"))
# Letters with a twin among the Latin ones: where a text has no other words of their script, they are a disguise.
TWINS = frozenset("АВЕКМНОРСТУХаеорсухіІјЈѕЅԁһԛԝАҮүΑΒΕΖΗΙΚΜΝΟΡΤΥΧονυρικ")


def fault(cell: str) -> Fault | None:
    """Rule id and rule that a text breaks, or None."""
    if cell != cell.strip() or "\n" in cell:
        return PLAIN_SPACE
    if CONTROL.search(cell):
        return UNSEEN
    if "  " in cell:
        return ONE_BLANK
    return None if cell.isascii() else _beyond_ascii(cell)


def _beyond_ascii(cell: str) -> Fault | None:
    found = {kind for sign in set(cell) if not sign.isascii() and (kind := _kind(sign))}
    for one in (UNSEEN, ONE_BLANK, COMPOSED, STRANGE):
        if one in found:
            return one
    if unicodedata.normalize("NFC", cell) != cell:
        return COMPOSED
    words = WORD.findall(cell)
    scripts = [{_script(letter) for letter in word} for word in words]
    if any(len(one) > 1 for one in scripts):
        return LOOK_ALIKE
    others = [word for word, script in zip(words, scripts, strict=True) if script & SCRIPTS_WITH_TWINS]
    is_disguise = len(others) < len(words) and others and all(TWINS.issuperset(word) for word in others)
    return LOOK_ALIKE if is_disguise else None


@lru_cache(maxsize=4096)
def _kind(sign: str) -> Fault | None:
    """What is wrong with a single sign beyond ASCII."""
    category = unicodedata.category(sign)
    name = unicodedata.name(sign, "")
    if sign in FILLERS or category in UNSEEN_KINDS or name.startswith(("VARIATION SELECTOR", "MONGOLIAN FREE")):
        return UNSEEN
    if category == "Zs":
        return ONE_BLANK
    if category in ("Mn", "Mc", "Me"):
        return COMPOSED
    if sign in MARKS:
        return None
    # Small capitals, phonetic letters and letters that a plain one stands for (full-width, bold, ligatures).
    is_letter = category in ("Lu", "Ll", "Lt", "Lo")
    is_own = unicodedata.normalize("NFKC", sign) == sign and (sign == SCHWA or not 0x0250 <= ord(sign) <= 0x02FF)
    is_plain = "SMALL CAPITAL" not in name and not 0x1D00 <= ord(sign) <= 0x1DBF
    return None if is_letter and is_own and is_plain and _script(sign) in SCRIPTS else STRANGE


@lru_cache(maxsize=4096)
def _script(letter: str) -> str:
    """The script of a letter, by the first word of its name; Han, kana and their like count as one."""
    if letter in "ʻʼ":
        return "LATIN"
    first = unicodedata.name(letter, "?").split()[0]
    return "CJK" if first in ("CJK", "HIRAGANA", "KATAKANA", "HANGUL") else first


def visible(cell: str) -> str:
    """A cell for a message on one line: what has no shape is shown as its code."""
    return "".join(_shown(one) for one in cell)


def _shown(sign: str) -> str:
    if sign.isascii():
        return f"\\u{ord(sign):04x}" if CONTROL.match(sign) or sign == "\n" else sign
    code = f"\\u{ord(sign):04x}" if ord(sign) < 0x10000 else f"\\U{ord(sign):08x}"
    return code if _kind(sign) in (UNSEEN, ONE_BLANK, COMPOSED) else sign
