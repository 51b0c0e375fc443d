"""Numbers as the visitor reads them: grouped, in the indicator's display unit, with its decimals, in the signs of the
reader's language.

Rounding happens here and nowhere else; frames and downloads keep the full value."""

import math

from data.subjects import units
from data.subjects.base import Indicator
from data.vocabulary import cldr, terms
from data.vocabulary.terms import MINUS

# A sentence has no decimals from here on; and the units that it gives way to for large sums of money.
LONG = 1000
LARGER = {"million_usd": "billion_usd", "million_eur": "billion_eur"}


def plain(value: float, decimals: int = 0) -> str:
    """A number with grouped thousands and a true minus sign."""
    return cldr.with_signs(_grouped(value, decimals))


def _grouped(value: float, decimals: int) -> str:
    text = f"{abs(value):,.{decimals}f}"
    is_negative = value < 0 and float(text.replace(",", "")) != 0
    return f"{MINUS}{text}" if is_negative else text


def show(value: float | str | None, indicator: Indicator) -> str:
    """The value in display units without the unit's name; empty for a missing one, the word for a membership.

    A value that rounds to nothing gets the decimals it needs, so that a small figure never reads as zero."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return ""
    if isinstance(value, str):
        return value
    shown = value / indicator.display_factor
    decimals = indicator.decimals
    if shown and round(abs(shown), decimals) == 0:
        decimals = max(decimals, -math.floor(math.log10(abs(shown))))
    return plain(shown, decimals)


def few_digits(value: float) -> str:
    """A number as it reads in a sentence: two decimals below ten, one below a hundred, none above; at most."""
    decimals = 2 if abs(value) < 10 else 1 if abs(value) < 100 else 0
    text = _grouped(value, decimals)
    return cldr.with_signs(text.rstrip("0").rstrip(".") if "." in text else text)


def spoken(value: float, indicator: Indicator) -> str:
    """The value with its unit as it reads in a sentence; from a thousand millions of money on in billions."""
    shown, unit = short(value, indicator)
    return f"{shown} {terms.unit_after(unit, shown)}"


def short(value: float, indicator: Indicator) -> tuple[str, str]:
    """The value as it reads in a sentence, and the id of the unit of display that it is in."""
    shown, unit = show(value, indicator), indicator.display_unit
    larger = LARGER.get(unit)
    if larger and abs(value) >= units.every()[larger].factor:
        return few_digits(value / units.every()[larger].factor), larger
    if abs(value / indicator.display_factor) >= LONG:
        shown = plain(value / indicator.display_factor)
    return shown, unit


def exact(value: float) -> str:
    """The stored value with every digit it has (ten decimals at most), grouped."""
    text = _grouped(value, 10)
    return cldr.with_signs(text.rstrip("0").rstrip(".") if "." in text else text)


def separators() -> str:
    """The signs as Plotly takes them, for the numbers that it prints itself: before decimals, between thousands."""
    return "".join(cldr.signs())
