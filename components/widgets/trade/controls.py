"""The controls of the flows: set, product, country, direction, measure, number of lines, view."""

from functools import partial

import streamlit as st

from components.figures import flow_map
from components.markdown import literal
from components.reader import binding, session
from components.reader import choice as choices
from components.widgets.common import controls
from components.words import word
from data import flows
from data.analysis import flow_selection, product_order
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.vocabulary import terms


def families() -> dict[str, list[str]]:
    """Ids of sets by family, in the order of the registry."""
    groups: dict[str, list[str]] = {}
    for flow_set in flows.registry().values():
        groups.setdefault(flow_set.family, []).append(flow_set.id)
    return groups


def selection() -> FlowSelection:
    """The selection that the reader's choice stands for, in a direction that it has."""
    return choices.selection_of(session.shown())


def places(set_id: str) -> list[str]:
    """Countries that flows of a set start from or lead to: the six first, then by name."""
    rows = flows.values(set_id)
    found = set(rows["origin"]) | set(rows["dest"])
    six = [iso3 for iso3 in countries.SIX if iso3 in found]
    return six + sorted(found - set(six), key=countries.name)


def show() -> None:
    """Draw the controls."""
    with st.container(key="asked_trade"):
        choice = session.shown()
        family = flows.get(choice.flow_set).family
        members = _ordered(families()[family], choice.country)
        columns = iter(st.columns([1.4, 1.6, 1.2] if len(members) > 1 else [1.4, 1.2]))
        next(columns).selectbox(
            word("trade.set"),
            list(families()),
            **binding.bind_to("flow_family", family, _family_chosen),
            format_func=terms.family,
        )
        if len(members) > 1:
            next(columns).selectbox(
                word("trade.product"),
                members,
                # Another country has other shares in the names: what is chosen has to be named anew.
                **binding.bind_to("flow_set", choice.flow_set, _set_chosen, is_long=True),
                format_func=partial(_product, country=choice.country),
                help=_order_help(choice.country),
            )
        options = places(choice.flow_set)
        if choice.country and choice.country not in options:
            options.append(choice.country)
        next(columns).selectbox(
            word("trade.country"),
            options,
            index=None,
            **binding.bind_to("country", choice.country, _country_chosen, is_shared=True),
            format_func=countries.name,
            placeholder=word("trade.all_countries"),
        )
        with st.container(horizontal=True, vertical_alignment="bottom"):
            offered = flow_selection.directions(choice.flow_set, choice.country)
            _segments("direction", offered, choice.direction, help=_direction_help(offered))
            if flow_selection.has_shares(FlowSelection(choice.flow_set, choice.country, choice.direction)):
                _segments("measure", flow_selection.QUANTITIES, choice.measure, help=word("trade.share_help"))
            controls.one_of("top", help=word("trade.top_help"))
            controls.view()


def _direction_help(offered: tuple[str, ...]) -> str:
    home = literal(flow_map.home_name(selection()))
    if len(offered) > 1:
        return word("trade.direction_help", home=home)
    return word("trade.direction_only", home=home, only=word(f"trade.{offered[0]}"))


def _set_chosen(set_id: str) -> None:
    session.choose_flows(flow_set=set_id)


def _country_chosen(country: str | None) -> None:
    session.choose_flows(country=country)


def _segments(name: str, options: tuple[str, ...], chosen: str, *, help: str) -> None:
    choose = session.choose_flows if name == "direction" else session.choose
    st.segmented_control(
        word(f"trade.{name}"),
        options,
        **binding.bind_to(name, chosen, lambda value: choose(**{name: value})),
        required=True,
        format_func=lambda one: word(f"trade.{one}"),
        help=help,
        wrap=True,
    )


def _ordered(members: list[str], country: str | None) -> list[str]:
    """Sets of products by what the United States imports of them from the country, else from the five."""
    if len(members) < 2:
        return members
    return sorted(members, key=lambda set_id: product_order.place(_code(set_id), country))


def _code(set_id: str) -> str:
    return flows.get(set_id).series[0]


def _product(set_id: str, country: str | None) -> str:
    return product_order.with_share(flows.get(set_id).label, _code(set_id), country)


def _order_help(country: str | None) -> str:
    """What the list of products is in order of."""
    year = product_order.shares(country).year
    if country in countries.C5:
        return word("trade.product_help_country", name=literal(countries.name(country)), year=year)
    return word("trade.product_help", year=year)


def _family_chosen(family: str) -> None:
    members = _ordered(families()[family], session.current().country)
    session.choose_flows(flow_set=members[0])
