"""Forums: who stands how in which forum, and how many memberships a country holds.

A year shows the standing on 31 December; the last year the one on the day of the data's release. Dates may be years or
months: they stand for the first day they may mean. A row without a first day counts from the date its source speaks
of; a row with neither date is not drawn. A count is as sure as the standings that it counts: a date that is not exact
weakens it only in the years whose count another day could change."""

from itertools import chain

import pandas as pd

from data.package import tables
from data.package.countries import SIX
from data.package.dates import FIRST_YEAR, years_held
from data.package.snapshot import kept
from data.package.statuses import OWN_LIST, weakest
from data.subjects import arithmetic, definitions, wording
from data.subjects.base import RECORD_COLUMNS, BySeries, Indicator, Subject, by_series, not_reported

TABLE = "forum_members"
COUNT = "forums_count"
YEAR_LENGTH = 4
# A treaty has parties, a programme or a series of meetings has participants: nobody is a member of them.
WITH_MEMBERS = ("organisation", "bank")
COVERAGE: dict[str, tuple[str, ...]] = {"listed": (), "partial": ("forums_partial",), "region": ("forums_region",)}
# Where two standings overlap on a day (an applicant is often still an observer), the one nearest to membership counts.
NEAREST_FIRST = ("member", "associate", "signatory", "announced", "applicant", "partner", "observer", "former")


def indicators() -> list[Indicator]:
    """The number of memberships, and one indicator per forum in which one of the six has a dated standing."""
    names = tables.load("forums").set_index("forum_id")
    standing, on_dates = _standing(), _caveats_on_dates()
    made = [definitions.indicator("forums", COUNT)]
    for forum_id in sorted(standing.loc[standing["iso3"].isin(SIX), "forum_id"].unique(), key=_shortest(names)):
        row = names.loc[forum_id]
        made.append(
            definitions.indicator(
                "forums",
                "member",
                {"forum": forum_id, "forum_short": forum_id},
                words="member_of_one_name" if row["short_name"] == row["name"] else "",
                caveats=(*COVERAGE[row["coverage"]], *on_dates[forum_id]),
                remark="" if pd.isna(row["note"]) else str(row["note"]),
            )
        )
    return made


def _caveats_on_dates() -> dict[str, tuple[str, ...]]:
    """What to know of the first days in each forum: of some of the six only a year is known, or nothing."""
    rows = tables.load(TABLE)
    rows = rows[rows["iso3"].isin(SIX)]
    is_year = rows["from_date"].str.len() == YEAR_LENGTH
    forums_with = {
        "forums_undated": set(rows.loc[rows["from_date"].isna(), "forum_id"]),
        "forums_year_only": set(rows.loc[is_year, "forum_id"]),
    }
    return {
        forum: tuple(caveat for caveat, ids in forums_with.items() if forum in ids)
        for forum in rows["forum_id"].unique()
    }


def _shortest(names: pd.DataFrame):  # type: ignore[no-untyped-def]
    return lambda forum_id: (forum_id != "c5plus1", str(names.loc[forum_id, "short_name"]).lower())


@kept()
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
    return whole[whole["begin"].notna()].reset_index(drop=True)


@kept()
def _standing() -> pd.DataFrame:
    """One row per forum, country and year: the standing at the year's end, its status and source, its row's place."""
    frame = _intervals()
    years = [years_held(*span) for span in zip(frame["begin"], frame["end"], strict=True)]
    ordered = frame[["forum_id", "iso3", "standing", "flag", "source_id", "locator", "row"]].assign(
        order=frame["standing"].map(NEAREST_FIRST.index)
    )
    held = ordered.loc[ordered.index.repeat([len(each) for each in years])].assign(year=[*chain(*years)])
    nearest = held.sort_values(["year", "order"]).drop_duplicates(["forum_id", "iso3", "year"], ignore_index=True)
    return nearest.drop(columns="order")


@kept()
def _by_forum() -> BySeries:
    rows = _standing()
    drawn = rows.assign(value=rows["standing"].astype("object"), status=rows["flag"], reporter="", basis=OWN_LIST)
    return by_series(drawn, ["forum_id"])


def _counted(standing: pd.DataFrame) -> pd.DataFrame:
    """The standings that count: full membership of an organisation or bank, of the six."""
    forums = tables.load("forums")
    counted = set(forums.loc[forums["form"].isin(WITH_MEMBERS), "forum_id"])
    is_member = (standing["standing"] == "member") & standing["forum_id"].isin(counted)
    return standing[is_member & standing["iso3"].isin(SIX)]


@kept()
def _memberships() -> pd.DataFrame:
    return _counted(_standing())


@kept()
def _doubts() -> dict[tuple[str, int], str]:
    """Countries and years whose count another first day would change, with the status that the count then has.

    A month or a year alone does not: by the year's end the standing holds. A first day that is not known may lie in
    any year since the forum was founded, one that may lag in the year before, and one that stands for a later day in
    the next."""
    founded = tables.load("forums").set_index("forum_id")["founded"].str[:4]
    found: dict[tuple[str, int], str] = {}
    for row in _counted(_intervals()).to_dict("records"):
        begin, status = int(row["begin"][:4]), row["flag"]
        doubtful = {"estimated": range(begin - 1, begin + 1), "provisional": range(begin, begin + 1)}
        years = doubtful.get(status, range(0))
        if pd.isna(row["from_date"]):
            first = founded.get(row["forum_id"])
            status, years = "estimated", range(FIRST_YEAR if pd.isna(first) else max(FIRST_YEAR, int(first)), begin)
        for year in years:
            cell = (row["iso3"], year)
            found[cell] = weakest((status, found.get(cell, status)))
    return found


def _counts() -> pd.DataFrame:
    """The number of memberships; a claimed one counts as claimed, all others as sure but for `_doubts`."""
    rows = _memberships()
    sure = rows["flag"].where(rows["flag"] == "claim", "actual")
    made = arithmetic.by_country_year(
        rows.assign(value=rows["standing"], status=sure, reporter="", basis=OWN_LIST), len
    )
    cells = zip(made["iso3"], made["year"], made["status"], strict=True)
    made["status"] = [weakest((status, _doubts().get((iso3, year), status))) for iso3, year, status in cells]
    return made


def values(indicator: Indicator) -> pd.DataFrame:
    """Drawn rows: the standing as a word, or the number of full memberships. Columns: DRAWN_COLUMNS."""
    return _counts() if indicator.id == COUNT else _by_forum()[indicator.series]


def records(indicator: Indicator, iso3: str, year: int) -> pd.DataFrame:
    """All rows of the table for a country and forum (for the count: of its memberships), drawn ones marked.

    Columns: RECORD_COLUMNS."""
    frame = tables.load(TABLE)
    standing = _memberships() if indicator.id == COUNT else _standing()
    drawn = standing[(standing["iso3"] == iso3) & (standing["year"] == year)]
    if indicator.id == COUNT:
        rows = frame.loc[drawn["row"]]
    else:
        rows = frame[(frame["iso3"] == iso3) & (frame["forum_id"] == indicator.series[0])]
    found = rows.assign(
        value=rows["status"] if indicator.id != COUNT else rows["forum_id"],
        unit=indicator.unit,
        basis=wording.each("standing", day=rows["from_date"].fillna(""), end=rows["to_date"].fillna("")),
        vintage=rows["as_of"],
        preferred=rows.index.isin(drawn["row"]),
        status=rows["flag"],
    )
    return found[RECORD_COLUMNS]


SUBJECT = Subject(indicators=indicators, values=values, records=records, absence=not_reported)
