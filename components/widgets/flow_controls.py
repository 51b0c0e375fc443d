"""The controls of the flows: set, product, country, direction, measure, number of lines, view."""

import streamlit as st

from components.figures import flowmap
from components.widgets import controls, link
from components.words import word
from data import countries, cuts, flows
from data.cuts import Cut

FAMILY = "flow_family"


def families() -> dict[str, list[str]]:
    """Ids of sets by family, in the order of the registry."""
    groups: dict[str, list[str]] = {}
    for one in flows.registry().values():
        groups.setdefault(one.family, []).append(one.id)
    return groups


def cut() -> Cut:
    """The cut that the session stands for; a measure that it cannot have gives way to the value."""
    state = st.session_state
    asked = Cut(state["flow_set"], state["country"], state["direction"], state["measure"])
    return (
        asked
        if asked.measure == "value" or cuts.has_shares(asked)
        else Cut(asked.set_id, asked.country, asked.direction)
    )


def places(set_id: str) -> list[str]:
    """Countries that flows of a set start from or lead to: the six first, then by name."""
    rows = flows.values(set_id)
    found = set(rows["origin"]) | set(rows["dest"])
    six = [iso3 for iso3 in countries.SIX if iso3 in found]
    return six + sorted(found - set(six), key=countries.name)


def show() -> None:
    """Draw the controls; they read and write the session under the names of the choice."""
    state = st.session_state
    family = flows.get(state["flow_set"]).family
    state[FAMILY] = family
    members = families()[family]
    columns = iter(st.columns([1.4, 1.6, 1.2] if len(members) > 1 else [1.4, 1.2]))
    next(columns).selectbox(word("trade.set"), list(families()), key=FAMILY, on_change=_family_changed)
    if len(members) > 1:
        next(columns).selectbox(word("trade.product"), members, key="flow_set", format_func=_product)
    options = places(state["flow_set"])
    if state["country"] and state["country"] not in options:
        options.append(state["country"])
    next(columns).selectbox(
        word("trade.country"),
        options,
        index=None,
        key="country",
        format_func=countries.name,
        placeholder=word("trade.all_countries"),
    )
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _segments("direction", cuts.DIRECTIONS, help=word("trade.direction_help", home=flowmap.home_name(cut())))
        if cuts.has_shares(Cut(state["flow_set"], state["country"], state["direction"])):
            _segments("measure", cuts.MEASURES, help=word("trade.share_help"))
        st.segmented_control(word("trade.top"), link.TOPS, key="top", required=True, help=word("trade.top_help"))
        controls.view()


def _segments(name: str, options: tuple[str, ...], *, help: str) -> None:
    st.segmented_control(
        word(f"trade.{name}"),
        options,
        key=name,
        required=True,
        format_func=lambda one: word(f"trade.{one}"),
        help=help,
        wrap=True,
    )


def _product(set_id: str) -> str:
    return flows.get(set_id).title


def _family_changed() -> None:
    st.session_state["flow_set"] = families()[st.session_state[FAMILY]][0]
