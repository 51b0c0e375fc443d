"""What is said of the supply of a mineral in more than one place: its market, an index between bounds, a refusal."""

import pandas as pd

from components.words import word
from data.analysis import index_bounds
from data.package import names
from data.subjects import number_format
from data.subjects.fullness import ENOUGH_PCT

WHOLE = "all"


def market(mineral: str, form: str) -> str:
    """A mineral and the form of it that is traded, where that is not all of it or the mineral itself."""
    name = names.of("mineral", mineral)
    if form in (WHOLE, mineral):
        return word("supply.market", mineral=name)
    return word("supply.market_of_form", mineral=name, form=names.of("form", form))


def no_imports(mineral: str) -> str:
    """That there is no market of US imports to speak of."""
    return word("supply.no_imports", mineral=names.of("mineral", mineral))


def between(low: float, high: float, decimals: int = 0) -> str:
    """Two bounds; one number where they read the same."""
    shown = [number_format.plain(value, decimals) for value in (low, high)]
    return shown[0] if shown[0] == shown[1] else word("supply.between", low=shown[0], high=shown[1])


def equal(low: float, high: float) -> str:
    """As if how many equal suppliers, for an index between two bounds."""
    return between(*index_bounds.equal_suppliers(low, high), 1)


def percent(value: float) -> str:
    """A share with at most two decimals, fewer where it is large."""
    return number_format.few_digits(value)


def mark(row: dict) -> str:
    """A mark of concentration in words."""
    return word(f"supply.{row['level']}", mark=number_format.plain(row["hhi"]))


def refusal(row: pd.Series) -> str:
    """Why a market has no index, or no curve."""
    return word(
        f"supply.{row['status']}",
        market=market(row["mineral"], row["form"]),
        pct=percent(row["coverage_pct"]),
        least=number_format.plain(ENOUGH_PCT),
        period=row["period"],
    )
