"""What the five have of the world's minerals, and of which of them the United States names one as a supplier."""

from typing import Any

from data.analysis import mineral_lens, us_sources
from data.analysis.producers import OUTPUT
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Figure, Table
from data.output.drawing import bars, tones
from data.output.drawing.bars import Bar
from data.package import countries, names

MOST = 10


def blocks(_iso3: str) -> tuple[Block, ...]:
    """The largest shares of the five together, and the US sources that are one of them."""
    return (_shares(), _sources())


def _shares() -> Figure:
    """A mineral of which a figure of one of the five may not leave is left out: its sum would tell it."""
    cells = mineral_lens.cells(OUTPUT)
    cells = cells[cells["share_pct"].notna()]
    gone = cells.loc[said.held(cells), "mineral"]
    rows = mineral_lens.rows(OUTPUT)
    rows = rows[rows["five_share_pct"].notna() & ~rows["mineral"].isin(gone)].head(MOST)
    ceilings = set(cells.loc[cells["is_ceiling"], "mineral"])
    drawn = [
        Bar(names.of("mineral", one["mineral"]), one["five_share_pct"], _said(one, ceilings), tones.FIVE)
        for one in rows.to_dict("records")
    ]
    title = said.word("us_minerals_title")
    behind = cells[cells["mineral"].isin(rows["mineral"])]
    note = said.joined(said.word("minerals_note"), said.worth(behind["status"]), said.left_out(len(gone)))
    return Figure(title, bars.draw(drawn, title), note, said.ids(behind["source_id"]), is_half=True)


def _said(row: dict[Any, Any], ceilings: set[str]) -> str:
    share = said.percent(row["five_share_pct"])
    share = said.word("at_most", share=share) if row["mineral"] in ceilings else share
    return f"{share} ({row['year']})"


def _sources() -> Table:
    rows, gone = said.open_rows(us_sources.of_the_five())
    columns = (
        Column(said.word("mineral"), width_pct=48),
        Column(said.word("country"), width_pct=18),
        Column(said.word("period"), width_pct=22),
        Column(said.word("share"), is_number=True),
    )
    made = tuple(_row(one) for one in rows.to_dict("records"))
    return Table(
        said.word("us_sources_title"),
        columns,
        made,
        said.joined(said.worth(rows["status"]), said.left_out(gone)),
        is_half=True,
    )


def _row(row: dict[Any, Any]) -> tuple[Cell, ...]:
    what = f"{names.of('mineral', row['mineral'])}, {names.of('form', row['form'])}"
    share = Cell(said.percent(row["share_pct"]), row["source_id"])
    return Cell(what), Cell(countries.name(row["partner"])), Cell(str(row["period"])), share
