"""What leaves of the figures on minerals, as text: the frame that is drawn, row by row, with the sources of each.

A figure that rests on a restricted source is left out and its row says so; such rows stand last, by their countries,
for a place among the others would tell how large it is."""

from collections.abc import Sequence
from typing import Any

import pandas as pd

from data.analysis import lens_table, mineral_lens, producers, uranium_origins, us_sources
from data.analysis.producers import OUTPUT
from data.output import frames
from data.output.leaving import Leaving
from data.package import licensing, names
from data.package.read_only import frozen
from data.package.snapshot import kept
from data.package.statuses import LEFT_OUT, joined_ids

FIGURES = ["value", "world_total", "share_pct", "world_rank", "place_named", "quantity_klb_u3o8e"]
NEEDS = ["equal_low", "equal_high", "coverage_pct"]
NUMBERS = [*FIGURES, *NEEDS, "reliance_pct", "rank"]
FEW = ("concentration_source_id",)
YEARS = ("year", "reliance_year")


@kept(64, worded=True)
def lens(basis: str = OUTPUT) -> Leaving:
    """A row for each mineral and each of the five: the share of the world, and what the mineral's row has beside it."""
    row_columns = ["mineral", *mineral_lens.NEED_COLUMNS, *lens_table.SUPPLIER_COLUMNS]
    rows = mineral_lens.cells(basis).merge(lens_table.rows(basis)[row_columns], on="mineral")
    return _leaving(rows, basis)


@kept(64, worded=True)
def ranking(mineral: str, basis: str = OUTPUT, part: str | None = None) -> Leaving:
    """The bars of the ranking of a mineral."""
    return _leaving(producers.ranking(mineral, basis, part), basis)


@kept(64, worded=True)
def editions(mineral: str, iso3: str, part: str | None = None) -> Leaving:
    """The place of a country in a mineral by edition."""
    return _leaving(producers.by_edition(mineral, iso3, part), OUTPUT)


@kept(64, worded=True)
def sources(mineral: str, form: str | None = None) -> Leaving:
    """The suppliers of the United States in a mineral, of one form or of all."""
    return _leaving(us_sources.of(mineral, form))


@kept(64, worded=True)
def uranium() -> Leaving:
    """The origins of the uranium that US reactors bought, by year."""
    return _leaving(uranium_origins.origins())


def _leaving(rows: pd.DataFrame, basis: str = "") -> Leaving:
    """The gate: figures by the source of their row, those on concentration by its own."""
    held = licensing.is_withheld(rows[["source_id"]])
    rows = pd.concat([rows[~held], rows[held].sort_values(_keys(rows))]) if held.any() else rows
    few = licensing.is_withheld(rows[[name for name in FEW if name in rows]])
    gone = {**dict.fromkeys(FIGURES, held), **dict.fromkeys(NEEDS, few)}
    columns = {
        str(name): _texts(rows[name], gone.get(str(name))) for name in rows if not str(name).endswith("source_id")
    }
    columns["status"] = ["" if pd.isna(one) else str(one) for one in rows["status"].mask(held, LEFT_OUT)]
    frame = pd.DataFrame(columns, index=rows.index).rename(columns={"part": producers.PARTS.get(basis, "part")})
    ids = rows[licensing.source_columns(rows)].fillna("").agg(joined_ids, axis=1)
    frame = frame.assign(**_named(rows), **frames.cited(pd.DataFrame({"source_id": ids}))).reset_index(drop=True)
    kinds = {name: "number" for name in NUMBERS if name in frame}
    kinds |= {name: "integer" for name in YEARS if name in frame}
    return Leaving(frame, tuple(joined_ids(ids).split(";")), frozen(kinds), int(held.sum()))


def _keys(rows: pd.DataFrame) -> list[str]:
    return [name for name in ("mineral", "iso3", "origin", "year") if name in rows]


def _texts(column: pd.Series, gone: pd.Series | None) -> list[str]:
    is_gone: Sequence[Any] = list(gone.reindex(column.index)) if gone is not None else [False] * len(column)
    return ["" if out else _cell(one) for one, out in zip(column, is_gone, strict=True)]


def _cell(value: Any) -> str:
    return str(value).lower() if pd.api.types.is_bool(value) else frames.cell(value)


def _named(rows: pd.DataFrame) -> dict[str, list[str]]:
    """The names of the countries of the rows; empty where a row is of several."""
    column = next((name for name in ("iso3", "partner", "origin") if name in rows), None)
    if column is None:
        return {}
    return {"country": [names.of("country", one) if isinstance(one, str) and one else "" for one in rows[column]]}
