"""What leaves of the sharpened figures on trade, as text: the frame that is drawn, row by row, with the sources of
each.

Page, files and command line take the same frame from here; a figure that rests on a restricted source is left out and
its row says so (`panel_frame.py`)."""

from collections.abc import Sequence

import pandas as pd

from data.analysis import (
    mirror_gap,
    monthly_imports,
    partners_in_context,
    ranked_products,
    tariff_dates,
    us_trade_by_year,
)
from data.output import panel_frame
from data.output.leaving import Leaving
from data.package import countries, licensing, names
from data.package.read_only import frozen
from data.package.snapshot import kept

# The codes of countries in a frame, and the column with their names.
NAMED = {
    "iso3": "country",
    "partner": "partner_name",
    "reporter": "reporter_name",
    "origin": "origin_name",
    "dest": "dest_name",
}


@kept(64, worded=True)
def mirror(reporter: str, partner: str = mirror_gap.US, cif: int = 0) -> Leaving:
    """What both sides report, a row per year and direction."""
    return _leaving(mirror_gap.of(reporter, partner, cif), mirror_gap.FIGURES)


@kept(64, worded=True)
def partners(iso3: str, direction: str) -> Leaving:
    """The United States beside the other partners, a row per year and partner."""
    return _leaving(partners_in_context.of(iso3, direction), partners_in_context.FIGURES)


@kept(64, worded=True)
def products(iso3: str, year: int | None = None, level: str = ranked_products.CHAPTERS) -> Leaving:
    """US imports by product, ranked, with the names of the products."""
    rows = ranked_products.of(iso3, year, level)
    named = [names.of("product", code) if code else "" for code in rows["hs_code"]]
    return _leaving(rows.assign(product_name=named), ranked_products.FIGURES)


@kept(8, worded=True)
def tariffs(iso3: str | None = None) -> Leaving:
    """Duties as dates and rates of one of the five; of all of them the two years beside each other."""
    rows = tariff_dates.side_by_side() if iso3 is None else tariff_dates.of(iso3)
    return _leaving(rows, tariff_dates.FIGURES)


@kept(8, worded=True)
def months(iso3: str) -> Leaving:
    """US imports from one of the five by month, from the first year of the duties on."""
    return _leaving(monthly_imports.of(iso3, tariff_dates.FIRST_YEAR), monthly_imports.FIGURES)


@kept(4, worded=True)
def by_year() -> Leaving:
    """US imports from the five and exports to them in all years."""
    return _leaving(us_trade_by_year.every(), us_trade_by_year.FIGURES)


def _leaving(rows: pd.DataFrame, figures: Sequence[str]) -> Leaving:
    held = licensing.is_withheld(rows)
    frame = panel_frame.as_text(rows, figures)
    places = {column: said for column, said in NAMED.items() if column in frame and said not in frame}
    for column, said in places.items():
        frame.insert(list(frame).index(column) + 1, said, [_name(one) for one in frame[column]])
    cited = sorted({one for ids in rows["source_id"] for one in str(ids).split(";") if one})
    return Leaving(frame, tuple(cited), frozen(dict.fromkeys(figures, "number")), int(held.sum()))


def _name(code: str) -> str:
    return "" if code in ("", partners_in_context.REST) else countries.name(code)
