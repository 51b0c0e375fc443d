"""What happened between a country and the United States: meetings, texts agreed, visits, the newest of them."""

from typing import Any

from data.analysis import diplomacy_events
from data.analysis.headline import USA
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Table, Words
from data.package import dates

MOST = 5


def blocks(iso3: str) -> tuple[Block, ...]:
    """One row for each of the newest events, with its outcome."""
    rows, gone = said.open_rows(diplomacy_events.events(None if iso3 == USA else iso3))
    country = said.partner(iso3)
    if rows.empty:
        return (Words(said.joined(said.word("events_none", country=country), said.left_out(gone))),)
    top = rows.sort_values(["start", "event_id"], ascending=[False, True]).head(MOST)
    columns = (
        Column(said.word("day"), width_pct=11),
        Column(said.word("event_kind"), width_pct=13),
        Column(said.word("event_title"), width_pct=33),
        Column(said.word("event_outcome")),
    )
    title = said.word("events_title", country=country)
    note = said.joined(said.counted("events_note", len(rows), shown=len(top)), said.left_out(gone))
    return (Table(title, columns, tuple(_row(one) for one in top.to_dict("records")), note),)


def _row(row: dict[Any, Any]) -> tuple[Cell, ...]:
    status = said.status(row["status"])
    place = f", {row['place']}" if row["place"] else ""
    known = f" ({status})" if status else ""
    return (
        Cell(_date(row)),
        Cell(said.word(f"lane_{row['lane']}")),
        Cell(f"{row['title']}{place}{known}", row["source_id"]),
        Cell(str(row["outcome"])),
    )


def _date(row: dict[Any, Any]) -> str:
    """As exact as it is known: a day, a month or a year."""
    return str(row["start"])[: next(length for length, name in dates.PRECISIONS.items() if name == row["precision"])]
