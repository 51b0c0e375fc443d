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
DIRECTIONS = ("exports", "imports")
TONES = {"USA": tones.CHOSEN, "CHN": tones.OTHER, "RUS": tones.PALE, "TUR": tones.OTHER, EU: tones.PALE}


def blocks(iso3: str) -> tuple[Block, ...]:
    """A bar for each direction and year, the newest full ones, of the country's own books; else why there is none."""
    wholes, cited, gone, years = [], [], 0, set()
    for direction in DIRECTIONS:
        rows, held = said.open_rows(partners_in_context.of(iso3, direction))
        gone += held
        known = rows[rows["share_pct"].notna()]
        for year in sorted(known["year"].unique(), reverse=True)[:MOST_YEARS]:
            own = known[known["year"] == year]
            wholes.append(Whole(_name(direction, own), _parts(own)))
            cited += own["source_id"].tolist()
            years.add(int(year))
    country = countries.in_sentence(iso3)
    if not wholes:
        return (Words(said.joined(said.word("partners_none", country=country), said.left_out(gone))),)
    title = said.word("partners_title", country=country)
    note = said.joined(said.word("partners_note"), said.left_out(gone))
    return (Figure(title, shares.draw(wholes, title, names=NAMES_PX), note, said.ids(cited)),)


def _name(direction: str, rows: pd.DataFrame) -> str:
    """Direction and year, with the share of the United States, which is often too small a part to be written on."""
    us = rows[rows["partner"] == USA]
    name, year = said.word(direction), int(rows["year"].iloc[0])
    return (
        said.word("whole_us", direction=name, year=year, share=said.percent(us["share_pct"].iloc[0]))
        if len(us)
        else f"{name} {year}"
    )


def _parts(rows: pd.DataFrame) -> list[Part]:
    """The partners that are told in the order of the frame, then the rest with those that are part of it."""
    return [_part(one) for one in rows.to_dict("records")]


def _part(row: dict[Any, Any]) -> Part:
    partner, share = row["partner"], float(row["share_pct"])
    if partner in (REST, UNTOLD):
        return Part(f"{said.word('rest')} {said.percent(share)}", share, hatched=True)
    name = said.word("eu") if partner in (EU, EU_BEFORE) else countries.name(partner)
    name = said.word("us") if partner == USA else name
    return Part(f"{name} {said.percent(share)}", share, TONES.get(partner, tones.PALE))
