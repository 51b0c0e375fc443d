"""What sentences on a country are put together of: templates filled with the figures of cells, each with its sources.

A cell is a row of `country_facts.py`, a part is a text and the ids of its sources, joined by semicolons."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data import indicators
from data.package import countries
from data.package.statuses import joined_ids
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

TRADE, MINERALS, INVESTMENT, FORUMS, DEALS, CLAIMS = TOPICS = (
    *("trade", "minerals", "investment", "forums", "deals", "claims"),
)
Cell = Mapping[Any, Any]
Part = tuple[str, str]


@dataclass(frozen=True)
class Sentence:
    """Some sentences on a topic, those that lead them, and the ids of the sources of the figures in all of them."""

    topic: str
    text: str
    lead: str
    source_id: str


def said(name: str, *cells: Cell, **gaps: object) -> Part:
    """A template filled, and the sources of the cells that its figures are from."""
    return TERMS.word(f"country_sentences.{name}", **gaps), joined_ids(str(one["source_id"]) for one in cells)


def joined(*parts: Part | None) -> Part | None:
    """Parts that are told together or not at all."""
    told = [one for one in parts if one]
    return (" ".join(text for text, _ in told), joined_ids(ids for _, ids in told)) if told else None


def sentence(topic: str, *parts: Part | None) -> Sentence | None:
    """The sentence of the parts that there are; None without any. The first of them leads."""
    told, whole = [one for one in parts if one], joined(*parts)
    return Sentence(topic, whole[0], told[0][0], whole[1]) if whole else None


def is_there(cell: Cell) -> bool:
    """Whether a cell has a figure."""
    return bool(pd.notna(cell["value"]))


def value(cell: Cell) -> str:
    """The figure of an indicator as it reads in a sentence, shares with no more digits than they need."""
    number, indicator = float(cell["value"]), indicators.get(cell["indicator"])
    if indicator.kind != "share":
        return number_format.spoken(number, indicator)
    shown = number_format.few_digits(number)
    return f"{shown} {terms.unit_after(indicator.display_unit, shown)}"


def country(cell: Cell) -> str:
    """The country of a cell as it reads in a sentence."""
    return countries.in_sentence(str(cell["iso3"]))


def at(cell: Cell, name: str) -> dict[str, str]:
    """The gaps of a cell: its value under a name, and its year."""
    return {name: value(cell), f"{name}_year": str(cell["year"])}
