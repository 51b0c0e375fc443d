"""`python -m data publish`: all that the server answers under `/api/v1`, as files for a web server or a bucket.

Into a folder that has earlier versions the newest is added; what is there under an older one stays, for an address with
a version in it never breaks."""

import argparse
import sys
from pathlib import Path
from typing import Any

from data.output.published import folder


def add(commands: Any) -> None:
    """Add the command to those of the parser."""
    one = commands.add_parser("publish", help="every file that the server answers with, as a tree of files")
    one.add_argument("--out", type=Path, required=True, metavar="DIR", help="a new folder, or one published to before")
    one.add_argument("--site", default="", metavar="URL", help="address at which the tree will be found")
    one.add_argument("--past", action="store_true", help="earlier versions of the data, too")
    one.set_defaults(run=run)


def run(asked: argparse.Namespace) -> int:
    """Write the tree. Raises FolderInUse."""
    if asked.site and not asked.site.startswith(("https://", "http://")):
        sys.stderr.write("--site is an address that begins with https:// or http://\n")
        return 1
    count, size = folder.write(asked.out, asked.site, is_with_past=asked.past)
    sys.stdout.write(f"{count} files, {size / 1e6:.1f} MB in {asked.out}\n")
    return 0
