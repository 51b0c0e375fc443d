"""In how many forums a country sits beside the United States, year by year: both as full members or signatories.

A year is told as the standings of the subject have it (`data/subjects/forums.py`): on 31 December, the last one on the
day of the data's release; a seat whose first day is not known counts from the date of the list that names it."""

import pandas as pd

from data import indicators
from data.analysis import membership
from data.analysis.headline import USA
from data.package import countries
from data.package.snapshot import kept
from data.package.statuses import OWN_LIST, joined_ids, weakest

UNIT = "forums"
COLUMNS = ["iso3", "year", "value", "status", "source_id", "basis"]
_PREFIX = "member."


@kept()
def by_year() -> pd.DataFrame:
    """One row for each of the five and each year in which it shares a seat, columns as COLUMNS, by country and year.

    `value` is the number of forums; `status` is that of the weakest of the seats, of either side."""
    seats = [_seats(one) for one in indicators.registry() if one.startswith(_PREFIX)]
    whole = pd.concat(seats, ignore_index=True)
    groups = whole.groupby(["iso3", "year"])
    rows = [
        (iso3, year, float(len(own)), weakest(own["status"]), joined_ids(sorted(own["source_id"])), OWN_LIST)
        for (iso3, year), own in groups
    ]
    return pd.DataFrame(rows, columns=COLUMNS)


def _seats(indicator_id: str) -> pd.DataFrame:
    """The years in which one of the five and the United States both have a full seat in a forum. Columns iso3, year,
    status, source_id."""
    rows = indicators.values(indicator_id)
    forum_id = indicator_id.removeprefix(_PREFIX)
    full = rows[membership.is_seat(rows.assign(forum_id=forum_id, standing=rows["value"]))]
    us = full.loc[full["iso3"] == USA, ["year", "status", "source_id"]]
    found = full[full["iso3"].isin(countries.C5)].merge(us, on="year", suffixes=("", "_us"))
    return found.assign(
        status=[weakest(pair) for pair in zip(found["status"], found["status_us"], strict=True)],
        source_id=[joined_ids(pair) for pair in zip(found["source_id"], found["source_id_us"], strict=True)],
    )[["iso3", "year", "status", "source_id"]]
