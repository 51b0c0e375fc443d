"""Who of the six sits with whom on a day: exact sets of them by forum, and seats in common.

Only seats that are sure on the day count (`membership.py`); those that may be held or not are given beside each number
and never added to it. What is a seat says `membership.is_seat`."""

import pandas as pd

from data.analysis import membership
from data.analysis.membership import CERTAINTIES, FULL, SURE
from data.package import tables
from data.package.countries import SIX
from data.package.snapshot import kept
from data.package.statuses import joined_ids

US = SIX[-1]
SET_COLUMNS = ["on", "ties", "members", "size", "forums", "forum_ids", "uncertain", "uncertain_ids", "source_id"]
PAIR_COLUMNS = ["on", "a", "b", "shared", "uncertain", "either", "jaccard", "basis", "source_id"]


@kept(128)
def seats(day: str, ties: str = FULL) -> pd.DataFrame:
    """The seats of the six on a day: one row per forum and country that has one or may have one.

    Columns `forum_id`, `iso3`, `certainty` (that of the surest standing that is a seat), `source_id`."""
    rows = membership.standings(day)
    rows = rows[membership.is_seat(rows, ties) & rows["iso3"].isin(SIX)]
    surest = rows.assign(order=rows["certainty"].map(CERTAINTIES.index)).sort_values("order", kind="stable")
    columns = ["forum_id", "iso3", "certainty", "source_id"]
    return surest.drop_duplicates(["forum_id", "iso3"])[columns].sort_values(["forum_id", "iso3"], ignore_index=True)


@kept(128)
def forum_ids(day: str, ties: str = FULL, kind: str | None = None, *, with_us: bool = False) -> tuple[str, ...]:
    """Ids of the forums of a kind (all kinds for None), in the order of the table; where it is asked for only those in
    which the United States has a seat, sure or not."""
    rows = tables.load("forums")
    rows = rows if kind is None else rows[rows["kind"] == kind]
    own = seats(day, ties)
    own = own[own["iso3"] == US]
    return tuple(one for one in rows["forum_id"] if not with_us or one in set(own["forum_id"]))


@kept(128)
def combinations(day: str, ties: str = FULL, forums: tuple[str, ...] | None = None) -> pd.DataFrame:
    """The exact sets of the six that sit together: one row per set, the one with most forums first.

    Columns SET_COLUMNS: `members` are codes in the order of SIX, `forums` the number of those where every seat is sure.
    A forum in which a seat is not sure stands under the set of its sure seats, but only in `uncertain`; `members` is
    empty where it has no sure seat. Forums without any seat have no row."""
    rows = _of(seats(day, ties), forums)
    found: dict[str, dict[str, list[str]]] = {}
    for forum_id, own in rows.groupby("forum_id", sort=False):
        is_sure = own["certainty"] == SURE
        held = set(own.loc[is_sure, "iso3"])
        group = found.setdefault(";".join(one for one in SIX if one in held), {"sure": [], "not": [], "cited": []})
        group["sure" if is_sure.all() else "not"].append(str(forum_id))
        group["cited"] += list(own["source_id"])
    lines = [
        {
            "members": members,
            "size": members.count(";") + 1 if members else 0,
            "forums": len(group["sure"]),
            "forum_ids": ";".join(group["sure"]),
            "uncertain": len(group["not"]),
            "uncertain_ids": ";".join(group["not"]),
            "source_id": joined_ids(group["cited"]),
        }
        for members, group in found.items()
    ]
    made = pd.DataFrame(lines, columns=SET_COLUMNS).assign(on=day, ties=ties)
    order = ["forums", "uncertain", "size", "members"]
    return made.sort_values(order, ascending=[False, False, False, True], ignore_index=True)


def _of(rows: pd.DataFrame, forums: tuple[str, ...] | None) -> pd.DataFrame:
    return rows if forums is None else rows[rows["forum_id"].isin(forums)]


@kept(128)
def overlap(day: str, ties: str = FULL, forums: tuple[str, ...] | None = None) -> pd.DataFrame:
    """Seats in common of each two of the six, and of each with itself: one row per pair, `a` not after `b` in SIX.

    Columns PAIR_COLUMNS: `shared` are forums where both surely sit, `uncertain` those beside them where they may,
    `either` those where one at least surely sits, `jaccard` shared over either (missing where that is none), `basis`
    the kind of tie."""
    rows = _of(seats(day, ties), forums)
    sure = {iso3: set(rows.loc[(rows["iso3"] == iso3) & (rows["certainty"] == SURE), "forum_id"]) for iso3 in SIX}
    may = {iso3: set(rows.loc[rows["iso3"] == iso3, "forum_id"]) for iso3 in SIX}
    lines = []
    for place, a in enumerate(SIX):
        for b in SIX[place:]:
            shared, either = sure[a] & sure[b], sure[a] | sure[b]
            cited = rows.loc[rows["iso3"].isin((a, b)) & rows["forum_id"].isin(may[a] & may[b]), "source_id"]
            lines.append(
                {
                    "a": a,
                    "b": b,
                    "shared": len(shared),
                    "uncertain": len((may[a] & may[b]) - shared),
                    "either": len(either),
                    "jaccard": len(shared) / len(either) if either else None,
                    "source_id": joined_ids(cited),
                }
            )
    made = pd.DataFrame(lines, columns=PAIR_COLUMNS).assign(on=day, basis=ties)
    return made.astype({"jaccard": "float64"})
