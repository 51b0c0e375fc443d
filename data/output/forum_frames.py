"""What leaves of the figures on forums and diplomacy, as text: the frame that is drawn, row by row, with its sources.

What a restricted source tells is left out and its row says so (`certainty` or `status`)."""

from typing import Any

import pandas as pd

from data.analysis import diplomacy_events, membership, membership_change, membership_matrix, membership_sets
from data.analysis.membership import FULL, NO
from data.output import frames
from data.output.leaving import Leaving
from data.package import licensing, names
from data.package.read_only import frozen
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, joined_ids

# Columns of ids, with the kind of their names and the column that has these.
NAMED = {
    "forum_id": ("forum", "forum_name"),
    "iso3": ("country", "country"),
    "a": ("country", "a_country"),
    "b": ("country", "b_country"),
}
WHOLE = ("size", "forums", "uncertain", "shared", "either", "articles")
NUMBERS = ("jaccard",)
# What stays of a row that a licence holds back: what it is of, and that it is left out.
KEYS = ("on", "since", "forum_id", "iso3", "event_id", "a", "b", "ties", "basis", "members")
SAYS = ("certainty", "status")


@kept(64, worded=True)
def matrix(on: str, ties: str = FULL, kind: str | None = None, *, with_us: bool = False) -> Leaving:
    """The cells of the six in the forums that fit, in the order of the matrix."""
    order = membership_matrix.order(on, ties, kind, with_us=with_us)
    return _leaving(membership_matrix.rows(on, order).drop(columns="short_name"))


@kept(64, worded=True)
def of_country(on: str, country: str, ties: str = FULL, kind: str | None = None, *, with_us: bool = False) -> Leaving:
    """The standings of a country in the forums that fit, the longest known first."""
    rows = membership.of_country(country, on)
    return _leaving(rows[rows["forum_id"].isin(_chosen(on, ties, kind, with_us))])


@kept(64, worded=True)
def standing(on: str, forum: str | None = None, country: str | None = None) -> Leaving:
    """All standings on a day: the list of a forum, those of a country, or both."""
    rows = membership.of_country(country, on) if country else membership.on(on)
    rows = rows[rows["certainty"] != NO]
    return _leaving(rows if forum is None else rows[rows["forum_id"] == forum])


@kept(64, worded=True)
def difference(since: str, on: str, forum: str | None = None, country: str | None = None) -> Leaving:
    """What changed from a day to another: for the six, in a forum for all of its list, or for the one country."""
    if forum is None and country is None:
        return _leaving(membership_change.of_the_six(since, on))
    rows = membership_change.difference(since, on)
    rows = rows if forum is None else rows[rows["forum_id"] == forum]
    return _leaving(rows if country is None else rows[rows["iso3"] == country])


@kept(64, worded=True)
def combinations(on: str, ties: str = FULL, kind: str | None = None, *, with_us: bool = False) -> Leaving:
    """The exact sets of the six in the forums of a kind."""
    return _leaving(membership_sets.combinations(on, ties, _chosen(on, ties, kind, with_us)))


@kept(64, worded=True)
def overlap(on: str, ties: str = FULL, kind: str | None = None, *, with_us: bool = False) -> Leaving:
    """The seats in common of each two of the six in the forums of a kind."""
    return _leaving(membership_sets.overlap(on, ties, _chosen(on, ties, kind, with_us)))


def _chosen(on: str, ties: str, kind: str | None, with_us: bool) -> tuple[str, ...]:
    return membership_sets.forum_ids(on, ties, kind, with_us=with_us)


@kept(16, worded=True)
def events(country: str | None = None) -> Leaving:
    """The events between the five and the United States, of one country where it is given."""
    return _leaving(diplomacy_events.events(country))


@kept(16, worded=True)
def articles(country: str | None = None) -> Leaving:
    """The articles by month. They are our own count, so no source stands beside them."""
    return _leaving(diplomacy_events.articles_by_time(country))


def _leaving(rows: pd.DataFrame) -> Leaving:
    """The gate, by the source of each row."""
    ids = list(rows["source_id"].fillna("")) if "source_id" in rows else [""] * len(rows)
    held = list(licensing.is_withheld(pd.DataFrame({"source_id": ids})))
    columns: dict[str, list[str]] = {}
    for name in map(str, rows.columns.drop("source_id", errors="ignore")):
        columns[name] = _texts(rows[name], held)
        if name in NAMED:
            kind, beside = NAMED[name]
            columns[beside] = ["; ".join(names.of(kind, one) for one in codes.split(";")) for codes in rows[name]]
    frame = pd.DataFrame(columns).assign(**frames.cited(pd.DataFrame({"source_id": ids})))
    kinds = {name: "integer" for name in WHOLE if name in frame} | {name: "number" for name in NUMBERS if name in frame}
    return Leaving(frame, tuple(filter(None, joined_ids(ids).split(";"))), frozen(kinds), sum(held))


def _texts(column: pd.Series, held: list[bool]) -> list[str]:
    instead = LEFT_OUT if column.name in SAYS else ""
    is_key = column.name in KEYS
    return [instead if out and not is_key else _cell(one) for one, out in zip(column, held, strict=True)]


def _cell(value: Any) -> str:
    return str(value).lower() if pd.api.types.is_bool(value) else frames.cell(value)
