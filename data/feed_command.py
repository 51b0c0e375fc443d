"""`python -m data feed`: what is new, as the Atom feed that the server gives at `/feed.xml`."""

import argparse
import sys
from typing import Any

from data.output import feed


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("feed", help="changed cells, articles and claims as an Atom feed")
    one.add_argument("--site", default="", metavar="URL", help="address of the atlas, which the links begin with")
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Print the feed."""
    if asked.site and not asked.site.startswith(("https://", "http://")):
        sys.stderr.write("--site is an address that begins with https:// or http://\n")
        return 1
    sys.stdout.write(feed.body(asked.site).decode())
    return 0
