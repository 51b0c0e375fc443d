"""`python -m data release`: keep the tables as they are as the version that they say they are, for links to it.

A version is released once: its archive is never written over."""

import argparse
import sys
from pathlib import Path
from typing import Any

from data.checks import check
from data.package import releases, snapshot


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("release", help="archive the sealed tables as the version that the descriptor names")
    one.add_argument("directory", nargs="?", type=Path)
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Archive a folder that passes its check."""
    directory = asked.directory or snapshot.folder()
    found = check.run(directory)
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    if found:
        sys.stderr.write(f"not released: {directory} does not pass its check\n")
        return 1
    path, is_new = releases.write(directory)
    sys.stdout.write(f"{path.name}: {'released' if is_new else 'was released before, with the same tables'}\n")
    return 0
