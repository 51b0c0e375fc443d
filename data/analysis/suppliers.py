"""Who supplies a market, and how much of it: the producers of a mineral, or the countries the United States buys from.

A market is one mineral on one basis: `world_output`, the producers at its headline stage in the newest year, by the
edition that names most of them; or `us_imports`, the countries named for one form in the newest edition that prints
shares. Unnamed countries together are the rest of a market and never a supplier."""

import pandas as pd

from data.faults import UnknownId
from data.package import tables
from data.package.snapshot import kept
from data.subjects.minerals import PRODUCTION, partial_totals

IMPORTS = "us_import_sources"
WORLD_OUTPUT, US_IMPORTS = "world_output", "us_imports"
BASES = (WORLD_OUTPUT, US_IMPORTS)
WORLD = "WLD"
# Where the headline form of a mineral stands, for each basis.
HEADLINES = {WORLD_OUTPUT: "headline_stage", US_IMPORTS: "headline_import_form"}
# US shares are printed as whole percents.
PRINTED_STEP_PCT = 1.0
ABOVE = "printed as >"
KEY = ["mineral", "basis", "form"]
COLUMNS = [*KEY, "period", "supplier", "value", "unit", "share_pct", "low_pct", "high_pct"]
COLUMNS += ["status", "source_id", "locator"]
MARKET_COLUMNS = [*KEY, "period", "has_total", "is_partial", "source_id", "locator"]


@kept()
def every(basis: str) -> pd.DataFrame:
    """All suppliers of all markets of a basis, the largest of each first; without a share where there is no figure.

    Columns COLUMNS. `low_pct` and `high_pct` are between which a printed share may have been rounded; a figure of
    output is taken as printed."""
    rows = _producers() if basis == WORLD_OUTPUT else _sellers()
    ordered = rows.sort_values([*KEY, "share_pct", "supplier"], ascending=[True, True, True, False, True])
    return ordered[COLUMNS].reset_index(drop=True)


def _sellers() -> pd.DataFrame:
    """Countries named among the sources of US imports that have a printed share."""
    rows = tables.load(IMPORTS)
    rows = rows[rows["share_pct"].notna()]
    rows = rows[rows["vintage"] == rows["vintage"].max()]
    rows = rows[rows["partner"].notna()]
    share, half = rows["share_pct"], PRINTED_STEP_PCT / 2
    is_above = rows["note"].fillna("").str.startswith(ABOVE)
    return rows.assign(
        basis=US_IMPORTS,
        supplier=rows["partner"],
        value=share,
        unit="percent",
        low_pct=(share - half).where(~is_above, share).clip(lower=0),
        high_pct=(share + half).where(~is_above, 100.0).clip(upper=100),
    )


@kept()
def _editions() -> pd.DataFrame:
    """Rows of production at the headline stage, in the newest year with a country and of one edition, world included.

    Columns of the table of production."""
    rows = tables.load(PRODUCTION)
    stages = tables.load("minerals").set_index("mineral")[HEADLINES[WORLD_OUTPUT]]
    rows = rows[rows["latest"].astype(bool) & (rows["stage"] == rows["mineral"].map(stages))]
    named = rows[rows["iso3"] != WORLD]
    newest = rows["mineral"].map(named.groupby("mineral")["year"].max())
    rows = rows[rows["year"] == newest]
    editions = rows[rows["iso3"] != WORLD].groupby("mineral")["vintage"].agg(lambda found: found.mode().iloc[-1])
    return rows[rows["vintage"] == rows["mineral"].map(editions)]


def _producers() -> pd.DataFrame:
    """Countries for which the edition has a figure or says why it has none."""
    rows = _editions()
    rows = rows[rows["iso3"] != WORLD]
    share = rows["value"] / rows["world_total"].where(rows["world_total"] > 0) * 100
    own = {"form": rows["stage"], "period": rows["year"].astype("str"), "supplier": rows["iso3"]}
    return rows.assign(basis=WORLD_OUTPUT, share_pct=share, low_pct=share, high_pct=share, **own)


@kept()
def markets(basis: str) -> pd.DataFrame:
    """The markets of a basis, one row each. Columns MARKET_COLUMNS.

    `has_total` says whether there is a whole of which to have a share, `is_partial` whether that whole leaves out the
    United States; source and place are those of that whole."""
    rows = every(basis)
    has_total = rows.groupby(KEY)["share_pct"].transform("count") > 0
    found = rows.drop_duplicates(KEY).assign(has_total=has_total, is_partial=False)
    if basis == WORLD_OUTPUT:
        world = _editions()
        totals = world[world["iso3"] == WORLD].set_index("mineral")["locator"]
        found["locator"] = found["mineral"].map(totals).fillna(found["locator"])
        partial = {(mineral, stage, str(year)) for mineral, stage, year, _ in partial_totals()}
        found["is_partial"] = found[["mineral", "form", "period"]].apply(tuple, axis=1).isin(partial)
    return found[MARKET_COLUMNS].reset_index(drop=True)


@kept()
def by_market(basis: str) -> dict[tuple[str, str], pd.DataFrame]:
    """The suppliers of each market of a basis, by mineral and form; the frames have the columns COLUMNS."""
    rows = every(basis)
    return {
        (str(key[0]), str(key[1])): found.reset_index(drop=True) for key, found in rows.groupby(["mineral", "form"])
    }


@kept()
def headline_form(mineral: str, basis: str) -> str | None:
    """The form that stands for a mineral when none is named; its first one where none stands for the whole.

    None where the mineral has no market of the basis."""
    headline = tables.load("minerals").set_index("mineral")[HEADLINES[basis]].get(mineral)
    forms = [form for named, form in by_market(basis) if named == mineral]
    return str(headline) if headline in forms else next(iter(forms), None)


def of(mineral: str, basis: str, form: str | None = None) -> pd.DataFrame:
    """The suppliers of one market, the largest first; of the headline form where none is named. Columns COLUMNS.

    Raises UnknownId for a basis, mineral or form without a market."""
    if basis not in BASES:
        raise UnknownId("basis", basis, list(BASES))
    found = by_market(basis)
    wanted = form or headline_form(mineral, basis)
    if wanted is None or not any(named == mineral for named, _ in found):
        raise UnknownId("mineral", mineral, sorted({named for named, _ in found}))
    if (mineral, wanted) not in found:
        raise UnknownId("form", wanted, [one for named, one in found if named == mineral])
    return found[mineral, wanted]
