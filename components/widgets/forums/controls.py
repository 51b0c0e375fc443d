"""The one row of controls: day, kinds of forums, kind of tie, whether with the US, country; the rest in a popover.

All are reachable by keyboard. What is chosen says what it is, and a reader by ear hears the labels."""

import datetime
from collections.abc import Callable

import streamlit as st

from components.reader import binding, session
from components.reader.choice import Choice
from components.reader.forum_parameters import FIRST_DAY, kind_name
from components.widgets.common import controls
from components.words import word
from data.analysis import membership
from data.package import descriptor

# The day before the end of the Soviet Union was sealed, the founding of the SCO, the first C5+1, its second summit.
QUICK_DAYS = ("1991-12-26", "2001-06-15", "2015-11-01", "2025-11-06")
ALL = "all"
Report = Callable[[datetime.date | None], None]


def show(choice: Choice) -> None:
    """Draw the row for the choice as the page shows it."""
    with st.container(key="asked_forums", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key="asked_forums_on", width=130):
            _day("forums.on", "forums_on", choice.forums_on, _on_chosen, has_label=False)
        _more(choice)
        st.segmented_control(
            word("forums.kind"),
            [ALL, *membership.kinds()],
            **binding.bind_to("forum_kind", choice.forum_kind or ALL, _kind_chosen),
            required=True,
            format_func=lambda one: kind_name(None if one == ALL else one),
            label_visibility="collapsed",
        )
        controls.one_of("ties", label_visibility="collapsed")
        st.toggle(word("forums.with_us"), **binding.bind("with_us"))
        with st.container(key="asked_forums_country", width=180):
            controls.country(has_label=False, placeholder=word("forums.all_six"))


def _kind_chosen(kind: str) -> None:
    session.choose(forum_kind=None if kind == ALL else kind)


def _day(label: str, field: str, day: str | None, report: Report, *, has_label: bool) -> None:
    st.date_input(
        word(label),
        **binding.bind_to(field, datetime.date.fromisoformat(day) if day else None, report, is_shared=True),
        min_value=datetime.date.fromisoformat(FIRST_DAY),
        max_value=datetime.date.fromisoformat(descriptor.released()),
        format="YYYY-MM-DD",
        label_visibility="visible" if has_label else "collapsed",
    )


def _on_chosen(day: datetime.date | None) -> None:
    text = day.isoformat() if day else None
    session.choose(forums_on=None if text == membership.newest_day() else text)


def _since_chosen(day: datetime.date | None) -> None:
    session.choose(forums_since=day.isoformat() if day else None)


def _more(choice: Choice) -> None:
    newest = membership.newest_day()
    days = [*QUICK_DAYS, newest]
    with st.popover(word("forums.days"), icon=":material/event:", key="forums_days"):
        st.segmented_control(
            word("forums.quick"),
            days,
            **binding.bind_to("forums_quick", choice.forums_on if choice.forums_on in days else None, _quick_chosen),
            format_func=lambda day: word("forums.newest", day=day) if day == newest else day,
        )
        _day("forums.changes_since", "forums_since", choice.forums_since, _since_chosen, has_label=True)
        if choice.forums_since:
            st.button(word("forums.no_changes"), on_click=session.choose, kwargs={"forums_since": None})


def _quick_chosen(day: str | None) -> None:
    if day:
        session.choose(forums_on=None if day == membership.newest_day() else day)
