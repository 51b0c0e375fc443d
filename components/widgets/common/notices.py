"""What is not as the reader asked for it: parts of a link, choices lost or that the page shows otherwise."""

import streamlit as st

from components.markdown import literal
from components.reader import binding, session
from components.reader import choice as choices
from components.reader.choice import TRADE
from components.words import word
from data import flows, indicators
from data.analysis import flow_selection
from data.package import countries

BOTH = flow_selection.DIRECTIONS[0]


def show() -> None:
    """One line for each kind of part that was not used, as written: it may be anything that somebody has sent."""
    for text in session.notices():
        st.warning(literal(text), icon=":material/link_off:")


def tell_lost() -> None:
    """Say that a choice was lost; to be called by a page that does not `tell`."""
    if binding.was_lost():
        st.toast(word("app.lost"), icon=":material/error:")


def tell() -> None:
    """Say what is not as the reader asked for it: a choice that was lost, another year or direction while shown."""
    tell_lost()
    text = " ".join(_moves())
    # The place is there without words, too: what stands below it would else be mounted anew, maps without their zoom.
    place = st.empty()
    if text:
        # One text without markup: React sets it whole (see prose.py).
        place.caption(literal(text))


def _moves() -> list[str]:
    """What of the choice is shown otherwise than it was asked for, in words."""
    asked, seen = session.current(), session.shown()
    is_trade = session.page() == TRADE
    title = flows.get(asked.flow_set).title if is_trade else indicators.get(asked.indicator).title
    *of, opened = session.kept(session.OPENED, (None, None, None))
    subject = (asked.flow_set, asked.country) if is_trade else asked.indicator
    texts = []
    if opened and of == [subject, asked.year]:
        key, before = opened
        texts.append(word(f"notices.{key}", title=title, value=before, shown=asked.year))
    if asked.year != seen.year:
        texts.append(word("notices.moved_year", title=title, value=asked.year, shown=seen.year))
    if asked.compare_year not in (None, seen.compare_year):
        other = indicators.get(choices.other(asked)).title
        texts.append(word("notices.moved_year", title=other, value=asked.compare_year, shown=seen.compare_year))
    if is_trade and asked.pair != seen.pair and asked.pair:
        pair = " – ".join(map(countries.name, choices.ends(asked.pair)))
        texts.append(word("notices.moved_pair", title=title, pair=pair))
    if is_trade and seen.direction != asked.direction != BOTH:
        names = {"value": word(f"trade.{asked.direction}"), "shown": word(f"trade.{seen.direction}")}
        texts.append(word("notices.moved_direction", title=title, **names))
    return texts
