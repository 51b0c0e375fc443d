"""What can be chosen of a mineral: its stages of production, the forms that the United States imports, their suppliers.

A stage or form that the table of minerals names as its headline is the usual one, else the first that has figures."""

from collections.abc import Mapping
from typing import Any

from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept

PRODUCTION, SOURCES, MINERALS = "minerals_production", "us_import_sources", "minerals"
# The edition that prints shares; from the one before only the order of the countries is at hand.
EDITION = "MCS2026"
# Named in the story that the atlas began with, so the one to open on.
FIRST = "antimony"


@kept()
def headlines() -> Mapping[str, Mapping[Any, Any]]:
    """Headline stage, basis and forms of each mineral as its row has them, empty where it has none, by mineral."""
    frame = tables.load(MINERALS).astype("object").fillna("")
    return {row["mineral"]: row for row in frame.to_dict("records")}


def minerals() -> tuple[str, ...]:
    """Every mineral of the vocabulary, in its order."""
    return tuple(headlines())


def first() -> str:
    """The mineral to open on."""
    return FIRST if FIRST in headlines() else next(iter(headlines()), FIRST)


@kept()
def _stages() -> dict[str, tuple[str, ...]]:
    frame = tables.load(PRODUCTION)
    rows = frame[frame["latest"] & (frame["iso3"] != "WLD")]
    return {str(mineral): tuple(sorted(one["stage"].unique())) for mineral, one in rows.groupby("mineral")}


def stages(mineral: str) -> tuple[str, ...]:
    """Stages of which output is on record, the usual one first; none where no output is."""
    return _first(_stages().get(mineral, ()), headlines().get(mineral, {}).get("headline_stage", ""))


@kept()
def _forms() -> dict[str, tuple[str, ...]]:
    frame = tables.load(SOURCES)
    rows = frame[(frame["vintage"] == EDITION) & frame["partner"].notna() & frame["share_pct"].notna()]
    return {str(mineral): tuple(sorted(one["form"].unique())) for mineral, one in rows.groupby("mineral")}


def forms(mineral: str) -> tuple[str, ...]:
    """Forms of which the sources of US imports are on record with shares, the usual one first."""
    return _first(_forms().get(mineral, ()), headlines().get(mineral, {}).get("headline_import_form", ""))


@kept()
def _suppliers() -> dict[tuple[str, str], tuple[str, ...]]:
    frame = tables.load(SOURCES)
    rows = frame[(frame["vintage"] == EDITION) & frame["partner"].notna() & frame["share_pct"].notna()]
    ordered = rows[~rows["partner"].isin(C5)].sort_values(["rank", "partner"])
    return {(str(key[0]), str(key[1])): tuple(one["partner"]) for key, one in ordered.groupby(["mineral", "form"])}


def suppliers(mineral: str, form: str | None) -> tuple[str, ...]:
    """Named suppliers of US imports of a form outside Central Asia, the largest first; of the usual form where none is
    named."""
    usual = next(iter(forms(mineral)), "")
    return _suppliers().get((mineral, form or usual), ())


def _first(found: tuple[str, ...], usual: str) -> tuple[str, ...]:
    return tuple(sorted(found, key=lambda one: one != usual))
