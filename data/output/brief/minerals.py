"""What a country has of the world's minerals, and where the United States names it as a supplier."""

import pandas as pd

from data.analysis import mineral_lens, uranium_origins, us_sources
from data.analysis.producers import OUTPUT
from data.output.brief import said
from data.output.brief.blocks import Block, Cell, Column, Figure, Table, Words
from data.output.drawing import bars, tones
from data.output.drawing.bars import Bar
from data.package import countries, names

MOST = 8
URANIUM = "uranium"


def blocks(iso3: str) -> tuple[Block, ...]:
    """Shares of world output, then US sources; where there is neither, that."""
    cells = mineral_lens.cells(OUTPUT)
    own = cells[cells["iso3"] == iso3]
    shown, gone = said.open_rows(own[own["share_pct"].notna() | own["source_id"].notna()])
    shown = shown[shown["share_pct"] > 0].sort_values(["share_pct", "mineral"], ascending=[False, True])
    country = countries.in_sentence(iso3)
    supplied = _supplied(iso3)
    if shown.empty:
        return (Words(said.joined(said.word("minerals_none", country=country), said.left_out(gone))), *supplied)
    top = shown.head(MOST)
    rows = [Bar(names.of("mineral", one["mineral"]), one["share_pct"], _share(one), tones.FIVE) for one in _rows(top)]
    title = said.word("minerals_title")
    rest = len(shown) - len(top)
    note = said.joined(
        said.word("minerals_note"),
        said.worth(top["status"]),
        said.counted("minerals_more", rest) if rest else "",
        said.left_out(gone),
    )
    figure = Figure(title, bars.draw(rows, title), note, said.ids(top["source_id"]), is_half=True)
    return (figure, *supplied)


def _rows(frame: pd.DataFrame) -> list[dict]:
    return frame.to_dict("records")


def _share(row: dict) -> str:
    """The share, at most that where the total leaves a country out, with its year."""
    share = said.percent(row["share_pct"])
    share = said.word("at_most", share=share) if row["is_ceiling"] else share
    return f"{share} ({row['year']})"


def _supplied(iso3: str) -> tuple[Block, ...]:
    """The forms of minerals of which the United States names the country as a source, and uranium by its own record."""
    named = us_sources.of_the_five()
    named, _ = said.open_rows(named[named["partner"] == iso3])
    origins = uranium_origins.origins()
    alone = origins[(origins["origin"] == iso3) & (origins["kind"] == uranium_origins.COUNTRY)]
    uranium, _ = said.open_rows(alone)
    rows = [
        _row(f"{names.of('mineral', one['mineral'])}, {names.of('form', one['form'])}", one["period"], one)
        for one in _rows(named)
    ]
    if len(uranium):
        rows.insert(0, _row(said.word("minerals_uranium"), str(uranium["year"].iloc[-1]), _rows(uranium)[-1]))
    if not rows:
        return (Words(said.word("minerals_unsupplied", country=countries.in_sentence(iso3))),)
    columns = (Column(said.word("mineral")), Column(said.word("period")), Column(said.word("share"), is_number=True))
    note = said.worth([*named["status"], *uranium["status"].tail(1)])
    return (Table(said.word("minerals_sources"), columns, tuple(rows), note, is_half=True),)


def _row(what: str, period: str, row: dict) -> tuple[Cell, ...]:
    return Cell(what), Cell(period), Cell(said.percent(row["share_pct"]), row["source_id"])
