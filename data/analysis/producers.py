"""Who has how much of a mineral: output at a stage or reserves on a basis, in the newest year, by one edition.

Figures of two editions are not put side by side: taken is the one that has most countries of the year. What it names is
ranked; what it prints for the world beyond that is the rest, which nobody is named for. A country without a figure is
told with the reason and has no place."""

import pandas as pd

from data.analysis import mineral_parts, suppliers
from data.package import tables
from data.package.countries import C5
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, joined_ids
from data.subjects import minerals

OUTPUT, RESERVES = "output", "reserves"
BASES = (OUTPUT, RESERVES)
TABLES = {OUTPUT: "minerals_production", RESERVES: "minerals_reserves"}
PARTS = {OUTPUT: "stage", RESERVES: "basis"}
HEADLINES = {OUTPUT: "headline_stage", RESERVES: "headline_basis"}
MOST = 8
COLUMNS = ["mineral", "iso3", "part", "year", "vintage", "value", "unit", "world_total", "share_pct", "is_ceiling"]
COLUMNS += ["world_rank", "place_named", "status", "source_id", "locator"]
# What a bar of the ranking stands for: a country, those that are named but not shown, what nobody is named for.
COUNTRY, OTHER_NAMED, NOT_NAMED = "country", "other_named", "not_named"
EDITIONS = "MCS"
EDITION_COLUMNS = ["mineral", "iso3", "part", "vintage", "year", "value", "unit", "place_named", "world_rank"]
EDITION_COLUMNS += ["is_tied", "status", "source_id", "locator"]


@kept()
def every(basis: str) -> pd.DataFrame:
    """Countries of every mineral and stage (or basis) in its newest year, by one edition, the largest first.

    Columns COLUMNS; `share_pct` is of the world total that the edition prints, and missing where it prints none;
    `is_ceiling` where that total is a lower bound. A row without a value has the reason as its status."""
    frame = tables.load(TABLES[basis])
    rows = frame[frame["latest"].astype(bool) & (frame["iso3"] != suppliers.WORLD)].rename(
        columns={PARTS[basis]: "part"}
    )
    key = ["mineral", "part"]
    rows = rows[rows["year"] == rows.groupby(key)["year"].transform("max")]
    editions = rows.groupby(key)["vintage"].agg(lambda found: found.mode().iloc[-1]).rename("edition")
    rows = rows.join(editions, on=key)
    rows = rows[rows["vintage"] == rows["edition"]]
    bound = rows["world_total_is_bound"] if basis == RESERVES else _is_partial(rows)
    found = rows.assign(
        share_pct=rows["value"] / rows["world_total"].where(rows["world_total"] > 0) * 100,
        is_ceiling=bound.astype("boolean").fillna(False).astype(bool),
        **{name: rows[name] if basis == OUTPUT else _nothing(rows) for name in ("world_rank", "place_named")},
    )
    found = found.sort_values([*key, "value", "iso3"], ascending=[True, True, False, True])
    return found[COLUMNS].reset_index(drop=True)


def _is_partial(rows: pd.DataFrame) -> pd.Series:
    """Whether the printed world total of a row leaves out the United States."""
    partial = minerals.partial_totals()
    return rows[["mineral", "part", "year", "vintage"]].apply(tuple, axis=1).isin(partial)


def _nothing(rows: pd.DataFrame) -> pd.Series:
    return pd.Series(pd.NA, index=rows.index, dtype="Int64")


def usual_part(mineral: str, basis: str) -> str:
    """The stage or basis that stands for a mineral; empty where it has none."""
    return str(mineral_parts.headlines().get(mineral, {}).get(HEADLINES[basis], ""))


@kept(256)
def of(mineral: str, basis: str = OUTPUT, part: str | None = None) -> pd.DataFrame:
    """The countries of one mineral, at its usual stage or basis where none is named. Columns COLUMNS."""
    rows = every(basis)
    wanted = part or usual_part(mineral, basis)
    return rows[(rows["mineral"] == mineral) & (rows["part"] == wanted)].reset_index(drop=True)


@kept(256)
def ranking(mineral: str, basis: str = OUTPUT, part: str | None = None) -> pd.DataFrame:
    """The largest countries, the five however small, then in one row each the other named ones and what is left of the
    world. Columns COLUMNS and `kind`; rows of several countries have no iso3 and no place."""
    rows = of(mineral, basis, part)
    known = rows[rows["value"].notna()]
    is_shown = (
        (known.index < known.index[:MOST].max() + 1) | known["iso3"].isin(C5) if len(known) else known["value"] > 0
    )
    shown, others = known[is_shown].assign(kind=COUNTRY), known[~is_shown]
    parts = [shown]
    if len(others):
        parts.append(_together(others, float(others["value"].sum()), OTHER_NAMED))
    rest = float(known["world_total"].iloc[0] - known["value"].sum()) if len(known) else 0.0
    if rest > 0:
        parts.append(_together(known, rest, NOT_NAMED))
    return pd.concat(parts, ignore_index=True)[[*COLUMNS, "kind"]]


def _together(rows: pd.DataFrame, value: float, kind: str) -> pd.DataFrame:
    """One row for several countries, with the sources of all."""
    first = rows.iloc[[0]]
    return first.assign(
        iso3="",
        value=value,
        share_pct=value / first["world_total"].where(first["world_total"] > 0) * 100,
        world_rank=_nothing(first),
        place_named=_nothing(first),
        status="estimated" if (rows["status"] == "estimated").any() else first["status"],
        source_id=joined_ids(rows["source_id"]),
        locator="",
        kind=kind,
    )


def without_figure(mineral: str, basis: str = OUTPUT, part: str | None = None) -> pd.DataFrame:
    """Countries that the edition names without a figure, or whose figure this copy leaves out. Columns COLUMNS."""
    rows = of(mineral, basis, part)
    return rows[rows["value"].isna() | (rows["status"] == LEFT_OUT)].reset_index(drop=True)


@kept(256)
def by_edition(mineral: str, iso3: str, part: str | None = None) -> pd.DataFrame:
    """The place of a country in each January edition of the USGS that names countries of a mineral, in the newest year
    that the edition has. Columns EDITION_COLUMNS; without a place where the edition does not name the country.

    The place is among the named; `world_rank` only where it is certain; `is_tied` where another has the same place."""
    frame = tables.load(TABLES[OUTPUT]).rename(columns={"stage": "part"})
    wanted = part or usual_part(mineral, OUTPUT)
    is_asked = (frame["mineral"] == mineral) & (frame["part"] == wanted) & (frame["iso3"] != suppliers.WORLD)
    rows = frame[is_asked & frame["vintage"].str.startswith(EDITIONS)]
    rows = rows[rows["year"] == rows.groupby("vintage")["year"].transform("max")]
    tied = rows[rows["place_named"].notna()].groupby(["vintage", "place_named"])["iso3"].transform("count") > 1
    own = rows.assign(is_tied=tied.reindex(rows.index).fillna(False).astype(bool))
    editions = rows.drop_duplicates("vintage")[["vintage", "year", "unit"]]
    found = editions.merge(own[own["iso3"] == iso3].drop(columns=["year", "unit"]), on="vintage", how="left")
    found = found.assign(mineral=mineral, iso3=iso3, part=wanted, is_tied=found["is_tied"].eq(True))
    found["status"] = found["status"].fillna("not_covered")
    return found.sort_values("vintage")[EDITION_COLUMNS].reset_index(drop=True)
