"""Where the United States buys a mineral: the named suppliers of each form with their shares, and the unnamed rest."""

import pandas as pd

from data.analysis.mineral_parts import EDITION, SOURCES
from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept

COLUMNS = ["mineral", "form", "period", "partner", "partner_printed", "vintage", "share_pct", "rank", "status"]
COLUMNS += ["source_id", "locator"]


def _printed() -> pd.DataFrame:
    """The table; the name of a partner as its source prints it, beside its code, is no word of ours."""
    return tables.load(SOURCES).rename(columns={"partner_name": "partner_printed"})


@kept(256)
def of(mineral: str, form: str | None = None) -> pd.DataFrame:
    """The suppliers of a form of a mineral, or of all its forms: the largest first, the rest (without a partner) last.

    Columns COLUMNS. Shares are of four years and printed as whole percent."""
    rows = _printed()
    rows = rows[(rows["mineral"] == mineral) & (rows["vintage"] == EDITION) & rows["share_pct"].notna()]
    rows = rows[rows["form"] == form] if form is not None else rows
    return rows.sort_values(["form", "rank", "partner"], na_position="last")[COLUMNS].reset_index(drop=True)


@kept()
def of_the_five() -> pd.DataFrame:
    """Every form in which one of the five is named, the largest share first. Columns COLUMNS."""
    rows = _printed()
    rows = rows[(rows["vintage"] == EDITION) & rows["partner"].isin(C5) & rows["share_pct"].notna()]
    return rows.sort_values(["share_pct", "mineral"], ascending=[False, True])[COLUMNS].reset_index(drop=True)
