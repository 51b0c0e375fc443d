"""What changed in the forums from one day to another: who joined, who left, whose standing became another one.

A former member has no tie, so a member that becomes one has left. Where the dates leave open how it stood on one of the
two days, the change may lie between them or not: it is `open`, and told apart. Nothing is told where the same standing
is open on the one day and on the other, too. Seen from the later day to the earlier one, joining is leaving."""

import pandas as pd

from data.analysis import membership
from data.analysis.membership import FORMER, NO, SURE, TOLD
from data.package.countries import SIX
from data.package.snapshot import kept

JOINED, LEFT, CHANGED = CHANGES = ("joined", "left", "changed")
# Whether a change surely lies between the two days, or its dates leave that open.
BETWEEN, OPEN = "sure", "open"
COLUMNS = ["since", "on", "change", "certainty", "forum_id", "iso3"]
COLUMNS += ["standing_since", "certainty_since", "standing_on", "certainty_on", *TOLD]


@kept(128)
def difference(since: str, on: str) -> pd.DataFrame:
    """Changes of all countries of the table between two days, in either order: one row per forum and country.

    Columns COLUMNS, sure changes first, then by kind of change. Dates and source are those of the standing that is told
    of last. Raises ValueError for what is no day."""
    early, late = min(since, on), max(since, on)
    keys = ["forum_id", "iso3"]
    both = membership.on(since)[[*keys, "standing", "certainty"]].merge(
        membership.on(on)[[*keys, "standing", "certainty"]], on=keys, suffixes=("_since", "_on")
    )
    both["change"] = [
        _change(*row)
        for row in both[["standing_since", "certainty_since", "standing_on", "certainty_on"]].itertuples(index=False)
    ]
    both = both[both["change"] != ""]
    is_sure = both["certainty_since"].isin((SURE, NO)) & both["certainty_on"].isin((SURE, NO))
    told = _told(early, late)
    whole = both.assign(since=since, on=on, certainty=is_sure.map({True: BETWEEN, False: OPEN})).merge(told, on=keys)
    order = whole.assign(
        place=whole["change"].map(CHANGES.index).astype("int64"), is_open=whole["certainty"] == OPEN
    ).sort_values(["is_open", "place", "from_date", *keys], ignore_index=True)
    return order[COLUMNS]


@kept(128)
def of_the_six(since: str, on: str) -> pd.DataFrame:
    """The changes of the six. Columns and order as those of `difference`."""
    rows = difference(since, on)
    return rows[rows["iso3"].isin(SIX)].reset_index(drop=True)


def _change(before: str, sureness_before: str, after: str, sureness_after: str) -> str:
    """The kind of change, empty for none."""
    was, stands = _has_tie(before, sureness_before), _has_tie(after, sureness_after)
    if was != stands:
        return JOINED if stands else LEFT
    if was and before != after:
        return CHANGED
    if was and sureness_before != sureness_after:
        # The same standing, open on one day alone: it may have begun, or ended, between them.
        return JOINED if sureness_after == SURE else LEFT if sureness_before == SURE else ""
    return ""


def _has_tie(standing: str, certainty: str) -> bool:
    return certainty != NO and standing != FORMER


def _told(early: str, late: str) -> pd.DataFrame:
    """Dates and source of the standing on the later day, else of that on the earlier one."""
    columns = ["forum_id", "iso3", *TOLD]
    days = [frame[frame["certainty"] != NO][columns] for frame in (membership.on(late), membership.on(early))]
    return pd.concat(days).drop_duplicates(["forum_id", "iso3"])
