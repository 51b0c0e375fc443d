"""Standing in forums on any day, as sure as the dates of the table are: the one place where that is worked out.

A date of the table is a day, a month or a year; a standing began on one of its days, and was over on one of the days of
its last date. On a day on or after all days that the first date may mean, and before all that the last one may mean,
the standing is `sure`; on a day between them it holds or not, `within` what the dates leave open. A row without a
first date tells that the standing was there on the date its source speaks of: `unknown` before, from the founding of
the forum on, and sure after. Else there is no standing: `no`. (Year ends have one state each: `subjects/forums.py`.)

A row that calls a country a former member tells of two standings: of a member, and of a former one from its end on."""

import datetime

import pandas as pd

from data.package import descriptor, tables
from data.package.countries import SIX
from data.package.dates import UNKNOWN, first_day, last_day, precision
from data.package.snapshot import kept
from data.subjects.forums import NEAREST_FIRST, TABLE

SURE, WITHIN, NO = "sure", "within", "no"
CERTAINTIES = (SURE, WITHIN, UNKNOWN, NO)
FULL, ANY = TIES = ("full", "any")
MEMBER, SIGNATORY, FORMER, TREATY = "member", "signatory", "former", "treaty"
TOLD = ["from_date", "from_precision", "to_date", "to_precision", "as_of", "flag", "source_id", "locator", "note"]
COLUMNS = ["on", "forum_id", "iso3", "standing", "certainty", *TOLD]
OF_FORUM = ["kind", "form", "coverage", "founded"]
BOUNDS = ["begin_first", "begin_last", "end_first", "end_last"]
FIRST = "c5plus1"
EVER, NEVER = "0000-01-01", "9999-12-31"


@kept()
def spans() -> pd.DataFrame:
    """One row per standing that the table tells of. Columns `forum_id`, `iso3`, `standing`, BOUNDS, TOLD.

    The standing began between the days `begin_first` and `begin_last` and was over between `end_first` and `end_last`;
    EVER and NEVER stand for no limit."""
    founded = tables.load("forums").set_index("forum_id")["founded"]
    rows = tables.load(TABLE)
    rows = rows.assign(founding=[first_day(one) or EVER for one in rows["forum_id"].map(founded)])
    rows["founding"] = rows["founding"].mask(rows["before_founding"].astype(bool), EVER)
    is_former = rows["status"] == FORMER
    seen = pd.Series([last_day(one) or NEVER for one in rows["as_of"]], index=rows.index)
    held = rows.assign(standing=rows["status"].mask(is_former, MEMBER), seen=seen.mask(is_former, NEVER))
    left = rows[is_former].assign(standing=FORMER, seen=seen, from_date=rows["to_date"], to_date=None)
    found = pd.concat([held, left], ignore_index=True)
    over = pd.concat([seen.where(is_former & rows["to_date"].isna(), NEVER), pd.Series(NEVER, index=left.index)])
    began, ended = found["from_date"], found["to_date"]
    found = found.assign(
        begin_first=[first_day(one) or other for one, other in zip(began, found["founding"], strict=True)],
        begin_last=[last_day(one) or other for one, other in zip(began, found["seen"], strict=True)],
        end_first=[
            first_day(one) or (EVER if other != NEVER else NEVER) for one, other in zip(ended, over, strict=True)
        ],
        end_last=[last_day(one) or other for one, other in zip(ended, over, strict=True)],
        from_precision=[precision(one) for one in began],
        to_precision=["" if pd.isna(one) else precision(one) for one in ended],
    )
    return found[["forum_id", "iso3", "standing", *BOUNDS, *TOLD]]


def standings(day: str) -> pd.DataFrame:
    """Every standing that holds on a day or may hold, several of a country in a forum where they overlap.

    Columns COLUMNS. Raises ValueError for what is no day."""
    datetime.date.fromisoformat(day)
    rows = spans()
    has_begun, may_have = rows["begin_last"] <= day, rows["begin_first"] <= day
    lasts, may_last = rows["end_first"] > day, rows["end_last"] > day
    certainty = pd.Series(WITHIN, index=rows.index).mask(has_begun & lasts, SURE)
    is_open = (~has_begun & rows["from_date"].isna()) | (has_begun & ~lasts & rows["to_date"].isna())
    found = rows.assign(on=day, certainty=certainty.mask(is_open, UNKNOWN))
    return found.loc[may_have & may_last, COLUMNS]


@kept(128)
def on(day: str) -> pd.DataFrame:
    """The standing of every country of the table in every forum in which it has one at any time, on a day.

    One row per forum and country, columns COLUMNS, sorted by both. Of overlapping standings the one nearest to
    membership counts. Where there is none on the day, `certainty` is `no` and all else is empty. Raises ValueError."""
    found = standings(day)
    order = found["standing"].map(NEAREST_FIRST.index)
    sureness = found["certainty"].map(CERTAINTIES.index)
    ranked = found.assign(order=order, sureness=sureness).sort_values(["order", "sureness"], kind="stable")
    nearest = ranked.drop_duplicates(["forum_id", "iso3"])[COLUMNS]
    every = tables.load(TABLE)[["forum_id", "iso3"]].drop_duplicates()
    return _with_gaps(every, nearest, day)


def _with_gaps(every: pd.DataFrame, found: pd.DataFrame, day: str) -> pd.DataFrame:
    whole = every.merge(found, on=["forum_id", "iso3"], how="left")
    whole = whole.assign(on=day, certainty=whole["certainty"].fillna(NO))
    return whole.sort_values(["forum_id", "iso3"], ignore_index=True)[COLUMNS]


@kept(128)
def of_the_six(day: str) -> pd.DataFrame:
    """The standing of each of the six in every forum on a day, `no` also where the table never names the country.

    One row per forum and country in the order of SIX, forums in that of their table. Columns COLUMNS and OF_FORUM."""
    forums = tables.load("forums")
    every = forums[["forum_id"]].merge(pd.DataFrame({"iso3": SIX}), how="cross")
    found = on(day)
    whole = every.merge(_with_gaps(every, found, day), on=["forum_id", "iso3"])
    return whole[COLUMNS].merge(forums[["forum_id", *OF_FORUM]], on="forum_id")


@kept(128)
def of_country(iso3: str, day: str) -> pd.DataFrame:
    """Every standing of a country on a day, those that are uncertain too: one row per forum, the longest known first,
    those without a first day last.

    Columns COLUMNS and OF_FORUM; no row for a country that the table does not name. Raises ValueError."""
    rows = on(day)
    rows = rows[(rows["iso3"] == iso3) & (rows["certainty"] != NO)]
    rows = rows.merge(tables.load("forums")[["forum_id", *OF_FORUM]], on="forum_id")
    return rows.sort_values(["from_date", "forum_id"], na_position="last", ignore_index=True)


@kept()
def newest_day() -> str:
    """The last day that a row of the table speaks of: of a beginning, an end, or the date of its source.

    Later days, up to the release, show what was last on record."""
    rows = tables.load(TABLE)
    days = [last_day(one) for name in ("from_date", "to_date", "as_of") for one in rows[name].dropna()]
    return max(one for one in days if one and one <= descriptor.released())


def first_forum() -> str:
    """Id of the forum that is told of first: that of the five with the United States, where the tables have it."""
    ids = list(tables.load("forums")["forum_id"])
    return FIRST if FIRST in ids else ids[0]


def is_seat(rows: pd.DataFrame, ties: str = FULL) -> pd.Series:
    """Whether each of the standings, with `forum_id` and `standing`, is a seat: full membership, or the signature of a
    treaty, which has parties; with `any` every tie but that of a former member."""
    if ties == ANY:
        return rows["standing"] != FORMER
    forms = tables.load("forums").set_index("forum_id")["form"]
    has_signed = (rows["standing"] == SIGNATORY) & (rows["forum_id"].map(forms) == TREATY)
    return (rows["standing"] == MEMBER) | has_signed


def kinds() -> list[str]:
    """Kinds of the forums, the most frequent first."""
    return [str(kind) for kind in tables.load("forums")["kind"].value_counts(sort=True).index]


@kept()
def ended() -> pd.DataFrame:
    """The rows of the table that have an end, as they stand there: how thinly leaving is covered.

    Columns as those of the table."""
    rows = tables.load(TABLE)
    return rows[rows["to_date"].notna()].reset_index(drop=True)
