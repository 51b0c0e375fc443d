"""What the reader chooses by a click: a forum by its row, a country by its glyph, a set by its column."""

from typing import Any

import streamlit as st

from components.reader import session
from components.widgets.forums import state
from data.analysis import membership
from data.package import countries, tables


def forum(forum_id: str, **more: Any) -> None:
    """Take over a forum; the first of them is held as none, so that it follows from the data."""
    if forum_id in set(tables.load("forums")["forum_id"]):
        session.choose(forum=None if forum_id == membership.first_forum() else forum_id, **more)


def clicked(key: str) -> list[Any]:
    """What is known of the first mark that was clicked in a chart; nothing where none was."""
    points = st.session_state[key].selection.points
    found = next((point.get("customdata") for point in points if point.get("customdata") is not None), None)
    return list(found) if found else []


def cell(key: str) -> None:
    """Take over the forum of the mark that was clicked, and its country where it has one."""
    found = clicked(key)
    if found:
        iso3 = str(found[1] or "")
        forum(str(found[0]), **({"country": iso3} if countries.is_country(iso3) else {}))


def column(key: str) -> None:
    """Take over the set of the column that was clicked."""
    found = clicked(key)
    if found:
        session.keep(state.SET, str(found[0]))
