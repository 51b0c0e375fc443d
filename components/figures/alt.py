"""The map in words: highest, lowest, how many have a figure, who of the six has none."""

import pandas as pd

from components.figures import numbers
from components.words import word
from data import countries
from data.indicators import Indicator


def describe(values: pd.DataFrame, indicator: Indicator, year: int) -> str:
    """One or two sentences on the Values of one year, made from the frame alone."""
    present = values.dropna(subset=["value"])
    gaps = {"title": indicator.title, "year": year, "unit": indicator.display_unit}
    if present.empty:
        return word("alt.none", **gaps)
    if indicator.kind == "membership":
        head = word("alt.members", groups=_groups(present), **gaps)
    elif len(present) == 1:
        head = word("alt.one", high=_named(present.iloc[0], indicator), **gaps)
    else:
        ordered = present.sort_values("value")
        high, low = _named(ordered.iloc[-1], indicator), _named(ordered.iloc[0], indicator)
        head = word("alt.range", high=high, low=low, count=len(present), **gaps)
    missing = values.loc[values["value"].isna(), "iso3"]
    names = ", ".join(countries.name(iso3) for iso3 in missing)
    return f"{head} {word('alt.missing', names=names)}" if names else head


def _named(row: pd.Series, indicator: Indicator) -> str:
    return f"{countries.name(row['iso3'])} {numbers.show(row['value'], indicator)}"


def _groups(present: pd.DataFrame) -> str:
    parts = []
    for status, rows in present.groupby("value", sort=True):
        names = ", ".join(countries.name(iso3) for iso3 in rows["iso3"])
        parts.append(f"{word(f'membership.{status}')}: {names}")
    return "; ".join(parts)
