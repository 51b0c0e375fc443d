"""Deals with US firms by how far they have come, each counted once."""

from typing import Any

import pandas as pd

from data.analysis import deals, deals_ladder
from data.analysis.deals import Asked
from data.analysis.headline import USA
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table
from data.output.drawing import bars, tones
from data.output.drawing.bars import Bar

BAR_PX = 90


def blocks(iso3: str) -> tuple[Block, ...]:
    """One row for each rung; of the United States the deals with all five. Nothing where no deal may be told."""
    asked = Asked(None if iso3 == USA else iso3)
    rows, gone = said.open_rows(deals.listed(asked))
    return () if rows.empty or gone else (_table(asked),)


def _table(asked: Asked) -> Table:
    rows = deals_ladder.ladder(asked)
    rungs = rows[rows["rung"] != deals.SUPERSEDED]
    total = deals_ladder.total(rows)
    scale = said.scale([*rungs["known_usd"], *rungs["up_to_usd"]])
    end = float(rungs[["known_usd", "up_to_usd"]].fillna(0).sum(axis=1).max())
    columns = (
        Column(said.word("deal_stage"), width_pct=29),
        Column(said.word("ladder_bar")),
        Column(scale.short, is_number=True),
        Column(said.word("ladder_up_to"), is_number=True),
        Column(said.word("ladder_deals"), is_number=True),
        Column(said.word("ladder_without"), is_number=True),
    )
    note = said.joined(
        said.word("ladder_note"), said.counted("ladder_left_out", total.left_out) if total.left_out else ""
    )
    made = tuple(_rung(one, end, scale) for one in rungs.to_dict("records"))
    return Table(said.word("ladder_title"), columns, made, note, said.ids(rungs["source_id"]), is_half=True)


def _rung(row: dict[Any, Any], end: float, scale: said.Scale) -> tuple[Cell, ...]:
    known, up_to = (None if pd.isna(row[one]) else float(row[one]) for one in ("known_usd", "up_to_usd"))
    name = said.word(f"rung_{row['rung']}")
    bar = Bar("", known, "", tones.FIVE, up_to or 0)
    return (
        Cell(name),
        Cell(svg=bars.draw([bar], name, BAR_PX, 0, end) if known or up_to else ""),
        Cell("–" if known is None else scale.say(known)),
        Cell("–" if up_to is None else scale.say(up_to)),
        Cell(str(row["deals"])),
        Cell(str(row["without_value"])),
    )
