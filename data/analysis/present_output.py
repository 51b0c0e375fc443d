"""What each of the five produces of a mineral at one stage now: its newest figure, if that is recent."""

import pandas as pd

from data.analysis.suppliers import HEADLINES, WORLD_OUTPUT
from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import CLAIM, LEFT_OUT
from data.subjects.minerals import PRODUCTION

# A figure older than this many years before the newest of the table says nothing of what is produced now.
RECENT_YEARS = 5
COLUMNS = ["mineral", "stage", "iso3", "year", "value", "unit", "share_pct", "status", "source_id", "locator"]


@kept()
def every() -> pd.DataFrame:
    """The newest figure above zero of each of the five, by mineral and stage, with its share of the world.

    Columns COLUMNS. Statements in the press are no figures here; one taken out for its licence is a row without."""
    rows = tables.load(PRODUCTION)
    rows = rows[rows["latest"].astype(bool) & (rows["year"] > rows["year"].max() - RECENT_YEARS)]
    is_figure = (rows["value"] > 0) & (rows["status"] != CLAIM)
    rows = rows[rows["iso3"].isin(C5) & (is_figure | (rows["status"] == LEFT_OUT))]
    newest = rows.sort_values("year").drop_duplicates(["mineral", "stage", "iso3"], keep="last")
    share = newest["value"] / newest["world_total"].where(newest["world_total"] > 0) * 100
    return newest.assign(share_pct=share).sort_values(COLUMNS[:3])[COLUMNS].reset_index(drop=True)


def of(mineral: str, stage: str | None = None) -> pd.DataFrame:
    """The five's output of a mineral at a stage, the largest first; at its headline stage where none is named.

    Columns COLUMNS; empty where nothing recent is on record."""
    rows = every()
    wanted = stage or tables.load("minerals").set_index("mineral")[HEADLINES[WORLD_OUTPUT]].get(mineral)
    found = rows[(rows["mineral"] == mineral) & (rows["stage"] == wanted)]
    return found.sort_values("value", ascending=False).reset_index(drop=True)
