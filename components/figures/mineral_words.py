"""What several figures and sentences on minerals say: shares, reliance, places, editions, names within a text."""

import re
from typing import Any

import pandas as pd

from components.figures import clauses
from components.words import word
from data.package import names
from data.subjects import number_format

LEAST = 0.1


def mineral(mineral_id: str) -> str:
    """The name of a mineral as it reads within a sentence: in English without a capital."""
    return names.inside("mineral", mineral_id)


def percent(value: float) -> str:
    """A share in digits: whole from ten on, one decimal below, and never zero where there is something."""
    if value == 0:
        return number_format.plain(0)
    if 0 < value < LEAST:
        return f"<{number_format.plain(LEAST, 1)}"
    return number_format.plain(value, 0 if value >= 10 else 1)


def printed(value: float) -> str:
    """A share that a source prints, with no more digits than it has."""
    return number_format.few_digits(value)


def share(value: float, *, is_ceiling: bool = False) -> str:
    """A share of a total; one of a total that is a lower bound is at most that."""
    shown = percent(value)
    return f"≤{shown}" if is_ceiling and not shown.startswith("<") else shown


def reliance(relation: Any, pct: Any) -> str:
    """Net import reliance in few signs: a number, a bound of it, words for a net exporter; empty where none is told."""
    if not isinstance(relation, str):
        return ""
    if relation == "net_exporter":
        return word("lens.net_exporter")
    sign = {"above": ">", "below": "<"}.get(relation, "")
    return f"{sign}{number_format.plain(float(pct))}"


def edition(vintage: str) -> str:
    """An edition as it is cited: "MCS 2026" for "MCS2026"."""
    return re.sub(r"(?<=[A-Z])(?=\d)", " ", vintage)


def amount(value: float, unit: str) -> str:
    """An amount with its unit as tables have it."""
    return f"{number_format.few_digits(value)} {names.unit(unit)}"


def part(basis_part: str, *, is_reserves: bool) -> str:
    """A stage of production, or a basis of reserves, by its name."""
    return names.of("deposit" if is_reserves else "stage", basis_part)


def short_place(row: Any) -> str:
    """The place of a country where it is said elsewhere among whom; empty where it has none."""
    place = row["world_rank"] if pd.notna(row["world_rank"]) else row["place_named"]
    return clauses.ordinal(int(place)) if pd.notna(place) else ""


def place(row: Any) -> str:
    """The place of a country: the rank where it is certain, else that among the named; empty where it has none."""
    rank, named = row["world_rank"], row["place_named"]
    if pd.notna(rank):
        return clauses.ordinal(int(rank))
    return word("ranking.among_named", place=clauses.ordinal(int(named))) if pd.notna(named) else ""
