"""What several figures on trade say: sums of money, partners, flows between two countries, sources' statuses."""

from collections.abc import Iterable
from itertools import pairwise

import pandas as pd

from components.words import word
from data import indicators
from data.analysis import partners_in_context
from data.package import countries
from data.subjects import number_format

MILLION = 1e6
# The money of trade is shown as that of this indicator.
MONEY = "us_imports_usd"


def millions(value: float) -> str:
    """A sum in million US dollars, without the unit; empty where it is missing."""
    return number_format.show(value, indicators.get(MONEY))


def money(value: float) -> str:
    """A sum as it reads in a sentence, with its unit."""
    return number_format.spoken(value, indicators.get(MONEY))


def partner(code: str) -> str:
    """A partner of `partners_in_context`: a country, the Union, what no country is named for, the rest."""
    if code in (partners_in_context.EU, partners_in_context.EU_BEFORE):
        return word("partner_context.union")
    if code == partners_in_context.UNTOLD:
        return word("partner_context.untold")
    return word("partner_context.rest") if code == partners_in_context.REST else countries.name(code)


def flow(origin: str, dest: str) -> str:
    """The way of goods, in words."""
    return word("series.to", origin=countries.name(origin), dest=countries.name(dest))


def is_told(value: float) -> bool:
    """Whether there is a figure."""
    return bool(pd.notna(value))


def spans(years: Iterable[int]) -> str:
    """Years as spans: 2017, 2020–2022."""
    known = sorted(set(years))
    breaks = [(before, after) for before, after in pairwise(known) if after - before > 1]
    firsts, lasts = [known[0], *(after for _, after in breaks)], [*(before for before, _ in breaks), known[-1]]
    return ", ".join(str(one) if one == last else f"{one}–{last}" for one, last in zip(firsts, lasts, strict=True))
