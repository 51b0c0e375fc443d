"""Where a country sits, since when, and with the United States or without."""

from typing import Any

import pandas as pd

from data.analysis import membership
from data.analysis.headline import USA
from data.analysis.membership import SURE
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table, Words
from data.package import countries, names
from data.subjects.forums import NEAREST_FIRST
from data.vocabulary import terms


def blocks(iso3: str) -> tuple[Block, ...]:
    """One row for each kind of forum: those seated with the United States, and the others."""
    day = membership.newest_day()
    rows = membership.of_country(iso3, day)
    country = countries.in_sentence(iso3)
    if rows.empty:
        return (Words(said.word("forums_none", country=country)),)
    is_us = iso3 == USA
    rows = rows.assign(is_shared=rows["forum_id"].isin(_seats_of_us(day)) & membership.is_seat(rows))
    columns = [Column(said.word("forum_kind"), width_pct=10)]
    columns += [Column(said.word("forum_all"))] if is_us else [Column(said.word("forum_shared"), width_pct=36)]
    columns += [] if is_us else [Column(said.word("forum_others"))]
    made = [_row(str(kind), own, is_us=is_us) for kind, own in rows.groupby("kind")]
    title = said.word("forums_title", country=country, day=day)
    return (Table(title, tuple(columns), tuple(made), said.word("forums_note")),)


def _seats_of_us(day: str) -> set[str]:
    """Forums of which the United States is a full member or a signatory on a day."""
    rows = membership.of_country(USA, day)
    return set(rows.loc[membership.is_seat(rows), "forum_id"])


def _row(kind: str, rows: pd.DataFrame, *, is_us: bool) -> tuple[Cell, ...]:
    groups = [rows] if is_us else [rows[rows["is_shared"]], rows[~rows["is_shared"]]]
    head = names.of("topic", kind)
    return (Cell(head[:1].upper() + head[1:]), *(Cell(parts=tuple(map(_seat, _records(own)))) for own in groups))


def _records(rows: pd.DataFrame) -> list[dict[Any, Any]]:
    return rows.to_dict("records")


def _seat(row: dict[Any, Any]) -> Words:
    """The forum, the year of entry or a question mark, the standing where it is no member's, and what is not sure."""
    since = "?" if pd.isna(row["from_date"]) else str(row["from_date"])[:4]
    told = [since]
    told += [terms.standing(row["standing"]).lower()] if row["standing"] not in NEAREST_FIRST[:1] else []
    told += [said.word("forum_unsure")] if row["certainty"] != SURE else []
    return Words(f"{names.of('forum_short', row['forum_id'])} ({', '.join(told)})", row["source_id"])
