"""What a headline is put together of: the clause of its indicator, names and numbers as they read in a sentence."""

from collections.abc import Sequence
from typing import Any

from data.analysis.headline import Headline
from data.indicators import Indicator
from data.package import countries, names
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

NEARLY_ALL = 99.5
ORDINALS = range(1, 11)


def form(name: str, /, **gaps: object) -> str:
    """How the parts of a sentence go together."""
    return TERMS.word(f"headline_forms.{name}", **gaps)


def country_name(iso3: str) -> str:
    """The name of a country as it reads within a sentence."""
    return countries.in_sentence(iso3)


def listed(said: Sequence[str]) -> str:
    """A list as it reads in a sentence."""
    return said[0] if len(said) == 1 else form("and", names=", ".join(said[:-1]), last=said[-1])


def named(codes: Sequence[str]) -> str:
    """Names of countries as they read in a sentence."""
    return listed([country_name(one) for one in codes])


def ordinal(place: int) -> str:
    """A place in an order as a word."""
    return TERMS.word(f"ordinals.p{place}") if place in ORDINALS else TERMS.word("ordinals.other", place=place)


def share(percent: float) -> str:
    """A share of a sum: whole percents from ten on, and never all where it is not all."""
    if percent == 100:
        return form("all")
    if percent >= NEARLY_ALL:
        return form("nearly_all")
    shown = number_format.plain(percent) if percent >= 10 else number_format.few_digits(percent)
    return f"{shown} {terms.unit_after('percent', shown)}"


class Clauses:
    """The clauses of one indicator for one headline."""

    def __init__(self, found: Headline, indicator: Indicator) -> None:
        self.found = found
        self.indicator = indicator
        self.gaps = {kind: names.inside(kind, name_id) for kind, name_id in indicator.words.gaps}
        self.entry = f"headlines.{indicator.words.template.partition('.')[2]}"

    def value(self, value: Any) -> str:
        """A figure as it reads in a sentence: a rank as a place, all else with its unit."""
        if self.indicator.kind == "rank":
            return ordinal(int(value))
        return number_format.spoken(value, self.indicator)

    def part(self, name: str, whom: str, **gaps: object) -> str:
        """A text of the indicator's own entry, or that of any where it has none."""
        measure = dict(self.indicator.words.gaps).get("measure")
        entry = f"headline_measures.{measure}" if measure else self.entry
        found = TERMS.find(f"{entry}.{name}")
        text = TERMS.word(f"headlines.other.{name}") if found is None else found
        filled = {**self.gaps, "title": self.indicator.title, "whom": whom, **gaps}
        if measure:
            sides = {side: TERMS.word(f"{self.entry}.{side}") for side in ("investor", "host")}
            filled |= {side: said.format(**filled) for side, said in sides.items()}
        return text.format(**filled)

    def said(self, whom: str, value: Any) -> str:
        """The clause: a figure and whom it is of. A balance below zero has a clause of its own, without the sign."""
        is_less = self.indicator.kind == "balance" and value < 0
        shown = self.value(abs(value) if is_less else value)
        number = number_format.show(value, self.indicator)
        gaps = {"value": shown, "number": number, "place": shown, "when": self.found.year, "minus": self.value(value)}
        return self.part("less" if is_less else "said", whom, **gaps)

    def noun(self, whom: str) -> str:
        """What the figure is, of whom."""
        return self.part("noun", whom)

    def all(self) -> str:
        """The five, or the partners, as those whom a figure is of."""
        if not self.found.is_partners:
            return form("five")
        which = "investors" if "measure" in self.gaps else "partners"
        return TERMS.counted(f"headline_forms.{which}", self.found.counted or self.found.most)

    def group(self) -> str:
        """The figures that one is placed among."""
        counted = self.found.counted or self.found.on_record
        if self.found.is_partners:
            return TERMS.word("groups.partners", count=counted)
        if counted == self.found.most:
            return TERMS.word("groups.five")
        return TERMS.word("groups.some", number=TERMS.word(f"numbers.n{counted}"))

    def order(self, section: str = "orders") -> str:
        """What the first in an order is called, or the last."""
        return TERMS.word(f"{section}.{self.indicator.kind}")
