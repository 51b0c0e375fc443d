"""`python -m data brief`: the brief of a country as one file of HTML, to read, print or send.

It has what the button on the page of the country gives, with the same bytes for the same data, language and site."""

import argparse
import sys
from pathlib import Path
from typing import Any

from data.faults import UnknownId
from data.output.brief import document
from data.vocabulary.language import ENGLISH, speaking
from data.vocabulary.terms import TERMS


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("brief", help="the brief of a country, or of the United States, as HTML for A4")
    one.add_argument("country", metavar="ISO3")
    one.add_argument("--lang", default=ENGLISH, metavar="CODE", help="language of the brief")
    one.add_argument("--out", type=Path, metavar="FILE", help="where to write it; printed where none is named")
    one.add_argument("--site", default="", metavar="URL", help="address of the atlas, for the link to the page")
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write or print a brief."""
    if asked.site and not asked.site.startswith(("https://", "http://")):
        sys.stderr.write("--site is an address that begins with https:// or http://\n")
        return 1
    if asked.lang not in TERMS.languages():
        raise UnknownId("language", asked.lang, TERMS.languages())
    with speaking(asked.lang):
        brief = document.of_country(asked.country.upper(), asked.site)
    if asked.out is None:
        sys.stdout.write(brief.decode())
    else:
        asked.out.write_bytes(brief)
    return 0
