"""What was claimed about a country, beside what is on record."""

from typing import Any

import pandas as pd

from data.analysis import claim_selection
from data.analysis.claim_selection import Asked
from data.analysis.headline import USA
from data.analysis.verdicts import WORDS
from data.output import judged
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table, Words
from data.vocabulary import terms

UNDECIDED = ("not_checkable", "forecast", "due")
MOST = 5


def blocks(iso3: str) -> tuple[Block, ...]:
    """The newest claims that something on record decides, and how many more there are."""
    every = claim_selection.frame(Asked(verdicts=WORDS, country=None if iso3 == USA else iso3, sort="date"))
    country = said.partner(iso3)
    if every.empty:
        return (Words(said.word("claims_none", country=country)),)
    held = every["claim_id"].isin(judged.held())
    decided = every[~every["verdict"].isin(UNDECIDED) & ~held]
    if decided.empty:
        return (Words(said.counted("claims_undecided", len(every), country=country)),)
    top = decided.head(MOST)
    columns = (
        Column(said.word("claims_said"), width_pct=36),
        Column(said.word("claims_who"), width_pct=27),
        Column(said.word("claims_claimed"), is_number=True),
        Column(said.word("claims_recorded"), is_number=True),
        Column(said.word("claims_verdict"), width_pct=13),
    )
    note = said.joined(
        said.word("claims_note", total=len(every), decided=len(decided), shown=len(top)),
        said.counted("claims_held", int(held.sum())) if held.any() else "",
    )
    rows = tuple(_row(one) for one in top.to_dict("records"))
    return (Table(said.word("claims_title", country=country), columns, rows, note),)


def _row(row: dict[Any, Any]) -> tuple[Cell, ...]:
    who = ", ".join(str(row[one]) for one in ("speaker", "date") if pd.notna(row[one]))
    own, *behind = str(row["source_id"]).split(";")
    return (
        Cell(str(row["claim"]), own),
        Cell(who),
        Cell(_number(row["claimed_value"], row)),
        Cell(_recorded(row), ";".join(behind)),
        Cell(terms.verdict(row["verdict"])),
    )


def _recorded(row: dict[Any, Any]) -> str:
    year = f" ({row['year']:.0f})" if pd.notna(row["year"]) and row["unit"] != "year" else ""
    shown = terms.standing(row["value"]) if isinstance(row["value"], str) else _number(row["value"], row)
    return f"{shown}{year}" if shown else ""


def _number(value: Any, row: dict[Any, Any]) -> str:
    if isinstance(value, str) or pd.isna(value):
        return ""
    return said.amount(float(value), str(row["unit"]) if pd.notna(row["unit"]) else "")
