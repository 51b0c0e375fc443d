"""Who invests most in a country, measure by measure."""

import pandas as pd

from data.analysis import investors
from data.output.brief import said
from data.output.brief.blocks import Block, Figure, Words
from data.output.drawing import dots
from data.output.drawing.dots import Dot, Row
from data.package import countries
from data.package.statuses import weakest
from data.subjects.investment import US
from data.vocabulary.terms import TERMS

NAMES_PX = 250


def blocks(iso3: str) -> tuple[Block, ...]:
    """A row of dots for each measure in its newest year; a measure that has only an order is told in words."""
    rows, gone = said.open_rows(investors.by_measure(iso3))
    country = countries.in_sentence(iso3)
    if rows.empty:
        return (Words(said.joined(said.word("investors_none", country=country), said.left_out(gone))),)
    several = [own for _, own in rows.groupby(["measure", "unit"], sort=False)]
    drawn = [_row(own) for own in several if (own["value"] > 0).any()]
    title = said.word("investors_title", country=country)
    note = said.joined(said.word("investors_note"), said.left_out(gone))
    return (Figure(title, dots.draw(drawn, title, names=NAMES_PX), note, said.ids(rows["source_id"])),)


def _row(rows: pd.DataFrame) -> Row:
    first = rows.iloc[0]
    known = rows[rows["value"].notna() & (rows["value"] > 0)].to_dict("records")
    found = [
        Dot(_dot(one["investor"], one["value"], one["unit"]), one["value"], one["investor"] == US) for one in known
    ]
    measure = TERMS.find(f"cells.{first['measure']}") or str(first["measure"])
    status = said.status(weakest(one["status"] for one in known))
    told = f"{first['year']}, {status}" if status else str(first["year"])
    return Row((measure[:1].upper() + measure[1:], told), found, _place(rows))


def _dot(investor: str, value: float, unit: str) -> str:
    name = said.word("us") if investor == US else countries.name(investor)
    return f"{name} {said.amount(value, unit)}"


def _place(rows: pd.DataFrame) -> str:
    own = rows[rows["investor"] == US]
    if own.empty or pd.isna(own["rank"].iloc[0]):
        return ""
    return said.word("us_place", rank=int(own["rank"].iloc[0]), count=int(own["on_record"].iloc[0]))
