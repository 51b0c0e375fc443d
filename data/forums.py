"""Forums: who stands how in which forum, and how many memberships a country holds.

A year shows the standing on 31 December; the last year the one on the day of the data's release. Dates may be years or
months: they stand for the first day they may mean. A row without a first day counts from the date its source speaks
of; a row with neither date is not drawn."""

from functools import cache

import pandas as pd

from data import package, tables
from data.countries import SIX
from data.dates import first_day
from data.subject import RECORD_COLUMNS, Indicator, Subject, joined_ids, not_reported, weakest

TABLE = "forum_members"
COUNT = "forums_count"
FIRST_YEAR = 1992
YEAR_LENGTH = 4
COUNT_TITLE = "Number of organisations and banks a country is a full member of"
# A treaty has parties, a programme or a series of meetings has participants: nobody is a member of them.
WITH_MEMBERS = ("organisation", "bank")
COVERAGE: dict[str, tuple[str, ...]] = {"listed": (), "partial": ("forums_partial",), "region": ("forums_region",)}
MEMBERS, NUMBER = "Standing in forums", "Number of forums"
# Where two standings overlap on a day (an applicant is often still an observer), the one nearest to membership counts.
NEAREST_FIRST = ("member", "associate", "signatory", "applicant", "partner", "observer", "former")


def indicators() -> list[Indicator]:
    """The number of memberships, and one indicator per forum in which one of the six has a dated standing."""
    names = tables.load("forums").set_index("forum_id")
    standing = _standing()
    made = [_indicator(COUNT, COUNT_TITLE, "count", NUMBER, "linear", (), ("forums_as_of", "forums_counted"))]
    for forum_id in sorted(standing.loc[standing["iso3"].isin(SIX), "forum_id"].unique(), key=_shortest(names)):
        row = names.loc[forum_id]
        title = row["short_name"] if row["short_name"] == row["name"] else f"{row['short_name']}: {row['name']}"
        caveats = ("forums_as_of", *COVERAGE[row["coverage"]], *_caveats_on_dates(forum_id))
        remark = "" if pd.isna(row["note"]) else str(row["note"])
        made.append(
            _indicator(f"member.{forum_id}", title, "membership", MEMBERS, "categories", (forum_id,), caveats, remark)
        )
    return made


def _caveats_on_dates(forum_id: str) -> tuple[str, ...]:
    """What to know of the first days in a forum: of some of the six only a year is known, or nothing."""
    frame = tables.load(TABLE)
    rows = frame[(frame["forum_id"] == forum_id) & frame["iso3"].isin(SIX)]
    is_year = rows["from_date"].str.len() == YEAR_LENGTH
    told = {"forums_undated": rows["from_date"].isna().any(), "forums_year_only": is_year.any()}
    return tuple(one for one, is_so in told.items() if is_so)


def _shortest(names: pd.DataFrame):  # type: ignore[no-untyped-def]
    return lambda forum_id: (forum_id != "c5plus1", str(names.loc[forum_id, "short_name"]).lower())


def _indicator(
    one: str,
    title: str,
    kind: str,
    family: str,
    scale: str,
    series: tuple[str, ...],
    caveats: tuple[str, ...],
    remark: str = "",
) -> Indicator:
    unit = {"count": "forums", "membership": "membership"}[kind]
    return Indicator(
        id=one,
        title=title,
        unit=unit,
        kind=kind,
        theme="forums",
        family=family,
        decimals=0,
        scale=scale,
        display_unit=unit,
        display_factor=1.0,
        table=TABLE,
        series=series,
        caveats=caveats,
        remark=remark,
    )


@cache
def _intervals() -> pd.DataFrame:
    """One row per standing and the days from `begin` on, before `end`, on which a country had it.

    A row that calls a country a former member tells of two: of a member until it ended, where its first day is known,
    and of a former member from then on."""
    frame = tables.load(TABLE)
    is_former = frame["status"] == "former"
    start = frame["from_date"].fillna(frame["as_of"].where(~is_former))
    left = frame["to_date"].fillna(frame["as_of"]).where(is_former)
    held = frame.assign(begin=start, end=frame["to_date"], standing=frame["status"].where(~is_former, "member"))
    after = frame.assign(begin=left, end=None, standing=frame["status"])
    whole = pd.concat([held, after]).reset_index(names="row")
    whole = whole.assign(begin=whole["begin"].map(first_day), end=whole["end"].map(first_day))
    return whole[whole["begin"].notna()].reset_index(drop=True)


@cache
def _standing() -> pd.DataFrame:
    """One row per forum, country and year: the standing at the year's end, its status and source, its row's place."""
    frame = _intervals()
    release = package.released()
    made = []
    for year in range(FIRST_YEAR, int(release[:4]) + 1):
        day = min(f"{year}-12-31", release)
        is_ended = frame["end"].notna() & (frame["end"] <= day)
        held = frame[(frame["begin"] <= day) & ~is_ended]
        nearest = held.assign(order=held["standing"].map(NEAREST_FIRST.index)).sort_values("order")
        made.append(nearest.drop_duplicates(["forum_id", "iso3"]).assign(year=year))
    whole = pd.concat(made, ignore_index=True)
    return whole[["forum_id", "iso3", "year", "standing", "flag", "source_id", "row"]]


@cache
def _memberships() -> pd.DataFrame:
    """The standings that count: full membership of an organisation or bank, of the six."""
    forums, standing = tables.load("forums"), _standing()
    counted = set(forums.loc[forums["form"].isin(WITH_MEMBERS), "forum_id"])
    is_member = (standing["standing"] == "member") & standing["forum_id"].isin(counted)
    return standing[is_member & standing["iso3"].isin(SIX)]


def values(one: Indicator) -> pd.DataFrame:
    """Drawn rows: the standing as a word, or the number of full memberships."""
    if one.id == COUNT:
        groups = _memberships().groupby(["iso3", "year"], sort=True)
        counted = groups.agg(
            value=("forum_id", "size"), status=("flag", weakest), source_id=("source_id", joined_ids)
        ).reset_index()
        return counted.astype({"value": "float64"})
    standing = _standing()
    rows = standing[standing["forum_id"] == one.series[0]]
    rows = rows.assign(value=rows["standing"].astype("object"), status=rows["flag"])
    return rows[["iso3", "year", "value", "status", "source_id"]]


def records(one: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """All rows of the table for a country and forum (for the count: of its memberships), drawn ones marked."""
    frame = tables.load(TABLE)
    standing = _memberships() if one.id == COUNT else _standing()
    drawn = standing[(standing["iso3"] == iso3) & (standing["year"] == year)]
    if one.id == COUNT:
        rows = frame.loc[drawn["row"]]
    else:
        rows = frame[(frame["iso3"] == iso3) & (frame["forum_id"] == one.series[0])]
    found = rows.assign(
        value=rows["status"] if one.id != COUNT else rows["forum_id"],
        unit=one.unit,
        basis=_period(rows),
        vintage=rows["as_of"],
        preferred=rows.index.isin(drawn["row"]),
        status=rows["flag"],
    )
    return found[RECORD_COLUMNS]


def _period(rows: pd.DataFrame) -> pd.Series:
    return rows["from_date"].fillna("") + " – " + rows["to_date"].fillna("")


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=not_reported)
