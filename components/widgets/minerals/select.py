"""What the reader chooses on the page of minerals: a mineral by its list or its row, a country by its disc."""

from typing import Any

import streamlit as st

from components.reader import session
from data.analysis import mineral_parts
from data.package import countries


def mineral(name: str, **more: Any) -> None:
    """Take over a mineral: stage, form and supplier of the last one are chosen no more."""
    if name not in mineral_parts.minerals():
        return
    same = name == session.current().mineral
    session.choose(mineral=name, **({} if same else {"stage": None, "form": None, "swap_from": None}), **more)


def clicked(key: str) -> list[Any]:
    """What is known of the first mark that was clicked in a chart; nothing where none was."""
    points = st.session_state[key].selection.points
    found = next((point.get("customdata") for point in points if point.get("customdata")), None)
    return list(found) if found else []


def row_or_disc(key: str) -> None:
    """Take over the mineral of the mark that was clicked, and its country where it has one."""
    found = clicked(key)
    if not found:
        return
    name, iso3 = str(found[0]), str(found[1] or "")
    mineral(name, **({"country": iso3} if countries.is_country(iso3) else {}))
