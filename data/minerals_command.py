"""`python -m data minerals`: the frames that the figures on minerals are drawn from, as CSV.

What leaves here is what the downloads of the page have, without the link (`data/output/mineral_frames.py`)."""

import argparse
from typing import Any

from data.analysis import mineral_parts, producers
from data.faults import UnknownId
from data.output import mineral_frames, printed
from data.package import countries

LENS, RANKING, EDITIONS, SOURCES, URANIUM = FRAMES = ("lens", "ranking", "editions", "sources", "uranium")


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("minerals", help="minerals of the five: lens, ranking, editions, US sources, uranium")
    one.add_argument("frame", choices=FRAMES)
    one.add_argument("mineral", nargs="?", default=mineral_parts.FIRST)
    one.add_argument("--basis", choices=producers.BASES, default=producers.OUTPUT)
    one.add_argument("--part", metavar="NAME", help="stage of production or basis of reserves")
    one.add_argument("--form", metavar="NAME", help="form of US imports; all where none is named")
    one.add_argument("--country", metavar="ISO3", default=countries.C5[0])
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print a frame."""
    if asked.mineral not in mineral_parts.minerals():
        raise UnknownId("mineral", asked.mineral, list(mineral_parts.minerals()))
    country = asked.country.upper()
    countries.name(country)
    if asked.frame == LENS:
        found = mineral_frames.lens(asked.basis)
    elif asked.frame == RANKING:
        found = mineral_frames.ranking(asked.mineral, asked.basis, asked.part)
    elif asked.frame == EDITIONS:
        found = mineral_frames.editions(asked.mineral, country, asked.part)
    elif asked.frame == SOURCES:
        found = mineral_frames.sources(asked.mineral, asked.form)
    else:
        found = mineral_frames.uranium()
    printed.write(found.frame)
    return 0
