"""Forums: who stands how in which forum, and how many memberships a country holds.

A year shows the standing on 31 December; the last year the one on the day of the data's release. Dates may be years or
months: they are compared at the coarser of the two. A row without a first day counts from the date its source speaks
of; a row with neither date is not drawn."""

from functools import cache

import pandas as pd

from data import package, tables
from data.countries import SIX
from data.subject import RECORD_COLUMNS, Indicator, Subject, joined_ids, not_reported, weakest

TABLE = "forum_members"
COUNT = "forums_count"
FIRST_YEAR = 1992
MEMBERS, NUMBER = "Standing in forums", "Number of forums"
# Where two standings overlap on a day (an applicant is often still an observer), the one nearest to membership counts.
NEAREST_FIRST = ("member", "associate", "signatory", "applicant", "partner", "observer", "former")


def indicators() -> list[Indicator]:
    """The number of memberships, and one indicator per forum in which one of the six has a dated standing."""
    names = tables.load("forums").set_index("forum_id")
    standing = _standing()
    made = [_indicator(COUNT, "Number of forums a country is a full member of", "count", NUMBER, 0, "linear", ())]
    for forum_id in sorted(standing.loc[standing["iso3"].isin(SIX), "forum_id"].unique(), key=_shortest(names)):
        row = names.loc[forum_id]
        title = row["short_name"] if row["short_name"] == row["name"] else f"{row['short_name']}: {row['name']}"
        made.append(_indicator(f"member.{forum_id}", title, "membership", MEMBERS, 0, "categories", (forum_id,)))
    return made


def _shortest(names: pd.DataFrame):  # type: ignore[no-untyped-def]
    return lambda forum_id: (forum_id != "c5plus1", str(names.loc[forum_id, "short_name"]).lower())


def _indicator(
    one: str, title: str, kind: str, family: str, decimals: int, scale: str, series: tuple[str, ...]
) -> Indicator:
    unit = {"count": "forums", "membership": "membership"}[kind]
    return Indicator(
        id=one,
        title=title,
        unit=unit,
        kind=kind,
        theme="forums",
        family=family,
        decimals=decimals,
        scale=scale,
        display_unit=unit,
        display_factor=1.0,
        table=TABLE,
        series=series,
        caveats=("forums_as_of", "forums_partial"),
    )


def _first_day(date: str | None) -> str | None:
    """A date filled up to a whole day: the first one it may mean."""
    return None if date is None or pd.isna(date) else f"{date}-01-01"[:10] if len(date) == 4 else f"{date}-01"[:10]


@cache
def _standing() -> pd.DataFrame:
    """One row per forum, country and year: the standing at the year's end, its status and source."""
    frame = tables.load(TABLE)
    start = frame["from_date"].fillna(frame["as_of"])
    frame = frame.assign(begin=start.map(_first_day), end=frame["to_date"].map(_first_day))[start.notna()]
    release = package.released()
    made = []
    for year in range(FIRST_YEAR, int(release[:4]) + 1):
        day = min(f"{year}-12-31", release)
        is_ended = frame["end"].notna() & (frame["end"] <= day)
        held = frame[(frame["begin"] <= day) & ~is_ended]
        nearest = held.assign(order=held["status"].map(NEAREST_FIRST.index)).sort_values("order")
        made.append(nearest.drop_duplicates(["forum_id", "iso3"]).assign(year=year))
    whole = pd.concat(made, ignore_index=True)
    return whole[["forum_id", "iso3", "year", "status", "flag", "source_id"]]


def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows: the standing as a word, or the number of full memberships."""
    standing = _standing()
    if one.id == COUNT:
        members = standing[(standing["status"] == "member") & standing["iso3"].isin(SIX)]
        groups = members.groupby(["iso3", "year"], sort=True)
        counted = groups.agg(
            value=("forum_id", "size"), status=("flag", weakest), source_id=("source_id", joined_ids)
        ).reset_index()
        return counted.astype({"value": "float64"})
    rows = standing[standing["forum_id"] == one.series[0]]
    rows = rows.assign(value=rows["status"].astype("object"), status=rows["flag"])
    return rows[["iso3", "year", "value", "status", "source_id"]]


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """All rows of the table for a country and forum (for the count: of its memberships), drawn ones marked."""
    frame = tables.load(TABLE)
    standing = _standing()
    drawn = standing[(standing["iso3"] == iso3) & (standing["year"] == year)]
    if one.id == COUNT:
        drawn = drawn[drawn["status"] == "member"]
        rows = frame[
            (frame["iso3"] == iso3) & frame["forum_id"].isin(drawn["forum_id"]) & (frame["status"] == "member")
        ]
    else:
        rows = frame[(frame["iso3"] == iso3) & (frame["forum_id"] == one.series[0])]
    keys = set(zip(drawn["forum_id"], drawn["status"], strict=True))
    found = rows.assign(
        value=rows["status"] if one.id != COUNT else rows["forum_id"],
        unit=one.unit,
        basis=_period(rows),
        vintage=rows["as_of"],
        preferred=[key in keys for key in zip(rows["forum_id"], rows["status"], strict=True)],
        status=rows["flag"],
    )
    return found[RECORD_COLUMNS]


def _period(rows: pd.DataFrame) -> pd.Series:
    return rows["from_date"].fillna("") + " – " + rows["to_date"].fillna("")


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=not_reported)
