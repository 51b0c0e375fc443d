"""The controls of the page: form, subject, indicator, country, view, and the rest. All are reachable by keyboard."""

from functools import partial

import streamlit as st

from components.figures import breaks, classes, timeline
from components.reader import binding, session
from components.reader.choice import SHOWS, has_lines
from components.reader.parameters import MOST_OTHERS
from components.widgets.common import controls
from components.words import word
from data import indicators
from data.analysis import product_order
from data.indicator_lists import families, is_by_product, labels
from data.package import countries
from data.vocabulary import terms

OWN = "own"
MORE = "more_open"
MAP, CHART, _ = SHOWS
# What is typed as limits, and the classes that were chosen at the time: with others it is forgotten.
DRAFT = "draft_of_classes"
RULES = ("auto", *breaks.METHODS)


def _subject_chosen(subject: str) -> None:
    """Take over to the new subject what belongs to the old one: the same mineral or forum, where it is there too."""
    members = families()[subject]
    tail = session.current().indicator.partition(".")[2]
    same = [indicator_id for indicator_id in members if tail and indicator_id.partition(".")[2] == tail]
    session.choose_indicator((same or members)[0])


def show() -> None:
    """One row: form, subject, indicator, country, view or year; all else in a popover, on narrow screens some of these.

    The row has no labels in sight: what is chosen says what it is, and a reader by ear hears them."""
    with st.container(key="asked", horizontal=True, vertical_alignment="center", gap="xsmall"):
        controls.one_of("show", label_visibility="collapsed")
        with st.container(key="asked_subject", width=210):
            _subject("subject")
        with st.container(key="asked_indicator"):
            _indicator()
        with st.container(key="asked_country", width=190):
            controls.country(has_label=False)
        with st.container(key="asked_view", width=170):
            _view_or_year("view", "year_of_form")
        _more()


def _subject(key: str) -> None:
    """Choice of the subject; `key` tells apart the lists of the page."""
    family = indicators.get(session.current().indicator).family
    st.selectbox(
        word("controls.subject"),
        list(families()),
        **binding.bind_to(key, family, _subject_chosen, is_long=True, is_shared=True),
        format_func=terms.family,
        label_visibility="collapsed",
    )


def _indicator() -> None:
    family = indicators.get(session.current().indicator).family
    st.selectbox(
        word("controls.indicator"),
        families()[family],
        **binding.bind_to("indicator", session.current().indicator, session.choose_indicator),
        format_func=labels(family).__getitem__,
        label_visibility="collapsed",
        help=word("controls.by_product", year=product_order.shares().year) if is_by_product(family) else None,
    )


def _view_or_year(view_key: str, year_key: str) -> None:
    """The list of the map's views; where there is no map with a slider, that of the years."""
    choice = session.shown()
    if choice.show == MAP:
        controls.view_list(view_key)
        return
    st.selectbox(
        word("overview.year"),
        indicators.years(choice.indicator)[::-1],
        **binding.bind_to(year_key, choice.year, lambda year: session.choose(year=year), is_shared=True),
        label_visibility="collapsed",
    )


def _more() -> None:
    """What is seldom changed. The contents are sent when the reader opens it."""
    is_open = session.kept(MORE, False)
    bound = binding.bind_to(MORE, is_open, partial(session.keep, MORE))
    with st.popover(word("overview.more"), **bound, help=word("overview.more_help"), icon=":material/tune:") as more:
        if not more.open:
            return
        with st.container(key="asked_narrow"):
            _subject("subject_narrow")
            _view_or_year("view_narrow", "year_narrow")
        shown = session.shown()
        bound = binding.bind_to("flows", bool(shown.flows), _lines_chosen)
        st.toggle(word("controls.flows"), **bound, help=word("controls.flows_help"))
        st.toggle(word("controls.points"), **binding.bind("points"), help=word("controls.points_help"))
        if shown.show == CHART:
            _others(shown.indicator)
        _classes(indicators.get(shown.indicator).kind)


def _others(indicator_id: str) -> None:
    """Countries of the chart beside the six."""
    known = timeline.offered(indicator_id)
    chosen = [one for one in session.current().others if one in known]
    st.multiselect(
        word("chart.others"),
        known,
        **binding.bind_to("others", chosen, lambda found: session.choose(others=tuple(found))),
        format_func=countries.name,
        max_selections=MOST_OTHERS,
        help=word("chart.others_help"),
        disabled=not known,
    )


def _lines_chosen(is_on: bool) -> None:
    """Lines that the subject has anyway go on following from it."""
    session.choose(flows=None if is_on == has_lines(session.current().indicator) else is_on)


def _classes(kind: str) -> None:
    """Choice of the rule for the classes, and a field for limits of the reader's own."""
    chosen = session.current().classes
    rule, typed = (chosen, "") if chosen in RULES else (OWN, chosen)
    draft, of = session.kept(DRAFT, ("", None))
    if of == chosen:
        rule, typed = OWN, draft
    st.radio(
        word("controls.classes_rule"),
        (*RULES, OWN),
        **binding.bind_to("classes_rule", rule, _rule_chosen, is_long=True),
        format_func=lambda one: word(f"classing.{one}"),
        help=word("controls.classes_help"),
        disabled=kind in classes.FIXED,
    )
    if rule == OWN:
        st.text_input(
            word("controls.own"),
            **binding.bind_to("classes_own", typed, _limits_typed),
            max_chars=60,
            placeholder="10; 100; 1000",
        )
        if typed and not breaks.is_method(_limits(typed)):
            st.warning(word("controls.own_wrong", most=breaks.MOST))


def _rule_chosen(rule: str) -> None:
    """Take over a rule; limits of the reader's own only once they are typed."""
    if rule == OWN:
        session.keep(DRAFT, ("", session.current().classes))
    else:
        session.keep(DRAFT, ("", None))
        session.choose(classes=rule)


def _limits_typed(typed: str) -> None:
    """Take over limits, where they are some; what is typed stays in the field either way."""
    if breaks.is_method(_limits(typed)):
        session.choose(classes=_limits(typed))
    session.keep(DRAFT, (typed, session.current().classes))


def _limits(typed: str) -> str:
    return typed.replace(" ", "")
