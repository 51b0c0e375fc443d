"""What the sentence of the Forums page says, of the six or of one country: numbers alone, the words stand elsewhere.

Only what is sure on the day is counted; what may be so is given beside it (`membership_sets.py`)."""

from dataclasses import dataclass

from data.analysis import membership, membership_sets
from data.analysis.membership import FORMER, SURE
from data.analysis.membership_sets import US
from data.package.countries import C5, SIX
from data.package.snapshot import kept

YEAR = len("1992")


@dataclass(frozen=True)
class OfSix:
    """`forums` of all, `together` those that seat all six, `without` those that seat the five alone.

    `most` are the codes of those of the five with the most seats shared with the US (none where nobody has any),
    `shared` how many these are, `uncertain` the largest number of open ones beside it."""

    forums: int
    together: int
    without: int
    most: tuple[str, ...]
    shared: int
    uncertain: int


@dataclass(frozen=True)
class OfCountry:
    """`own` forums in which it has a seat, `shared` of them with the US, `uncertain` in which it may have one.

    `others` are those in which it has another tie, `undated` seats whose first day is not known, `since` is the year of
    the oldest known one."""

    own: int
    shared: int
    uncertain: int
    others: int
    undated: int
    since: str


@kept(128)
def of_six(day: str, ties: str, forums: tuple[str, ...]) -> OfSix:
    """The answer for the six in some forums."""
    sets = membership_sets.combinations(day, ties, forums).set_index("members")["forums"]
    pairs = membership_sets.overlap(day, ties, forums)
    own = pairs[(pairs["b"] == US) & pairs["a"].isin(C5)]
    shared = int(own["shared"].max())
    most = own[own["shared"] == shared]
    return OfSix(
        forums=len(forums),
        together=int(sets.get(";".join(SIX), 0)),
        without=int(sets.get(";".join(C5), 0)),
        most=tuple(most["a"]) if shared else (),
        shared=shared,
        uncertain=int(most["uncertain"].max()),
    )


@kept(128)
def of_country(iso3: str, day: str, ties: str, forums: tuple[str, ...]) -> OfCountry:
    """The answer for a country, one of the six or another, in some forums."""
    rows = membership.of_country(iso3, day)
    rows = rows[rows["forum_id"].isin(forums)]
    is_sure, is_seat = rows["certainty"] == SURE, membership.is_seat(rows, ties)
    own, held = rows[is_sure & is_seat], membership_sets.seats(day, ties)
    of_us = set(held.loc[(held["iso3"] == US) & (held["certainty"] == SURE), "forum_id"])
    dates = own["from_date"].dropna()
    return OfCountry(
        own=len(own),
        shared=int(own["forum_id"].isin(of_us).sum()),
        uncertain=int((~is_sure & is_seat).sum()),
        others=int((is_sure & ~is_seat & (rows["standing"] != FORMER)).sum()),
        undated=len(own) - len(dates),
        since=min((str(one)[:YEAR] for one in dates), default=""),
    )
