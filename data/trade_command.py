"""Trade of the five on the command line: both sides, partners in context, ranked products, duties, all years.

What leaves here is what the downloads of the page have, without the link (`data/output/trade_frames.py`)."""

import argparse
from typing import Any

from data.analysis import mirror_gap, partners_in_context
from data.output import printed, trade_frames
from data.output.leaving import Leaving
from data.subjects.product_trade import LEVELS


def add(commands: Any) -> None:
    """Add the commands `mirror`, `partners`, `products`, `tariffs`, `months` and `us-trade`."""
    one = commands.add_parser("mirror", help="what both sides report of trade with the United States, and the gap")
    one.add_argument("reporter", metavar="ISO3", type=str.upper)
    one.add_argument("partner", metavar="ISO3", type=str.upper, nargs="?", default=mirror_gap.US)
    one.add_argument("--cif", type=_factor, default=0, metavar="PERCENT", help="freight taken off an importer's value")
    one.set_defaults(run=lambda asked: _print(trade_frames.mirror(asked.reporter, asked.partner, asked.cif)))
    one = commands.add_parser("partners", help="the United States beside China, Russia, the EU and Turkey, by year")
    one.add_argument("country", metavar="ISO3", type=str.upper)
    one.add_argument("--direction", choices=partners_in_context.DIRECTIONS, default="both")
    one.set_defaults(run=lambda asked: _print(trade_frames.partners(asked.country, asked.direction)))
    one = commands.add_parser("products", help="US imports from one of the five by product, ranked")
    one.add_argument("country", metavar="ISO3", type=str.upper)
    one.add_argument("--year", type=int)
    one.add_argument("--level", choices=LEVELS, default=next(iter(LEVELS)), help="digits of the Harmonized System")
    one.set_defaults(run=lambda asked: _print(trade_frames.products(asked.country, asked.year, asked.level)))
    one = commands.add_parser("tariffs", help="US duties as dates and rates; of all five two years side by side")
    one.add_argument("country", metavar="ISO3", type=str.upper, nargs="?")
    one.set_defaults(run=lambda asked: _print(trade_frames.tariffs(asked.country)))
    one = commands.add_parser("months", help="US imports from one of the five by month since 2024")
    one.add_argument("country", metavar="ISO3", type=str.upper)
    one.set_defaults(run=lambda asked: _print(trade_frames.months(asked.country)))
    one = commands.add_parser("us-trade", help="US imports from the five and exports to them in all years")
    one.set_defaults(run=lambda _asked: _print(trade_frames.by_year()))


def _factor(text: str) -> int:
    part = int(text)
    if not 0 <= part <= mirror_gap.MOST_CIF:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and {mirror_gap.MOST_CIF}")
    return part


def _print(leaving: Leaving) -> int:
    printed.write(leaving.frame)
    return 0
