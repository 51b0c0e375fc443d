"""`python -m data prov`: where the figures of an indicator come from, as PROV-O in JSON-LD."""

import argparse
import sys
from typing import Any

from data.output import figure, prov


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("prov", help="where the figures of an indicator come from, as PROV-O (JSON-LD)")
    one.add_argument("id")
    one.add_argument("--country", metavar="ISO3", type=str.upper, help="one figure, with --year")
    one.add_argument("--year", type=int)
    one.add_argument("--site", default="", metavar="URL", help="address of the atlas, which the ids then begin with")
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the document. Raises UnknownId."""
    if asked.site and not asked.site.startswith(("https://", "http://")):
        sys.stderr.write("--site is an address that begins with https:// or http://\n")
        return 1
    if (asked.country is None) != (asked.year is None):
        sys.stderr.write("--country and --year are given together\n")
        return 1
    if asked.country is None:
        made = prov.of_indicator(asked.id, asked.site)
    else:
        made = prov.of_figure(figure.get(asked.id, asked.country, asked.year), asked.site)
    sys.stdout.write(prov.as_json(made).decode())
    return 0
