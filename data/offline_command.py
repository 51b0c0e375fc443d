"""`python -m data offline`: the whole atlas in one file of HTML, for where there is no network.

The file has maps and charts, which stand above the data, and nothing in `data` may import those. So the command names
what makes it, as an entry point of a package does, and loads it when it is asked for: faults come back as those of any
other command, and whoever takes the tables alone is told what is missing."""

import argparse
import importlib
import sys
from pathlib import Path
from typing import Any

from data.vocabulary.language import ENGLISH

# Module and function that take the code of a language and give the file as bytes.
MADE_BY = ("components.offline.page", "build")


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("offline", help="maps, tables and search in one HTML file that needs no network")
    one.add_argument("--out", type=Path, required=True, metavar="FILE", help="where to write it")
    one.add_argument("--lang", default=ENGLISH, metavar="CODE", help="language of the file")
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the file and say how large it is."""
    module, function = MADE_BY
    try:
        build = getattr(importlib.import_module(module), function)
    except ModuleNotFoundError as error:
        sys.stderr.write(f"the file is made with the whole atlas, of which {error.name} is missing here\n")
        return 1
    body: bytes = build(asked.lang)
    asked.out.write_bytes(body)
    sys.stdout.write(f"{asked.out}: {len(body) / 1e6:.2f} MB\n")
    return 0
