"""The maps of a comparison: two that follow each other, or one of the difference."""

import streamlit as st

from components import cache
from components.map import component
from components.map.component import MapRequest
from components.markdown import literal
from components.reader import binding, session
from components.reader.choice import Choice
from components.widgets.common import prose
from components.widgets.compare import sides
from components.words import word
from data import indicators
from data.analysis import comparison
from data.analysis.comparison import Side
from data.package import countries

LEFT, RIGHT, CHANGE = "compare_left", "compare_right", "compare_difference"
GROUP = "compare"


def prepare() -> str:
    """Send what the maps need once; to be called outside any fragment. Returns the digest that `show` wants."""
    names = countries.names()
    return component.prepare(names, countries.SIX, countries.C5, None, None, key=f"{GROUP}_setup")


def show_sides(setup: str) -> None:
    """Draw two maps that follow each other."""
    for column, key, side in zip(st.columns(2, gap="medium"), (LEFT, RIGHT), sides.sides(), strict=True):
        with column:
            _side(key, side, session.shown(), setup)


def show_difference(setup: str) -> None:
    """Draw the difference; say why there is none where there is none."""
    chosen = session.shown()
    first, second = sides.sides()
    missing = _why_none(first, second)
    if missing:
        prose.show("no_difference", literal(missing), st.info, icon=":material/info:")
        return
    request = MapRequest(
        payload=cache.change_payload(first.indicator_id, first.year, second.year, sides.change_kind()),
        setup=setup,
        year=second.year,
        view=chosen.view,
        selected=chosen.country,
        key=CHANGE,
        parts={"country": "country"},
        on_choice=binding.reporting(_chosen_on_difference),
    )
    component.draw(request)


def _side(key: str, side: Side, chosen: Choice, setup: str) -> None:
    request = MapRequest(
        payload=cache.map_payload(side.indicator_id, chosen.classes),
        setup=setup,
        year=side.year,
        view=chosen.view,
        selected=chosen.country,
        group=GROUP,
        parts={"year": "year" if key == LEFT else "compare_year", "country": "country"},
        key=key,
        on_choice=binding.reporting(_chosen_on_left if key == LEFT else _chosen_on_right),
    )
    component.draw(request)


def _why_none(first: Side, second: Side) -> str:
    if not comparison.is_measured(first.indicator_id):
        return word("compare.no_difference")
    if len(indicators.years(first.indicator_id)) == 1:
        return word("compare.one_year", year=first.year)
    return word("compare.same_year", year=first.year) if first.year == second.year else ""


def _chosen_on_left() -> None:
    _take(LEFT, "year", sides.sides()[0].indicator_id)


def _chosen_on_right() -> None:
    _take(RIGHT, "compare_year", sides.sides()[1].indicator_id)


def _chosen_on_difference() -> None:
    _country(CHANGE)


def _take(key: str, field: str, indicator_id: str) -> None:
    """A year the reader stopped at, or a country clicked."""
    year = (st.session_state[key].get("choice") or {}).get("year")
    if year in indicators.years(indicator_id):
        session.choose(**{field: year})
    _country(key)


def _country(key: str) -> None:
    country = str((st.session_state[key].get("choice") or {}).get("country"))
    if countries.is_country(country):
        session.choose(country=country)
