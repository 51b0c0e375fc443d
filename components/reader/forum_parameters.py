"""The parts of a link to the Forums page: day, since, kind, forum, kind of tie, whether with the United States.

The newest day on record and the first forum are written out, but held as none, so that they follow from the data."""

import datetime

from components.reader.choice import Choice
from components.reader.parameter import Parameter, Reading, on_or_off, one_of
from components.words import word
from data.analysis import membership
from data.package import descriptor, names, tables

SECTION = "forums"
FIRST_DAY = "1945-01-01"
WITH_US = "USA"


def is_day(value: str) -> bool:
    """Whether a text is a day that the page can tell of: up to the release of the data."""
    try:
        day = datetime.date.fromisoformat(value).isoformat()
    except ValueError:
        return False
    return day == value and FIRST_DAY <= day <= descriptor.released()


def _on(choice: Choice, value: str) -> Reading:
    newest = membership.newest_day()
    if not is_day(value):
        return {}, choice.forums_on or newest
    return {"forums_on": None if value == newest else value}, None


def _since(_choice: Choice, value: str) -> Reading:
    return ({"forums_since": value}, None) if is_day(value) else ({}, "")


def _kind(_choice: Choice, value: str) -> Reading:
    return ({"forum_kind": value}, None) if value in membership.kinds() else ({}, "")


def _forum(choice: Choice, value: str) -> Reading:
    first = membership.first_forum()
    if value not in set(tables.load("forums")["forum_id"]):
        return {}, names.of("forum_short", choice.forum or first)
    return {"forum": None if value == first else value}, None


def _with(choice: Choice, value: str) -> Reading:
    """Only forums in which the United States sits; the one country that the page asks this for."""
    return ({"with_us": True}, None) if value == WITH_US else ({}, on_or_off(choice.with_us))


def _code(is_with_us: bool) -> str:
    return WITH_US if is_with_us else ""


FORUM = (
    Parameter("on", "forums_on", _on, notice="forums_on"),
    Parameter("since", "forums_since", _since, notice="forums_since"),
    Parameter("kind", "forum_kind", _kind, notice="forum_kind"),
    Parameter("forum", "forum", _forum),
    one_of("ties", membership.TIES, SECTION),
    Parameter("with", "with_us", _with, write=_code, notice="with_us"),
)


def kind_name(kind: str | None) -> str:
    """A kind of forums in words; all of them for none."""
    return word("forums.all_kinds") if kind is None else word(f"forum_kinds.{kind}")
