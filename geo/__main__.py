"""`python -m geo build [--atlas DIR]`: make the shapes anew from the npm package world-atlas; of the shapes as they are
`python -m geo draw` makes the drawn views, `python -m geo outlines` those in few points."""

import argparse
import tempfile
from pathlib import Path

from geo import atlas, build, drawn, outlines


def main(arguments: list[str] | None = None) -> None:
    """Run the command line."""
    parser = argparse.ArgumentParser(prog="python -m geo", description="Make the shapes of the atlas.")
    commands = parser.add_subparsers(dest="command", required=True)
    made = commands.add_parser("build", help="write geo/boundaries and static/geo")
    made.add_argument("--atlas", type=Path, help="folder of an unpacked world-atlas; without it npm fetches one")
    commands.add_parser("draw", help="write static/geo/drawn")
    commands.add_parser("outlines", help=f"write {outlines.OUTLINES.name} for the files that are published")
    chosen = parser.parse_args(arguments)
    if chosen.command in ("draw", "outlines"):
        {"draw": drawn.build, "outlines": outlines.write}[chosen.command]()
        return
    if chosen.atlas:
        build.build(chosen.atlas)
        return
    with tempfile.TemporaryDirectory() as folder:
        build.build(atlas.fetch(Path(folder)))


if __name__ == "__main__":
    main()
