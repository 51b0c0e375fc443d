"""How many deals of a country with US firms are signed or further, all told by the end of each year.

Counted as on the ladder (`deals_ladder.py`): once, without what repeats the money of another deal or was replaced by
one; by the rung that each has come to on the newest record, in the year in which it was announced."""

import pandas as pd

from data.analysis import deals
from data.analysis.deals import COUNTED, Asked
from data.package import countries, descriptor
from data.package.snapshot import kept
from data.package.statuses import OWN_LIST, joined_ids

SIGNED = ("started", "signed")
UNIT = "deals"
COLUMNS = ["iso3", "year", "value", "status", "source_id", "basis"]


@kept()
def by_year() -> pd.DataFrame:
    """One row for each of the five and each year from its first such deal to that of the release, columns as COLUMNS.

    `value` is the number of deals up to the year. No row for a country without one."""
    last = int(descriptor.released()[:4])
    rows = []
    for iso3 in countries.C5:
        found = deals.listed(Asked(iso3))
        found = found[(found["reason"] == COUNTED) & found["rung"].isin(SIGNED)]
        years = found["announced"].str[:4].astype("int64")
        for year in range(int(years.min()), last + 1) if len(found) else ():
            own = found[years <= year]
            ids = joined_ids(sorted(own["source_id"]))
            rows.append((iso3, year, float(len(own)), "actual", ids, OWN_LIST))
    return pd.DataFrame(rows, columns=COLUMNS)
