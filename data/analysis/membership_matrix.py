"""The matrix of forums by the six on a day: which forums in which order, and what each cell tells."""

import pandas as pd

from data.analysis import membership, membership_sets
from data.analysis.membership import FULL, SURE
from data.package import names
from data.package.snapshot import kept


@kept(128)
def order(day: str, ties: str = FULL, kind: str | None = None, *, with_us: bool = False) -> tuple[str, ...]:
    """Ids of the forums shown: by kind, the most frequent kind first, then those with most sure seats, then by id."""
    chosen = membership_sets.forum_ids(day, ties, kind, with_us=with_us)
    rows = membership.of_the_six(day)
    kinds = dict(zip(rows["forum_id"], rows["kind"], strict=True))
    held = membership_sets.seats(day, ties)
    seats = held[held["certainty"] == SURE]["forum_id"].value_counts()
    ranks = {one: place for place, one in enumerate(membership.kinds())}
    return tuple(sorted(chosen, key=lambda one: (ranks[kinds[one]], -int(seats.get(one, 0)), one)))


@kept(128, worded=True)
def rows(day: str, forums: tuple[str, ...]) -> pd.DataFrame:
    """The cells of some forums in their order: one row per forum and country of the six.

    Columns as those of `membership.of_the_six`, and `short_name`."""
    found = membership.of_the_six(day)
    found = found[found["forum_id"].isin(forums)]
    found = found.assign(place=found["forum_id"].map(forums.index), short_name=found["forum_id"].map(_short))
    return found.sort_values("place", kind="stable", ignore_index=True).drop(columns="place")


def _short(forum_id: str) -> str:
    return names.of("forum_short", forum_id)
