"""Numbers, gaps and notes as they read in a brief, and the gate: what of a frame may leave in one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.analysis.headline import USA
from data.output.drawing import runs
from data.package import countries, licensing, names, sources
from data.package.statuses import LEFT_OUT, WEAKEST_LAST, joined_ids
from data.subjects import number_format
from data.vocabulary import terms
from data.vocabulary.terms import TERMS

BILLION, MILLION = 1e9, 1e6
MONEY = ("USD", "EUR")
WITHHELD = LEFT_OUT
ACTUAL = WEAKEST_LAST[0]


def word(name: str, **gaps: object) -> str:
    """A text of the brief."""
    return TERMS.word(f"brief.{name}", **gaps)


def counted(name: str, number: int, **gaps: object) -> str:
    """A text of the brief in the plural form of a number."""
    return TERMS.counted(f"brief.{name}", number, **gaps)


def amount(value: float, unit: str) -> str:
    """A number with its unit: money in billions or millions, a year as it is, all else with few digits."""
    if unit in MONEY and abs(value) >= MILLION:
        size, name = (BILLION, "billion") if abs(value) >= BILLION else (MILLION, "million")
        return word(name, number=number_format.few_digits(value / size), unit=names.unit(unit))
    if unit == "year":
        return str(int(value))
    if unit == "rank":
        return word("place", number=number_format.few_digits(value))
    return f"{number_format.few_digits(value)} {names.unit(unit)}".rstrip()


def percent(share_pct: float) -> str:
    """A share in percent."""
    return word("percent", number=number_format.few_digits(share_pct))


@dataclass(frozen=True)
class Scale:
    """The unit in which the money of one figure is told: its size, its name, and the short form for a narrow column."""

    size: float
    unit: str
    short: str

    def say(self, value: float) -> str:
        """A value without its unit, as under an axis."""
        return number_format.few_digits(value / self.size)


def scale(values: Iterable[float | None]) -> Scale:
    """Billions where the largest of some values in US dollars is half of one or more, else millions."""
    known = [one for one in values if one is not None and not pd.isna(one)]
    is_large = max(known, default=0) >= BILLION / 2
    size, name = (BILLION, "billion") if is_large else (MILLION, "million")
    return Scale(size, terms.unit(f"{name}_usd"), word(f"{name}_short"))


def partner(iso3: str) -> str:
    """The side of ties with the United States that a brief is on, within a sentence: its country, or all five."""
    return word("five") if iso3 == USA else countries.in_sentence(iso3)


def status(status_id: Any) -> str:
    """What a figure is worth where it is not simply one; empty for an actual figure."""
    return "" if pd.isna(status_id) or status_id in ("", ACTUAL) else terms.status(str(status_id))


def worth(statuses: Iterable[Any]) -> str:
    """What the figures of one drawing are worth, where they are not all simply actual; empty where they are."""
    found = [one for one in WEAKEST_LAST if one in set(statuses)]
    return "" if found in ([], [ACTUAL]) else word("worth", statuses="; ".join(map(terms.status, found)))


def held(rows: pd.DataFrame) -> pd.Series:
    """True for rows whose figure may not leave, or was taken out of this copy."""
    return licensing.is_withheld(rows) | (rows["status"] == LEFT_OUT)


def open_rows(rows: pd.DataFrame) -> tuple[pd.DataFrame, int]:
    """The rows that may leave, and how many figures do not. Columns as those of the rows."""
    out = held(rows)
    return rows[~out], int(out.sum())


def left_out(number: int) -> str:
    """That figures are left out for their licence; empty where none is."""
    return counted("left_out", number) if number else ""


def span(years: Iterable[int]) -> str:
    """Years as they read: those that follow each other by their ends."""
    runs_of = list(runs.unbroken(sorted(set(years))))
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs_of)


def joined(*notes: str) -> str:
    """Notes one after the other."""
    return " ".join(filter(None, notes))


def is_open(source_ids: str) -> bool:
    """Whether what rests on sources may leave."""
    return sources.is_downloadable(source_ids)


def ids(source_ids: Iterable[Any]) -> str:
    """Ids of sources, each once; a missing one is none."""
    return joined_ids(one for one in source_ids if isinstance(one, str))
