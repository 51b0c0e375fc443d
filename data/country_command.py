"""`python -m data country`: the facts of a country and the United States, or the series behind them, as CSV.

What leaves here is what the downloads of the page have, without the link (`data/output/country_frames.py`)."""

import argparse

from data.output import country_frames, printed


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("country", help="twelve measures of a country and the United States")
    one.add_argument("iso3", metavar="ISO3", type=str.upper, help="one of the six; of USA the same by partner")
    one.add_argument("--series", action="store_true", help="every year of each measure")
    one.set_defaults(run=_country)


def _country(asked: argparse.Namespace) -> int:
    found = country_frames.series(asked.iso3) if asked.series else country_frames.facts(asked.iso3)
    printed.write(found.frame)
    return 0
