"""`python -m data membership`: who stands how in which forum on a day, as CSV.

What leaves here is what the downloads of the page have, without the link (`data/output/forum_frames.py`)."""

import argparse
import datetime
from typing import Any

from data.analysis import membership
from data.faults import UnknownId
from data.output import forum_frames, printed
from data.output.leaving import Leaving
from data.package import countries, tables

STANDING, OVERLAP, COMBINATIONS, EVENTS, ARTICLES = FRAMES = (
    "standing",
    "overlap",
    "combinations",
    "events",
    "articles",
)


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("membership", help="standing in forums on a day, seats in common, events with the US")
    one.add_argument("frame", nargs="?", choices=FRAMES, default=STANDING)
    one.add_argument("--on", type=_day, metavar="DAY", help="a day as in 2025-11-06; the newest on record")
    one.add_argument("--since", type=_day, metavar="DAY", help="what changed from this day on")
    one.add_argument("--forum", metavar="ID", help="the whole list of a forum")
    one.add_argument("--country", metavar="ISO3")
    one.add_argument("--kind", metavar="KIND", help="forums of a kind")
    one.add_argument("--ties", choices=membership.TIES, default=membership.FULL)
    one.add_argument("--with-us", action="store_true", help="forums in which the United States has a seat")
    one.set_defaults(run=run)


def _day(text: str) -> str:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%d").date().isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text} is no day such as 2025-11-06") from error


def run(asked: argparse.Namespace) -> int:
    """Print a frame. Raises UnknownId."""
    forums = tables.load("forums")
    for kind, wanted, known in (("forum", asked.forum, forums["forum_id"]), ("kind", asked.kind, forums["kind"])):
        if wanted is not None and wanted not in set(known):
            raise UnknownId(kind, wanted, sorted(set(known)))
    country = asked.country.upper() if asked.country else None
    if country and not countries.is_country(country):
        raise UnknownId("country", country, list(countries.names()))
    printed.write(_frame(asked, country).frame)
    return 0


def _frame(asked: argparse.Namespace, country: str | None) -> Leaving:
    on = asked.on or membership.newest_day()
    if asked.frame == EVENTS:
        return forum_frames.events(country)
    if asked.frame == ARTICLES:
        return forum_frames.articles(country)
    if asked.frame == OVERLAP:
        return forum_frames.overlap(on, asked.ties, asked.kind, with_us=asked.with_us)
    if asked.frame == COMBINATIONS:
        return forum_frames.combinations(on, asked.ties, asked.kind, with_us=asked.with_us)
    if asked.since:
        return forum_frames.difference(asked.since, on, asked.forum, country)
    if asked.forum:
        return forum_frames.standing(on, asked.forum, country)
    if country:
        return forum_frames.of_country(on, country, asked.ties, asked.kind, with_us=asked.with_us)
    return forum_frames.matrix(on, asked.ties, asked.kind, with_us=asked.with_us)
