"""US duties on goods of the five in two years, side by side."""

from typing import Any

import pandas as pd

from data.analysis import tariff_dates
from data.analysis.tariff_dates import ADDITIONAL, BEFORE, NOW, OBSERVED
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table, Words
from data.package import countries

SHOWN = (OBSERVED, ADDITIONAL)


def blocks(_iso3: str) -> tuple[Block, ...]:
    """One row for each of the five, one column for each year."""
    rows, gone = said.open_rows(tariff_dates.side_by_side())
    rows = rows[rows["measure"].isin(SHOWN) & rows["took_effect"].astype(bool) & rows["rate_pct"].notna()]
    columns = (Column(said.word("country"), width_pct=10), Column(str(BEFORE), width_pct=11), Column(str(NOW)))
    made = tuple(
        (
            Cell(countries.name(iso3)),
            *(_cell(rows[(rows["iso3"] == iso3) & (rows["in_year"] == year)]) for year in (BEFORE, NOW)),
        )
        for iso3 in countries.C5
    )
    note = said.joined(said.word("tariffs_note"), said.left_out(gone))
    return (Table(said.word("us_tariffs_title", before=BEFORE, now=NOW), columns, made, note),)


def _cell(rows: pd.DataFrame) -> Cell:
    if rows.empty:
        return Cell(said.word("no_figure"))
    return Cell(parts=tuple(Words(_told(one), one["source_id"]) for one in rows.to_dict("records")))


def _told(row: dict[Any, Any]) -> str:
    rate = said.percent(row["rate_pct"])
    if row["measure"] == OBSERVED:
        return said.word("tariff_observed", rate=rate, year=str(row["date"])[:4])
    days = said.word("since", day=row["date"]) if pd.isna(row["end_date"]) else f"{row['date']} – {row['end_date']}"
    return f"{row['instrument']}: {rate} ({days})"
