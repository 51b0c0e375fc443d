"""What the lens of minerals says in words: a cell, a row, its picture, and how few suppliers the world has."""

from typing import Any

import pandas as pd

from components.figures import mineral_words as said
from components.words import counted, word
from data.analysis import concentration
from data.analysis.producers import RESERVES
from data.package import countries, names
from data.subjects import number_format
from data.vocabulary import terms

# Ends of an interval that lie closer are one number.
WIDE = 0.3


def suppliers(row: Any) -> str:
    """As if the world had n equal suppliers: a number, an interval where it is a wide one, or why there is none."""
    low, high = row.get("equal_low"), row.get("equal_high")
    if pd.notna(low) and pd.notna(high):
        return interval(float(low), float(high))
    if row.get("concentration_status") == concentration.PARTIAL:
        return word("lens.without_us")
    covered = row.get("coverage_pct")
    return word("lens.covered", pct=said.percent(float(covered))) if pd.notna(covered) else ""


def interval(low: float, high: float) -> str:
    """A number of suppliers, or an interval where its ends lie apart by more than can be seen."""
    ends = [number_format.plain(one, 1) for one in (low, high)]
    return f"{ends[0]}–{ends[1]}" if high - low > WIDE else number_format.plain((low + high) / 2, 1)


def cell(row: Any, basis: str) -> str:
    """A share in words: whose, of what, how it is made, from which edition."""
    head = f"{countries.name(row['iso3'])}, {said.mineral(row['mineral'])}"
    if pd.isna(row["share_pct"]):
        return f"{head}: {terms.status(row['status'])}"
    return word(
        f"lens.cell_{basis}",
        head=head,
        share=said.share(row["share_pct"], is_ceiling=row["is_ceiling"]),
        part=said.part(row["part"], is_reserves=basis == RESERVES),
        year=row["year"],
        amount=said.amount(row["value"], row["unit"]),
        world=said.amount(row["world_total"], row["unit"]),
        status=terms.status(row["status"]),
        edition=said.edition(row["vintage"]),
    )


def row(one: Any, basis: str) -> str:
    """A row in words: the stage or basis its shares are of, and what the United States needs."""
    name = names.of("mineral", one["mineral"])
    part = said.part(one["part"], is_reserves=basis == RESERVES)
    texts = [word("lens.row", mineral=name, part=part, year=one["year"], edition=said.edition(one["vintage"]))]
    texts += [word("lens.listed")] if one["is_us_listed"] else []
    told = said.reliance(one["reliance_relation"], one["reliance_pct"])
    if told:
        form = names.of("form", one["reliance_form"])
        texts.append(word("lens.row_reliance", reliance=told, form=form, year=one["reliance_year"]))
    return ". ".join(texts)


def alt(rows: pd.DataFrame, basis: str) -> str:
    """The lens in words: how many minerals, and the three largest shares of the five."""
    first = "; ".join(
        f"{names.of('mineral', row['mineral'])} {said.percent(row['five_share_pct'])} %"
        for row in rows.head(3).to_dict("records")
        if pd.notna(row["five_share_pct"])
    )
    return counted(f"lens.alt_{basis}", len(rows), first=first)
