"""US trade with each of the five: by year, by product, as both sides report it, and its share in their trade."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from data import indicators
from data.analysis import mirror_gap, partners_in_context, ranked_products
from data.analysis.headline import USA
from data.analysis.ranked_products import PRODUCT
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Figure, Table, Words
from data.output.drawing import tones, years
from data.package import countries, names
from data.subjects import number_format

SERIES = ("us_imports_usd", "us_exports_usd")
# One tone for the five; what tells them apart is the name at the end of the line, and the dashes.
DASHES = ("", "6 2", "2 2", "8 2 2 2", "4 3")
WIDTH_PX, HEIGHT_PX = 330, 150
MOST_PRODUCTS = 3
DIRECTIONS = ("exports", "imports")


def blocks(_iso3: str) -> tuple[Block, ...]:
    """A table with one row for each of the five, then lines of US imports and exports."""
    return (_table(), *map(_lines, SERIES))


def _lines(indicator_id: str) -> Figure:
    rows, gone = said.open_rows(indicators.values(indicator_id))
    rows = rows[rows["value"].notna()]
    drawn, cited = [], []
    for iso3, dashes in zip(countries.C5, DASHES, strict=True):
        own = rows[rows["iso3"] == iso3]
        points = [(int(year), float(value)) for year, value in zip(own["year"], own["value"], strict=True)]
        drawn.append(years.Line(countries.name(iso3), points, tones.FIVE, dashes))
        cited += own["source_id"].tolist()
    listed = indicators.years(indicator_id)
    scale = said.scale(rows["value"])
    title = said.word(f"us_{indicator_id}", first=listed[0], last=listed[-1], unit=scale.unit)
    svg = years.draw(drawn, listed[0], listed[-1], title, scale.say, WIDTH_PX, HEIGHT_PX)
    note = said.joined(said.worth(rows.loc[rows["iso3"].isin(countries.C5), "status"]), said.left_out(gone))
    return Figure(title, svg, note, said.ids(cited), is_half=True)


def _table() -> Table:
    columns = [Column(said.word("country"), width_pct=11), Column(said.word("us_products"), width_pct=41)]
    columns += [Column(said.word(f"us_share_{direction}")) for direction in DIRECTIONS]
    columns += [Column(said.word("us_mirror_exports")), Column(said.word("us_mirror_imports"))]
    makers: tuple[Callable[[str], Cell], ...] = (
        _products,
        *((lambda iso3, direction=one: _share(iso3, direction)) for one in DIRECTIONS),
        lambda iso3: _mirror(iso3, is_export=True),
        lambda iso3: _mirror(iso3, is_export=False),
    )
    rows = tuple((Cell(countries.name(iso3)), *(make(iso3) for make in makers)) for iso3 in countries.C5)
    return Table(said.word("us_trade_title"), tuple(columns), rows, said.word("us_trade_note"))


def _products(iso3: str) -> Cell:
    rows, gone = said.open_rows(ranked_products.of(iso3))
    top = rows[rows["kind"] == PRODUCT].head(0 if gone else MOST_PRODUCTS).to_dict("records")
    parts = [f"{names.of('product', one['hs_code'])} {said.percent(one['share_pct'])}" for one in top]
    return Cell(parts=tuple(Words(text, one["source_id"]) for text, one in zip(parts, top, strict=True)))


def _share(iso3: str, direction: str) -> Cell:
    """The newest share of the United States in the country's trade by its own books, with its year."""
    rows, _ = said.open_rows(partners_in_context.of(iso3, direction))
    own = rows[(rows["partner"] == USA) & rows["share_pct"].notna()]
    return _newest(own, lambda row: said.percent(row["share_pct"]))


def _mirror(iso3: str, *, is_export: bool) -> Cell:
    """The importer's figure over the exporter's in the newest year of which both are on record."""
    rows, _ = said.open_rows(mirror_gap.of(iso3))
    own = rows[rows["ratio"].notna() & ((rows["origin"] == iso3) == is_export)]
    return _newest(own, lambda row: _times(1 / row["ratio"] if is_export else row["ratio"]))


def _times(ratio: float) -> str:
    return said.word("times", number=number_format.few_digits(ratio))


def _newest(rows: pd.DataFrame, told: Callable[[dict[Any, Any]], str]) -> Cell:
    if rows.empty:
        return Cell(said.word("no_figure"))
    row = rows.sort_values("year").to_dict("records")[-1]
    return Cell(f"{told(row)} ({row['year']})", row["source_id"])
