"""The controls above the map: subject, indicator, view, country, flows. All are reachable by keyboard."""

import streamlit as st

from components.figures import breaks, classes
from components.reader import session
from components.reader.choice import has_lines
from components.widgets.common import controls
from components.words import word
from data import indicators
from data.analysis import product_order
from data.indicator_lists import families, is_by_product, labels
from data.vocabulary import terms

OWN = "own"
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
    """Draw the controls."""
    indicator = indicators.get(session.current().indicator)
    family = indicator.family
    first, second, third = st.columns([1.1, 1.9, 1.2])
    first.selectbox(
        word("controls.subject"),
        list(families()),
        **session.bind_to("subject", family, _subject_chosen, is_long=True),
        format_func=terms.family,
    )
    second.selectbox(
        word("controls.indicator"),
        families()[family],
        **session.bind_to("indicator", session.current().indicator, session.choose_indicator),
        format_func=labels(family).__getitem__,
        help=word("controls.by_product", year=product_order.shares().year) if is_by_product(family) else None,
    )
    with third:
        controls.country()
    with st.container(horizontal=True, vertical_alignment="center"):
        controls.view(has_label=False)
        bound = session.bind_to("flows", bool(session.shown().flows), _lines_chosen)
        st.toggle(word("controls.flows"), **bound, help=word("controls.flows_help"))
        st.toggle(word("controls.points"), **session.bind("points"), help=word("controls.points_help"))
        _classes(indicator.kind)


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
    with st.popover(word("controls.classes"), disabled=kind in classes.FIXED, help=word("controls.classes_help")):
        st.radio(
            word("controls.classes_rule"),
            (*RULES, OWN),
            **session.bind_to("classes_rule", rule, _rule_chosen, is_long=True),
            format_func=lambda one: word(f"classing.{one}"),
        )
        if rule == OWN:
            st.text_input(
                word("controls.own"),
                **session.bind_to("classes_own", typed, _limits_typed),
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
