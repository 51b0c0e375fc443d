"""The United States beside China, Russia, the European Union and Turkey in the trade of a country."""

from typing import Any

import pandas as pd

from data.analysis import partners_in_context
from data.analysis.headline import USA
from data.analysis.partners_in_context import EU, EU_BEFORE, REST, UNTOLD
from data.output.brief import said
from data.output.brief.blocks import Block, Figure, Words
from data.output.drawing import shares, tones
from data.output.drawing.shares import Part, Whole
from data.package import countries

MOST_YEARS = 2
NAMES_PX = 150
# What has a short name of its own here, by its word.
NAMED = {USA: "us", EU: "eu", EU_BEFORE: "eu", REST: "rest", UNTOLD: "untold"}
DIRECTIONS = ("exports", "imports")
TONES = {"USA": tones.CHOSEN, "CHN": tones.OTHER, "RUS": tones.PALE, "TUR": tones.OTHER, EU: tones.PALE}


def blocks(iso3: str) -> tuple[Block, ...]:
    """A bar for each direction and year, the newest full ones, of the country's own books; else why there is none."""
    wholes: list[Whole] = []
    told: list[pd.DataFrame] = []
    gone = hidden = 0
    for direction in DIRECTIONS:
        every = partners_in_context.of(iso3, direction)
        rows, held = said.open_rows(every)
        known = rows[rows["share_pct"].notna()]
        years = sorted(known["year"].unique(), reverse=True)[:MOST_YEARS]
        gone, hidden = gone + held, hidden + int(said.held(every[every["year"].isin(years)]).sum())
        wholes += [Whole(_name(direction, known[known["year"] == year]), _parts(known, year)) for year in years]
        told.append(known[known["year"].isin(years)])
    country = countries.in_sentence(iso3)
    if not wholes:
        return (Words(said.joined(said.word("partners_none", country=country), said.left_out(gone))),)
    title, shown = said.word("partners_title", country=country), pd.concat(told)
    svg = shares.draw(wholes, title, names=NAMES_PX)
    note = said.joined(said.word("partners_note"), said.worth(shown["status"]), said.left_out(hidden))
    return (Figure(title, svg, note, said.ids(shown["source_id"])),)


def _name(direction: str, rows: pd.DataFrame) -> str:
    """Direction and year, with the share of the United States, which is often too small a part to be written on."""
    us = rows[rows["partner"] == USA]
    name = f"{said.word(direction)} {rows['year'].iloc[0]}"
    return said.word("whole_us", whole=name, share=said.percent(us["share_pct"].iloc[0])) if len(us) else name


def _parts(rows: pd.DataFrame, year: int) -> list[Part]:
    """The partners of a year that are told, in the order of the frame, then the rest with those that are part of it."""
    return [_part(one) for one in rows[rows["year"] == year].to_dict("records")]


def _part(row: dict[Any, Any]) -> Part:
    partner, share = row["partner"], float(row["share_pct"])
    shown = said.percent(share)
    name = said.word(NAMED[partner]) if partner in NAMED else countries.name(partner)
    if partner in (REST, UNTOLD):
        return Part(f"{name} {shown}", share, hatched=True, short=shown)
    tone = TONES.get(partner, tones.PALE)
    return Part(f"{name} {shown}", share, tone, short="" if partner == USA else shown)
