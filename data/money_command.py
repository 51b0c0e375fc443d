"""`python -m data deals | investors | aid`: the frames that the figures on money are drawn from, as CSV.

What leaves here is what the downloads of the page have, without the link (`data/output/money_frames.py`)."""

import argparse
import re
from typing import Any

import pandas as pd

from data.analysis import deals
from data.analysis.deals import RUNGS, Asked
from data.faults import UnknownId
from data.output import money_frames, printed
from data.package import countries

PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def add(commands: Any) -> None:
    """Add the commands to those of the parser."""
    one = commands.add_parser("deals", help="deals with US firms: the list, or what they come to by how far they are")
    one.add_argument("--country", metavar="ISO3", type=_country)
    one.add_argument("--from", dest="first", metavar="DATE", type=_date, help="a day, a month or a year")
    one.add_argument("--to", dest="last", metavar="DATE", type=_date)
    one.add_argument("--sector")
    one.add_argument("--firm", metavar="NAME", help="a name on the US side")
    one.add_argument("--rung", choices=RUNGS)
    how = one.add_mutually_exclusive_group()
    how.add_argument("--ladder", action="store_true", help="what they come to, by rung")
    how.add_argument("--by-partner", action="store_true", help="the same for each of the five")
    one.set_defaults(run=_deals)
    one = commands.add_parser("investors", help="who invests most in a country, measure by measure")
    one.add_argument("country", metavar="ISO3", type=_country)
    one.add_argument("--us-rank", action="store_true", help="the place of the United States by measure and year")
    one.set_defaults(run=_investors)
    one = commands.add_parser("aid", help="US aid by fiscal year; of each of the five where no country is named")
    one.add_argument("--country", metavar="ISO3", type=_country)
    one.set_defaults(run=_aid)


def _country(text: str) -> str:
    if text.upper() not in countries.C5:
        raise argparse.ArgumentTypeError(f"{text} is none of {', '.join(countries.C5)}")
    return text.upper()


def _date(text: str) -> str:
    if not PARTIAL_DATE.fullmatch(text):
        raise argparse.ArgumentTypeError(f"{text} is no day, month or year such as 2025-11-06, 2025-11, 2025")
    return text


def _deals(asked: argparse.Namespace) -> int:
    for column, known in (("sector", deals.sectors()), ("firm", deals.firms())):
        wanted = getattr(asked, column)
        if wanted and wanted.casefold() not in map(str.casefold, known):
            raise UnknownId(column, wanted, list(known))
    sector = asked.sector and asked.sector.casefold()
    which = Asked(asked.country, asked.first, asked.last, sector, asked.firm, asked.rung)
    if asked.by_partner:
        return _print(money_frames.ladder_by_partner(which))
    return _print(money_frames.ladder(which) if asked.ladder else money_frames.listed(which))


def _investors(asked: argparse.Namespace) -> int:
    make = money_frames.us_rank if asked.us_rank else money_frames.by_measure
    return _print(make(asked.country))


def _aid(asked: argparse.Namespace) -> int:
    return _print(money_frames.aid(asked.country))


def _print(rows: pd.DataFrame) -> int:
    printed.write(money_frames.as_text(rows))
    return 0
