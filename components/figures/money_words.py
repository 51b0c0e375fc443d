"""What the figures on deals, investors and aid say of amounts, days and measures."""

from components.words import word
from data import indicators
from data.analysis.deals import Asked
from data.package import countries
from data.subjects import number_format
from data.vocabulary import cldr

BILLION, MILLION = 1e9, 1e6
# Its unit of display is that of all amounts in dollars here.
IN_DOLLARS = "us_deals_usd"
MONEY = ("USD", "EUR")


def spoken(value: float) -> str:
    """An amount in dollars as it reads in a sentence."""
    return number_format.spoken(value, indicators.get(IN_DOLLARS))


def short(value: float) -> str:
    """An amount of money in few signs, for a figure whose unit is said beside it."""
    key, factor = ("bn", BILLION) if abs(value) >= BILLION else ("m", MILLION)
    return word(f"money.{key}", number=number_format.few_digits(value / factor))


def amount(value: float, unit_id: str) -> str:
    """An amount of a measure: money in few signs, all else as a number."""
    return short(value) if unit_id in MONEY else number_format.plain(value)


def with_unit(value: float, unit_id: str) -> str:
    """An amount of a measure with its unit, where that is one of money."""
    shown = amount(value, unit_id)
    return f"{shown} {unit(unit_id)}" if unit_id in MONEY else shown


def unit(unit_id: str) -> str:
    """The unit of a measure of investment, as it reads after many."""
    return word(f"money.{unit_id}")


def measure(measure_id: str) -> str:
    """What a measure of investment is, within a sentence."""
    return word(f"investor_measures.{measure_id}")


def measure_after_by(measure_id: str) -> str:
    """The same in few words, as it reads after "by"."""
    return word(f"investor_measures_by.{measure_id}")


def where(asked: Asked) -> str:
    """Of which country deals are asked for."""
    return countries.name(asked.iso3) if asked.iso3 else word("deals.five")


def when(asked: Asked) -> str:
    """Of which days deals are asked for."""
    first, last = (cldr.written(one) if one else "" for one in (asked.first, asked.last))
    if first and last:
        return first if first == last else word("deals.between", first=first, last=last)
    if first or last:
        return word("deals.since", first=first) if first else word("deals.until", last=last)
    return word("deals.any_day")
