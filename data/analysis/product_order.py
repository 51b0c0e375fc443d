"""The order of products in lists: by what the United States imports of them, with their share of all its imports.

Of a country, or of the five together, in the newest year of which most is on record; figures that may not be passed on
say nothing of their place. Products without imports in that year come last, by code."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from data.package import licensing
from data.package.countries import C5
from data.package.read_only import frozen
from data.package.snapshot import kept
from data.subjects import product_trade, us_trade
from data.vocabulary import cldr
from data.vocabulary.terms import TERMS

LEAST_PCT, WHOLE_PCT = 0.1, 10
CHAPTERS = "2"


@dataclass(frozen=True)
class Shares:
    """Share of each product (by code, of all levels) in US imports, percent, in a year; the largest first."""

    year: int
    by_code: dict[str, float]


@kept(8)
def shares(country: str | None = None) -> Shares:
    """The shares of products in US imports from one of the five, or from all of them together."""
    asked = {country} if country in C5 else set(C5)
    rows = product_trade.us_imports()
    rows = rows[rows["iso3"].isin(asked) & ~licensing.is_withheld(rows)]
    year = _newest(asked)
    totals = us_trade.full_years()
    is_one = (totals["flow"] == "import") & (totals["year"] == year) & totals["partner"].isin(asked)
    values = rows[rows["year"] == year].groupby("hs_code")["value_usd"].sum()
    ordered = (values / totals.loc[is_one, "value_usd"].sum() * 100).sort_values(ascending=False, kind="stable")
    return Shares(year, frozen({str(code): float(share) for code, share in ordered.items() if share > 0}))


def _newest(asked: set[str]) -> int:
    """The newest year with products of all that are asked for, else of any of them."""
    covered = pd.DataFrame(product_trade.covered(CHAPTERS), columns=["iso3", "year"])
    found = covered[covered["iso3"].isin(asked)].groupby("year")["iso3"].nunique()
    return int(found[found == found.max()].index.max())


def place(code: str, country: str | None = None) -> tuple[float, str]:
    """What a list of products is sorted by."""
    return -shares(country).by_code.get(code, 0.0), code


def with_share(label: str, code: str, country: str | None = None) -> str:
    """The name of a product as a list has it, with its share behind; without one where none is on record."""
    share = shares(country).by_code.get(code)
    return label if share is None else with_pct(label, share)


def with_pct(label: str, share: float) -> str:
    """A name with a share in percent behind it."""
    return TERMS.word("lists.share", label=label, pct=_shown(share))


def largest(iso3: str, year: int, most: int = 3) -> list[dict[Any, Any]]:
    """The chapters that make up most of US imports from one of the five in a year, the largest first; none where the
    year has no products. Keys: hs_code, share_pct (of all imports from it), source_id."""
    rows = product_trade.us_imports()
    rows = rows[(rows["iso3"] == iso3) & (rows["year"] == year) & (rows["hs_level"] == CHAPTERS)]
    found = rows[rows["share_pct"].gt(0) & ~licensing.is_withheld(rows)].nlargest(most, "share_pct")
    return found[["hs_code", "share_pct", "source_id"]].to_dict("records")


def _shown(share: float) -> str:
    if share < LEAST_PCT:
        return f"< {cldr.with_signs(str(LEAST_PCT))}"
    return cldr.with_signs(f"{share:.{0 if share >= WHOLE_PCT else 1}f}")
