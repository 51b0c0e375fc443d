"""The controls above the map: subject, indicator, view, country, flows. All are reachable by keyboard."""

from itertools import takewhile
from typing import Literal

import streamlit as st

from components.figures import breaks, classes
from components.widgets import state
from components.widgets.choice import VIEWS, has_lines
from components.words import word
from data import countries, indicators
from data.snapshot import kept

OWN = "own"
# What is typed as limits, and the classes that were chosen at the time: with others it is forgotten.
DRAFT = "draft_of_classes"
RULES = ("auto", *breaks.METHODS)


def _subject_chosen(subject: str) -> None:
    """Take over to the new subject what belongs to the old one: the same mineral or forum, where it is there too."""
    members = families()[subject]
    tail = state.current().indicator.partition(".")[2]
    same = [one for one in members if tail and one.partition(".")[2] == tail]
    state.choose_indicator((same or members)[0])


@kept()
def families() -> dict[str, list[str]]:
    """Indicator ids by subject, in the order of the registry."""
    groups: dict[str, list[str]] = {}
    for one in indicators.registry().values():
        groups.setdefault(one.family, []).append(one.id)
    return groups


def _common_start(texts: list[str]) -> str:
    alike = takewhile(lambda signs: len(set(signs)) == 1, zip(*texts, strict=False))
    return "".join(signs[0] for signs in alike)


@kept()
def labels(family: str) -> dict[str, str]:
    """Titles of a subject's indicators without what all of them say: a start up to a colon, an end from a comma on or a
    last word that the subject says, and the words after the colon where at least two are left ("Copper: share of world
    mine production").

    The subject stands beside the list and the whole title above the map; the list travels with a change."""
    titles = [indicators.get(one).title for one in families()[family]]
    if len(titles) == 1:
        return dict(zip(families()[family], titles, strict=True))
    shared, ends = _common_start(titles), _common_start([title[::-1] for title in titles])[::-1]
    head = shared.rfind(": ") + 2 if ": " in shared else 0
    tail = len(ends) - ends.find(", ") if ", " in ends else 0
    short = _without_common_words([title[head : len(title) - tail] for title in titles])
    said = 0 if tail else _said_by(family, ends)
    short = [label[: len(label) - said] for label in short]
    return {one: label[:1].upper() + label[1:] for one, label in zip(families()[family], short, strict=True)}


def _said_by(family: str, ends: str) -> int:
    """Length of a last word, with its space, that all titles share and the subject says, too ("production")."""
    start, _, last = ends.rpartition(" ")
    return len(last) + 1 if len(start) < len(ends) and last in family.lower().split() else 0


def _without_common_words(titles: list[str]) -> list[str]:
    parts = [title.partition(": ") for title in titles]
    said = _common_start([after for _, _, after in parts]).rfind(" ") + 1
    if any(len(after[said:].split()) < 2 for _, _, after in parts):
        return titles
    return [f"{before}: {after[said:]}" for before, _, after in parts]


def choices() -> list[dict[str, str]]:
    """By subject, the ids of its indicators by label; labels that two of them share are left out."""
    found = []
    for family in families():
        told = labels(family)
        found.append({label: one for one, label in told.items() if list(told.values()).count(label) == 1})
    return found


def view(*, has_label: bool = True) -> None:
    """Choice of the map's view."""
    st.segmented_control(
        word("controls.view"),
        VIEWS,
        **state.bind("view"),
        required=True,
        format_func=lambda one: word(f"views.{one}"),
        label_visibility="visible" if has_label else "collapsed",
        wrap=True,
    )


def country(*, width: int | Literal["stretch"] = "stretch") -> None:
    """Choice of one of the six, or of the country that was clicked; `width` in pixels."""
    options = list(countries.SIX)
    chosen = state.current().country
    if chosen and chosen not in options:
        options.append(chosen)
    st.selectbox(
        word("controls.country"),
        options,
        index=None,
        **state.bind("country"),
        format_func=countries.name,
        placeholder=word("controls.no_country"),
        width=width,
    )


def show() -> None:
    """Draw the controls."""
    indicator = indicators.get(state.current().indicator)
    family = indicator.family
    first, second, third = st.columns([1.1, 1.9, 1.2])
    first.selectbox(
        word("controls.subject"), list(families()), **state.bind_to("subject", family, _subject_chosen, is_long=True)
    )
    second.selectbox(
        word("controls.indicator"),
        families()[family],
        **state.bind_to("indicator", state.current().indicator, state.choose_indicator),
        format_func=labels(family).__getitem__,
    )
    with third:
        country()
    with st.container(horizontal=True, vertical_alignment="center"):
        view(has_label=False)
        bound = state.bind_to("flows", bool(state.shown().flows), _lines_chosen)
        st.toggle(word("controls.flows"), **bound, help=word("controls.flows_help"))
        st.toggle(word("controls.points"), **state.bind("points"), help=word("controls.points_help"))
        _classes(indicator.kind)


def _lines_chosen(is_on: bool) -> None:
    """Lines that the subject has anyway go on following from it."""
    state.choose(flows=None if is_on == has_lines(state.current().indicator) else is_on)


def _classes(kind: str) -> None:
    """Choice of the rule for the classes, and a field for limits of the reader's own."""
    chosen = state.current().classes
    rule, typed = (chosen, "") if chosen in RULES else (OWN, chosen)
    draft, of = state.kept(DRAFT, ("", None))
    if of == chosen:
        rule, typed = OWN, draft
    with st.popover(word("controls.classes"), disabled=kind in classes.FIXED, help=word("controls.classes_help")):
        st.radio(
            word("controls.classes_rule"),
            (*RULES, OWN),
            **state.bind_to("classes_rule", rule, _rule_chosen, is_long=True),
            format_func=lambda one: word(f"classing.{one}"),
        )
        if rule == OWN:
            st.text_input(
                word("controls.own"),
                **state.bind_to("classes_own", typed, _limits_typed),
                max_chars=60,
                placeholder="10; 100; 1000",
            )
            if typed and not breaks.is_method(_limits(typed)):
                st.warning(word("controls.own_wrong", most=breaks.MOST))


def _rule_chosen(rule: str) -> None:
    """Take over a rule; limits of the reader's own only once they are typed."""
    if rule == OWN:
        state.keep(DRAFT, ("", state.current().classes))
    else:
        state.keep(DRAFT, ("", None))
        state.choose(classes=rule)


def _limits_typed(typed: str) -> None:
    """Take over limits, where they are some; what is typed stays in the field either way."""
    if breaks.is_method(_limits(typed)):
        state.choose(classes=_limits(typed))
    state.keep(DRAFT, (typed, state.current().classes))


def _limits(typed: str) -> str:
    return typed.replace(" ", "")
