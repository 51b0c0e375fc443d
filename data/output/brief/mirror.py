"""What both sides report of one trade, and how far apart they are."""

from typing import Any

import pandas as pd

from data.analysis import mirror_gap
from data.output.brief import said
from data.output.brief.blocks import Block, Figure, Words
from data.output.drawing import dumbbells
from data.output.drawing.dumbbells import Pair
from data.package import countries
from data.subjects import number_format

MOST_YEARS = 5


def blocks(iso3: str) -> tuple[Block, ...]:
    """A figure for each direction of which both sides have years; else that the books of one side are missing."""
    rows, gone = said.open_rows(mirror_gap.of(iso3))
    both = rows[rows["ratio"].notna()]
    country = countries.in_sentence(iso3)
    if both.empty:
        return (Words(said.joined(said.word("mirror_none", country=country), said.left_out(gone))),)
    return tuple(
        _figure(own.tail(MOST_YEARS), is_export=origin == iso3)
        for origin, own in sorted(both.groupby("origin"), key=lambda pair: pair[0] != iso3)
    )


def _figure(rows: pd.DataFrame, *, is_export: bool) -> Figure:
    """The figure of the United States as a dot, that of the country as a square, the first over the second as text."""
    drawn = [_pair(row, is_export=is_export) for row in rows.to_dict("records")]
    name = "exports" if is_export else "imports"
    scale = said.scale([*rows["reporter_usd"], *rows["partner_usd"]])
    title = said.word(f"mirror_{name}_title", unit=scale.unit)
    last = rows.iloc[-1]
    note = said.joined(
        said.word("mirror_note"),
        said.word(f"mirror_{last['finding']}", year=int(last["year"])),
        _reasons(rows),
        said.worth(rows["status"]),
    )
    return Figure(title, dumbbells.draw(drawn, title, scale.say), note, said.ids(rows["source_id"]), is_half=True)


def _reasons(rows: pd.DataFrame) -> str:
    """What is on record of why both sides differ, with the years that it is told of; empty where nothing is."""
    found: dict[str, list[int]] = {}
    for year, kinds in zip(rows["year"], rows["reasons"], strict=True):
        for kind in filter(None, kinds.split(";")):
            found.setdefault(kind, []).append(int(year))
    told = [f"{said.word(f'reason_{kind}')} ({said.span(years)})" for kind, years in sorted(found.items())]
    return said.word("mirror_reasons", reasons="; ".join(told)) if told else ""


def _pair(row: dict[Any, Any], *, is_export: bool) -> Pair:
    """The importer's figure over the exporter's, whoever of both is asked for."""
    ratio = 1 / row["ratio"] if is_export else row["ratio"]
    shown = said.word("times", number=number_format.few_digits(ratio))
    return Pair(str(row["year"]), row["partner_usd"], row["reporter_usd"], shown)
