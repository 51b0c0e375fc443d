"""The rows of the lens in an order: shares of the five, what the United States needs, and how few suppliers the world
has, as if they were equal (`concentration.py`)."""

import pandas as pd

from data.analysis import concentration, mineral_lens, suppliers
from data.analysis.producers import OUTPUT
from data.package import names
from data.package.countries import C5
from data.package.snapshot import kept

# An index is printed in ten thousandths, so that n equal suppliers have one of 10,000 / n.
ONE_SUPPLIER = 10000
SUPPLIER_COLUMNS = ["equal_low", "equal_high", "coverage_pct", "concentration_status", "concentration_source_id"]
COLUMNS = [*mineral_lens.ROW_COLUMNS, *SUPPLIER_COLUMNS]


@kept()
def _few() -> pd.DataFrame:
    """Equal suppliers of the world output of each mineral. Columns `mineral` and SUPPLIER_COLUMNS."""
    every = concentration.every()
    rows = every[every["basis"] == suppliers.WORLD_OUTPUT].drop_duplicates("mineral")
    return rows.assign(
        equal_low=ONE_SUPPLIER / rows["hhi_high"],
        equal_high=ONE_SUPPLIER / rows["hhi_low"],
        concentration_status=rows["status"],
        concentration_source_id=rows["source_id"],
    )[["mineral", *SUPPLIER_COLUMNS]]


@kept()
def _rows(basis: str) -> pd.DataFrame:
    return mineral_lens.rows(basis).merge(_few(), on="mineral", how="left")[COLUMNS]


def rows(basis: str = OUTPUT, sort: str = "share", country: str | None = None) -> pd.DataFrame:
    """The rows of the lens, columns COLUMNS: the largest share first (of the country where it is one of the five), the
    largest reliance, the fewest suppliers, or by name. What has no figure for that stands last."""
    found = _rows(basis)
    if sort == "alphabet":
        by = found["mineral"].map(lambda one: names.of("mineral", one).casefold())
    elif sort == "reliance":
        by = -mineral_lens.reliance_order(found)
    elif sort == "concentration":
        by = found["equal_low"]
    elif country in C5:
        cells = mineral_lens.cells(basis)
        own = cells[cells["iso3"] == country].set_index("mineral")["share_pct"]
        by = -found["mineral"].map(own)
    else:
        by = -found["five_share_pct"]
    return found.loc[by.sort_values(kind="stable", na_position="last").index].reset_index(drop=True)
