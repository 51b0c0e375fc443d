"""The newest deals with US firms, with those that are in no sum."""

from typing import Any

import pandas as pd

from data.analysis import deals
from data.analysis.deals import Asked
from data.analysis.headline import USA
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table, Words

MOST = 6


def blocks(iso3: str) -> tuple[Block, ...]:
    """The newest deals; of the United States those with all five."""
    asked = Asked(None if iso3 == USA else iso3)
    rows, gone = said.open_rows(deals.listed(asked))
    country = said.partner(iso3)
    if rows.empty:
        return (Words(said.joined(said.word("deals_none", country=country), said.left_out(gone))),)
    return (_newest(rows, country),)


def _newest(rows: pd.DataFrame, country: str) -> Table:
    columns = (
        Column(said.word("day"), width_pct=11),
        Column(said.word("deal_party"), width_pct=26),
        Column(said.word("deal_title")),
        Column(said.word("deal_value"), is_number=True),
        Column(said.word("deal_stage"), width_pct=17),
    )
    top = rows.head(MOST)
    title = said.word("deals_title", country=country)
    note = said.counted("deals_note", len(rows), shown=len(top))
    return Table(title, columns, tuple(_row(one) for one in top.to_dict("records")), note)


def _row(row: dict[Any, Any]) -> tuple[Cell, ...]:
    value = "–" if pd.isna(row["value_usd"]) else said.amount(row["value_usd"], "USD")
    value = said.word("up_to", amount=value) if row["is_up_to"] else value
    stage = "; ".join([str(row["stage"]), *([said.word(f"deal_{row['reason']}")] if row["reason"] else [])])
    return (
        Cell(str(row["announced"])),
        Cell(str(row["us_party"])),
        Cell(str(row["title"])),
        Cell(value, row["source_id"]),
        Cell(stage),
    )
