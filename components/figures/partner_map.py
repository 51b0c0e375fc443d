"""The values under the lines: what a selection of flows comes to with each partner, as a choropleth."""

from dataclasses import replace

import pandas as pd

from components.figures import choropleth, flow_map
from components.map.payload import Payload
from components.words import word
from data import flows, indicators
from data.analysis import flow_partners, flow_selection
from data.analysis.flow_selection import FlowSelection
from data.analysis.flow_sums import JOINED
from data.indicators import Indicator
from data.package import countries
from data.package.statuses import LEFT_OUT
from data.subjects import partner_trade

KINDS = {"net": ("balance", "diverging"), "value": ("flow", "log"), "share": ("share", "log")}
PATTERN = "us_trade_usd"


def indicator(selection: FlowSelection) -> Indicator:
    """What the choropleth shows: trade of home by partner, in the unit of the selection."""
    kind, scale = KINDS["net" if selection.direction == "net" else selection.quantity]
    return replace(
        indicators.get(PATTERN),
        id=f"flows.{selection.set_id}",
        kind=kind,
        scale=scale,
        display_unit=flow_map.unit_id(selection),
    )


def title(selection: FlowSelection) -> str:
    """Heading of the map: the set, and what is told of it; a set of one direction has that in its title."""
    home = flow_selection.reporters(selection)
    is_one = selection.set_id in partner_trade.SETS and len(home) == 1
    own = f"trade.one_{partner_trade.SETS[selection.set_id]}" if is_one else ""
    named = word(own, name=countries.name(home[0])) if own else flows.get(selection.set_id).title
    direction = (
        flow_selection.DIRECTIONS[0] if len(flow_selection.directions(selection.set_id)) == 1 else selection.direction
    )
    if selection.quantity == flow_selection.QUANTITIES[1]:
        side = countries.name(home[0]) if len(home) == 1 else word("trade.share_five")
        return word(f"trade.share_{direction}", title=named, home=side)
    return word(f"trade.title_{direction}", title=named)


def build(selection: FlowSelection) -> Payload:
    """The map's payload; a partner whose sum is not whole in a year has no figure for it, and home has none at all.

    A partner without a share of which some flow is on record is not called absent."""
    found = flow_partners.by_partner(selection)
    whole = flow_selection.all_flows(selection)
    years, home = flow_selection.years(selection), flow_selection.reporters(selection)
    others = sorted((set(whole["origin"]) | set(whole["dest"])) - set(home))
    grid = pd.MultiIndex.from_product([[*others, *home], years], names=["iso3", "year"])
    values = found.set_index(["iso3", "year"]).reindex(grid).reset_index()
    is_home = values["iso3"].isin(home)
    values["status"] = values["status"].where(values["value"].notna(), "not_reported").mask(is_home, "not_applicable")
    values["value"] = values["value"].mask(is_home)
    if selection.quantity == flow_selection.QUANTITIES[1]:
        rows = flow_selection.frame(flow_selection.in_values(selection))
        given = {(end, year) for one in ("origin", "dest") for end, year in zip(rows[one], rows["year"], strict=True)}
        has_flow = pd.Series([key in given for key in zip(values["iso3"], values["year"], strict=True)])
        values["status"] = values["status"].mask((values["status"] == "not_reported") & has_flow, "no_share")
    held = flow_selection.left_out(selection)
    if len(held):
        gone = {(end, year) for one in ("origin", "dest") for end, year in zip(held[one], held["year"], strict=True)}
        is_held = pd.Series([key in gone for key in zip(values["iso3"], values["year"], strict=True)], dtype="bool")
        values["status"] = values["status"].mask(is_held & ~is_home, LEFT_OUT)
        values["value"] = values["value"].mask(is_held)
    for column in JOINED:
        values[column] = values[column].where(values["value"].notna(), "")
    return choropleth.build(
        values, indicator(selection), thin=flow_selection.thin_years(selection), title=title(selection)
    )
