"""Whether the five produce what Central Asia would have to sell: what a swap needs beside what they produce.

The tables have no tonnage of US imports by form, so both sides are shares of wholes of their own: of US imports of the
form, and of world output. They stand side by side only where the output is of the form that is imported: ore is not
metal, and content is not gross weight. Which is which stands in `mineral_forms.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from data.analysis import present_output, scenario, suppliers
from data.faults import UnknownId
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT

REGISTRY = Path(__file__).parent / "mineral_forms.toml"
NEED, OUTPUT = "need", "output"
COLUMNS = ["mineral", "form", "side", "iso3", "x_pct", "stage", "period", "value", "unit", "share_pct", "share_of"]
COLUMNS += ["status", "verdict", "source_id", "locator"]
# What may be made of the two sides: shares beside each other, or why nothing.
IN_SHARES, OTHER_FORM, OTHER_WEIGHT = "in_shares", "other_form", "other_weight"
NO_OUTPUT, NO_TOTAL, NOBODY = "no_output", "no_total", "nobody_to_replace"


@cache
def registry() -> Mapping[str, Any]:
    """What forms are, and which stage of output is the same thing."""
    return tomllib.loads(REGISTRY.read_text("utf-8"))


def entry(mineral: str, form: str) -> Mapping[str, str]:
    """What is known of a form: its kind, the stage that is the same thing, how it is weighed. Empty where unknown."""
    found: Mapping[str, str] = registry()["forms"].get(mineral, {}).get(form, {})
    return found


def verdict(known: Mapping[str, str], weighed: str | None) -> str:
    """Whether output at the stage of an entry, weighed so, may stand beside imports of its form."""
    if "stage" not in known:
        return OTHER_FORM
    is_other = known.get("weighed") is not None and weighed is not None and known["weighed"] != weighed
    return OTHER_WEIGHT if is_other else IN_SHARES


@kept(256)
def of(mineral: str, form: str | None = None, x_pct: float = 50, from_supplier: str | None = None) -> pd.DataFrame:
    """One row for what a swap needs of US imports, one for the output of each of the five. Columns COLUMNS.

    The output is at the stage that is the same as the form, else at the headline stage; the verdict, the same in every
    row, says whether the two sides may be set beside each other. Raises UnknownId."""
    named = suppliers.of(mineral, suppliers.US_IMPORTS, form)
    wanted = named["form"].iloc[0]
    known = entry(mineral, wanted)
    output = present_output.of(mineral, known.get("stage"))
    loser = _loser(mineral, wanted, from_supplier)
    rows = pd.concat([_need(named, loser, x_pct), _output(output)], ignore_index=True)
    found = _found(known, output, mineral) if loser else NOBODY
    return rows.assign(mineral=mineral, form=wanted, verdict=found, x_pct=float(x_pct))[COLUMNS]


def _found(known: Mapping[str, str], output: pd.DataFrame, mineral: str) -> str:
    if output.empty:
        return NO_OUTPUT
    if (output["status"] == LEFT_OUT).any():
        return LEFT_OUT
    found = verdict(known, registry()["weighed"].get(f"{mineral}.{known.get('stage')}"))
    return NO_TOTAL if found == IN_SHARES and output["share_pct"].isna().any() else found


def _loser(mineral: str, form: str, from_supplier: str | None) -> str:
    known = scenario.sellers(mineral, form)
    if from_supplier and from_supplier not in known:
        raise UnknownId("supplier", from_supplier, list(known))
    return from_supplier or next(iter(known), "")


def _need(named: pd.DataFrame, loser: str, x_pct: float) -> pd.DataFrame:
    """The part of US imports that is taken over; without a figure where there is nobody to take from."""
    is_loser = named["supplier"] == loser
    rows = named[is_loser] if loser else named.head(1).assign(supplier=None, share_pct=float("nan"))
    rows = rows.rename(columns={"supplier": "iso3"})
    need = rows["share_pct"] * x_pct / 100
    return rows.assign(side=NEED, stage=None, value=need, share_pct=need, share_of=suppliers.US_IMPORTS)


def _output(output: pd.DataFrame) -> pd.DataFrame:
    return output.assign(side=OUTPUT, period=output["year"].astype("str"), share_of=suppliers.WORLD_OUTPUT)
