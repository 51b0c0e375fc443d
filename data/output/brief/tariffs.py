"""US duties on the goods of a country, as dates and rates."""

from typing import Any

import pandas as pd

from data.analysis import tariff_dates
from data.analysis.tariff_dates import ADDITIONAL, LEGAL, OBSERVED
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table
from data.package import countries

# What was charged, and what holds in law; results of a model are on the page of the country.
SHOWN = (LEGAL, ADDITIONAL, OBSERVED)


def blocks(iso3: str) -> tuple[Block, ...]:
    """The duties that took effect, the averages charged, and the standing in law, by their dates."""
    rows, gone = said.open_rows(tariff_dates.of(iso3))
    rows = rows[rows["measure"].isin(SHOWN) & rows["took_effect"].astype(bool)]
    columns = (
        Column(said.word("tariff_days"), width_pct=20),
        Column(said.word("tariff_what")),
        Column(said.word("tariff_rate"), is_number=True),
        Column(said.word("tariff_standing"), width_pct=33),
    )
    title = said.word("tariffs_title", country=countries.in_sentence(iso3))
    note = said.joined(said.word("tariffs_note"), said.left_out(gone))
    return (Table(title, columns, tuple(_row(one) for one in rows.to_dict("records")), note),)


def _row(row: dict[Any, Any]) -> tuple[Cell, ...]:
    rate = "" if pd.isna(row["rate_pct"]) else said.percent(row["rate_pct"])
    return (
        Cell(said.word("since", day=row["date"]) if pd.isna(row["end_date"]) else f"{row['date']} – {row['end_date']}"),
        Cell(str(row["instrument"])),
        Cell(rate, row["source_id"]),
        Cell("; ".join(filter(None, (str(row["legal_status"]), said.status(row["status"]))))),
    )
