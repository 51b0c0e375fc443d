"""The series of a pair by year that belong to a selection: of its goods, in its direction, each side by itself."""

from dataclasses import replace

import pandas as pd

from components.figures.pair_series import Side
from components.words import word
from data import flows, indicators
from data.analysis import flow_selection
from data.analysis.flow_selection import FlowSelection
from data.package import countries
from data.package.statuses import LEFT_OUT
from data.subjects import partner_trade, product_trade

US, MIRROR = "us_trade", "mirror"
# Tone of a line, by the direction that shows it alone.
ALONE = {"exports": "out", "imports": "in"}


def goods(selection: FlowSelection) -> str:
    """The product that a selection is of, as its set is called; empty where it is of all goods."""
    return flows.get(selection.set_id).title if selection.set_id in product_trade.by_set() else ""


def is_asked(selection: FlowSelection, ways: tuple[str, str, str]) -> bool:
    """Whether a direction (origin, destination, tone) belongs to a selection: exports go out, imports come in.

    A product has one direction only: what the United States exports of it is not on record."""
    origin, _, tone = ways
    is_told = selection.set_id not in product_trade.by_set() or origin != "USA"
    return is_told and ALONE.get(selection.direction, tone) == tone


def sides(selection: FlowSelection, origin: str, dest: str) -> list[Side]:
    """What is on record of the goods of a selection from origin to destination: a Side for each that reports it.

    None of a pair that the selection does not have: its figures would be those of another pair."""
    if frozenset((origin, dest)) not in flow_selection.pairs(selection):
        return []
    if selection.set_id in product_trade.by_set():
        return _of_product(selection.set_id, origin, dest)
    if selection.set_id in partner_trade.SETS:
        home = origin if origin in countries.C5 and selection.country != dest else dest
        names = (word("series.reports", name=countries.name(one)) for one in (home, dest if home == origin else origin))
        return [Side(name, _seen(one, home, origin, dest)) for name, one in zip(names, partner_trade.SETS, strict=True)]
    other = dest if origin == "USA" else origin
    return [
        Side(word("series.us_side"), _between(US, origin, dest)),
        Side(word("series.reports", name=countries.name(other)), _between(MIRROR, origin, dest)),
    ]


def with_figures(side: Side) -> Side:
    """A side without the years that this copy of the tables leaves out for their licence."""
    return replace(side, rows=side.rows[side.rows["status"] != LEFT_OUT].reset_index(drop=True))


def left_out(side: Side) -> int:
    """How many years of a side this copy of the tables leaves out for their licence."""
    return int((side.rows["status"] == LEFT_OUT).sum())


def _of_product(set_id: str, origin: str, dest: str) -> list[Side]:
    """US imports of a product and, where it is on record, what the country itself reports of it as exports."""
    found = [Side(word("series.us_side"), _between(set_id, origin, dest))]
    own = product_trade.own_exports(set_id)
    # What a country reports of a product is what it sends to the United States, and to nobody else.
    if own in indicators.registry() and dest == "USA":
        rows = indicators.values(own)
        is_told = rows["value"].notna() | (rows["status"] == LEFT_OUT)
        rows = rows[(rows["iso3"] == origin) & is_told].reset_index(drop=True)
        found.append(Side(word("series.reports", name=countries.name(origin)), rows))
    return found


def _between(set_id: str, origin: str, dest: str) -> pd.DataFrame:
    rows = flows.values(set_id)
    return rows[(rows["origin"] == origin) & (rows["dest"] == dest)].reset_index(drop=True)


def _seen(set_id: str, home: str, origin: str, dest: str) -> pd.DataFrame:
    rows = flow_selection.all_flows(FlowSelection(set_id, home))
    return rows[(rows["origin"] == origin) & (rows["dest"] == dest)].reset_index(drop=True)
