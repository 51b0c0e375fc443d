"""The United States as an investor in the five, measure by measure, and its aid to them."""

from typing import Any

import pandas as pd

from data.analysis import aid_by_agency, investors
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Figure, Table
from data.output.drawing import bars, tones
from data.output.drawing.bars import Bar
from data.package import countries
from data.vocabulary.terms import TERMS


def blocks(_iso3: str) -> tuple[Block, ...]:
    """Aid in the newest full fiscal year, then its newest place by host and measure."""
    return (_aid(), _places())


def _places() -> Table:
    parts = [investors.us_rank(iso3) for iso3 in countries.C5]
    rows, gone = said.open_rows(pd.concat([one for one in parts if len(one)], ignore_index=True))
    newest = rows[rows["year"] == rows.groupby(["host", "measure", "unit"])["year"].transform("max")]
    columns = (
        Column(said.word("country"), width_pct=15),
        Column(said.word("fact")),
        Column(said.word("us_stands"), is_number=True),
        Column(said.word("fact_place"), width_pct=20),
    )
    without = [countries.name(iso3) for iso3 in countries.C5 if iso3 not in set(newest["host"])]
    note = said.joined(
        said.word("us_investors_without", countries=", ".join(without)) if without else "", said.left_out(gone)
    )
    made = tuple(_row(one) for one in newest.to_dict("records"))
    return Table(said.word("us_investors_title"), columns, made, note)


def _row(row: dict[Any, Any]) -> tuple[Cell, ...]:
    measure = TERMS.find(f"cells.{row['measure']}") or str(row["measure"])
    value = "–" if pd.isna(row["value"]) else said.amount(row["value"], row["unit"])
    place = "–" if pd.isna(row["rank"]) else said.word("fact_rank", rank=row["rank"], ranked=row["on_record"])
    status = said.status(row["status"])
    return (
        Cell(countries.name(row["host"])),
        Cell(f"{measure}, {row['year']}{f' ({status})' if status else ''}"),
        Cell(value, row["source_id"]),
        Cell(place),
    )


def _aid() -> Figure:
    rows, gone = said.open_rows(aid_by_agency.by_partner())
    drawn = [
        Bar(countries.name(one["iso3"]), one["obligations_usd"], _aid_of(one), tones.FIVE)
        for one in rows.to_dict("records")
    ]
    title = said.word("us_aid_title")
    note = said.joined(said.worth(rows["status"]), said.left_out(gone))
    return Figure(title, bars.draw(drawn, title), note, said.ids(rows["source_id"]), is_half=True)


def _aid_of(row: dict[Any, Any]) -> str:
    return f"{said.amount(row['obligations_usd'], 'USD')} ({row['fiscal_year']})"
